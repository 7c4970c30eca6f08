/**
 * What becomes of an operator (or API) on a route:
 * `native` runs as it is; `converted` runs after a rewrite that the route makes itself; `limited` runs only under
 * conditions; `slow` runs at a cost that can be named; `host` falls back to the host's CPU; `silent` is accepted and
 * computes something else; `unsupported` fails; `unknown` means no evidence, and never passes for another answer.
 */
export type Verdict = 'native' | 'converted' | 'limited' | 'slow' | 'host' | 'silent' | 'unsupported' | 'unknown';

/** From the best to the worst; `unknown` stands between what runs and what does not. */
export const verdicts: readonly Verdict[] = [
  'native',
  'converted',
  'limited',
  'slow',
  'unknown',
  'host',
  'silent',
  'unsupported',
];

/** The worse of two verdicts. */
export function worse(a: Verdict, b: Verdict): Verdict {
  return verdicts.indexOf(a) >= verdicts.indexOf(b) ? a : b;
}

/** A `limited` operator's condition on a given operator: met, broken, or not decidable from the graph. */
export type Outcome = 'met' | 'broken' | 'undecided';
