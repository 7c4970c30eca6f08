import { expressionsOf, forEachPart, suitesOf } from '../syntax/children';
import type { Expression, FunctionDefinition, Statement } from '../syntax/nodes';
import { attention } from './attention';
import { calledName } from './calls';
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

/** Those whose last step an operator, or a function of this name, is. */
const findersEndingIn = new Map<string, readonly PatternFinder[]>(
  finders.flatMap(({ endsIn }) => endsIn).map((step) => [step, finders.filter(({ endsIn }) => endsIn.includes(step))]),
);

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
  const open: Expression[] = [];
  const later = (part: Expression) => void open.push(part);
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

  function patternEndingIn(node: Expression): FoundPattern | undefined {
    if (node.kind !== 'Binary' && node.kind !== 'Call') return undefined;
    const suitable = findersEndingIn.get(node.kind === 'Binary' ? node.operator : calledName(node));
    if (suitable === undefined) return undefined;
    for (const finder of suitable) {
      const pattern = finder.find({ node, names }, text);
      if (pattern) return pattern;
    }
    return undefined;
  }

  function bind(target: Expression, value: Expression | undefined): void {
    if (target.kind === 'Name') define(target.id, value);
    else if (target.kind === 'Tuple' || target.kind === 'List')
      for (const part of target.elements) bind(part, undefined);
  }

  function search(expression: Expression, statement: Statement): void {
    open.push(expression);
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
      const hit = patternEndingIn(part);
      if (hit) found.set(statement, [...(found.get(statement) ?? []), { ...hit, node: part }]);
      forEachPart(part, later);
    }
  }
}
