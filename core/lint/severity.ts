import type { Severity } from '../model';

/** From the least to the worst. A silent miscompilation is worse than an error: nothing stops it. */
export const severities: readonly Severity[] = ['hint', 'information', 'warning', 'error', 'silent'];

/** Negative where `a` is the lesser, positive where it is the worse. */
export function compareSeverity(a: Severity, b: Severity): number {
  return severities.indexOf(a) - severities.indexOf(b);
}

/** For lists that begin with what matters. */
export function byWorstFirst(a: { readonly severity: Severity }, b: { readonly severity: Severity }): number {
  return compareSeverity(b.severity, a.severity);
}

/** The least severity for which a run counts as failed; `never` for runs that only inform. */
export type Threshold = Exclude<Severity, 'silent'> | 'never';

export const thresholds: readonly Threshold[] = ['hint', 'information', 'warning', 'error', 'never'];

export function reaches(severity: Severity, threshold: Threshold): boolean {
  return threshold !== 'never' && compareSeverity(severity, threshold) >= 0;
}
