import { expressionsOf, partsOf, suitesOf } from '../syntax/children';
import type { Expression, FunctionDefinition, Statement } from '../syntax/nodes';
import { attention } from './attention';
import type { Definitions } from './definitions';
import type { FoundPattern, PatternFinder } from './pattern';
import { rmsNorm } from './rms-norm';
import { rotary } from './rotary';
import { swiglu } from './swiglu';

export interface PlacedPattern extends FoundPattern {
  /** The expression that is the last step of the computation. */
  readonly node: Expression;
}

const finders: readonly PatternFinder[] = [rmsNorm, swiglu, rotary, attention];

/** Whether a text can hold any of the patterns: one look instead of a walk through most files. */
export function mayHavePatterns(text: string): boolean {
  return /\b(r?sqrt|silu|swish|softmax|_?rotate_(half|every_two|interleaved))\b|cat\(\s*[[(]\s*-/.test(text);
}

/** The computations in a function's own statements, by the statement that they end in. */
export function patternsIn(node: FunctionDefinition, text: string): Map<Statement, PlacedPattern[]> {
  const found = new Map<Statement, PlacedPattern[]>();
  let names: Definitions | undefined;
  const define = (name: string, value: Expression | undefined) => {
    names = { name, value, before: names };
  };
  // Branches are read as if one came after the other: a name means what stands closest above.
  const pending: Statement[] = [...node.body.body].reverse();
  for (let statement = pending.pop(); statement !== undefined; statement = pending.pop()) {
    if (statement.kind === 'Function' || statement.kind === 'Class') continue;
    for (const expression of expressionsOf(statement)) search(expression, statement);
    if (statement.kind === 'Assign') for (const target of statement.targets) bind(target, statement.value);
    if (statement.kind === 'For') bind(statement.target, undefined);
    pending.push(...suitesOf(statement).reverse());
  }
  return found;

  function bind(target: Expression, value: Expression | undefined): void {
    if (target.kind === 'Name') define(target.id, value);
    else if (target.kind === 'Tuple' || target.kind === 'List')
      for (const part of target.elements) bind(part, undefined);
  }

  function search(expression: Expression, statement: Statement): void {
    const open: Expression[] = [expression];
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
      if (part.kind === 'Binary' || part.kind === 'Call') {
        const meaning = { node: part, names };
        const hit = finders.map((find) => find(meaning, text)).find((pattern) => pattern !== undefined);
        if (hit) found.set(statement, [...(found.get(statement) ?? []), { ...hit, node: part }]);
      }
      open.push(...partsOf(part));
    }
  }
}
