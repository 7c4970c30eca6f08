import { expressionsOf, partsOf } from './children';
import type { Expression, NamedExpression, Statement } from './nodes';

/** The names that `:=` binds in a statement's own expressions. */
export function walrusTargets(statement: Statement): NamedExpression[] {
  const found: NamedExpression[] = [];
  const look = (node: Expression): void => {
    if (node.kind === 'Named') found.push(node);
    for (const part of partsOf(node)) look(part);
  };
  for (const expression of expressionsOf(statement)) look(expression);
  return found;
}
