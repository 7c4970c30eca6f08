import type { Rule, Severity } from '../../core/model';

const order: readonly Severity[] = ['silent', 'error', 'warning', 'information', 'hint'];

/** What is worse comes first, and then by name. */
export function worstFirst<R extends Pick<Rule, 'code' | 'severity'>>(rules: readonly R[]): readonly R[] {
  return rules.toSorted(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}
