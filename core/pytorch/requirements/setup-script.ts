import type { RequirementFact } from '../../model';
import { expressionsOf, partsOf, suitesOf } from '../syntax/children';
import type { Argument, Call, Expression, Module, Statement, StringLiteral } from '../syntax/nodes';
import { pipRequirement } from './requirement';

const lists = /^(install_requires|setup_requires)$/;
const optionalLists = /^(extras_require|tests_require)$/;

/** The packages that a setup.py asks for: the lists that stand in its call of `setup`, or in names that it passes. */
export function requirementsOfSetup(module: Module, text: string): RequirementFact[] {
  const assigned = new Map<string, Expression>();
  const setups: Call[] = [];
  for (const statement of module.body) visit(statement);
  return setups.flatMap((call) => call.arguments.flatMap(requirementsOf));

  function visit(statement: Statement): void {
    if (statement.kind === 'Assign' && statement.value) {
      for (const target of statement.targets) if (target.kind === 'Name') assigned.set(target.id, statement.value);
    }
    for (const expression of expressionsOf(statement)) look(expression);
    for (const inner of statementsIn(statement)) visit(inner);
  }

  function look(node: Expression): void {
    const isSetup =
      node.kind === 'Call' && /^(setuptools\.)?setup$/.test(text.slice(node.callee.start, node.callee.end));
    if (isSetup) setups.push(node);
    for (const part of partsOf(node)) look(part);
  }

  function requirementsOf({ keyword, value }: Argument): RequirementFact[] {
    if (!keyword) return [];
    const isOptional = optionalLists.test(keyword.id);
    return isOptional || lists.test(keyword.id) ? stringsBelow(value, 0).flatMap((node) => read(node, isOptional)) : [];
  }

  /** Strings of a list, a dictionary of lists, their sums, and names that are bound to such. */
  function stringsBelow(node: Expression, depth: number): StringLiteral[] {
    if (depth > 8) return [];
    const below = (children: readonly Expression[]) => children.flatMap((child) => stringsBelow(child, depth + 1));
    switch (node.kind) {
      case 'String':
        return [node];
      case 'List':
      case 'Tuple':
      case 'Set':
        return below(node.elements);
      case 'Binary':
        return below([node.left, node.right]);
      case 'Dictionary':
        return below(node.entries.map(({ value }) => value));
      case 'Name': {
        const value = assigned.get(node.id);
        return value ? stringsBelow(value, depth + 1) : [];
      }
      default:
        return [];
    }
  }

  function read({ start, end, value, content }: StringLiteral, optional: boolean): RequirementFact[] {
    const found =
      value === undefined ? undefined : pipRequirement(text, { text: content, whole: { start, end }, optional });
    return found ? [found] : [];
  }
}

function statementsIn(node: Statement): readonly Statement[] {
  switch (node.kind) {
    case 'Function':
    case 'Class':
      return node.body.body;
    default:
      return suitesOf(node);
  }
}
