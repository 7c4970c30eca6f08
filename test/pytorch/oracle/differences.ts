import type { ParsedScript } from '../../../core/pytorch/syntax/parser';

/** Where two syntaxes of a text first differ, and how. */
export interface Difference {
  readonly path: string;
  readonly oracle: unknown;
  readonly own: unknown;
}

const compound = new Set<unknown>(['If', 'While', 'For', 'With', 'Try', 'Match', 'Function', 'Class', 'Block']);

/**
 * The first difference between what the oracle makes of a text and what our parser does; undefined where there is none.
 *
 * Not compared is where a statement with suites ends: with tree-sitter, behind comments and semicolons that follow its
 * last statement; with us, with that statement. Known to differ, tree-sitter-python 0.25 being wrong by Python's own
 * `ast`: `[*f(x)]` and `[*a.b]` (it stars the name alone), `type(x).y = z` (it takes it for an alias), `await a ** b`,
 * `(x): int = 1` (a tuple there), `a,` as a statement, and the `*Ts` and `T = int` of type parameters.
 */
export function firstDifference(oracle: ParsedScript, own: ParsedScript): Difference | undefined {
  return (
    compare(oracle.module.body, own.module.body, 'body') ??
    compare(oracle.module.comments, own.module.comments, 'comments')
  );
}

function compare(oracle: unknown, own: unknown, path: string): Difference | undefined {
  if (oracle === own) return undefined;
  if (!isObject(oracle) || !isObject(own) || oracle['kind'] !== own['kind']) return { path, oracle, own };
  const hasSuites = compound.has(oracle['kind']) || (oracle['kind'] === undefined && oracle['body'] !== undefined);
  for (const key of new Set([...Object.keys(oracle), ...Object.keys(own)])) {
    if (key === 'end' && hasSuites) continue;
    const difference = compare(oracle[key], own[key], `${path}.${key}`);
    if (difference) return difference;
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
