import type { Rule, Severity } from '../../core/model';
import { rules } from './rules.generated';

const worstFirst: readonly Severity[] = ['silent', 'error', 'warning', 'information', 'hint'];

/** Every rule; what is worse comes first, and then by name. */
export const allRules: readonly Rule[] = rules.toSorted(
  (a, b) =>
    worstFirst.indexOf(a.severity) - worstFirst.indexOf(b.severity) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
);

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

export function findRule(code: string): Rule | undefined {
  return byCode.get(code);
}
