import type { Rule } from '../../core/model';
import { rules as graphRules } from './graph-rules.generated';
import { rules as otherRules } from './other-rules.generated';
import { worstFirst } from './worst-first';

const rules: readonly Rule[] = [...graphRules, ...otherRules];

/** Every rule; what is worse comes first, and then by name. */
export const allRules: readonly Rule[] = worstFirst(rules);

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

export function findRule(code: string): Rule | undefined {
  return byCode.get(code);
}
