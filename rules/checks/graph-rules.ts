import type { GraphRule } from '../../core/model';
import { rules } from './graph-rules.generated';
import { worstFirst } from './worst-first';

/** The rules of graphs alone, in the order of all rules: linting a graph loads no other. */
export const graphRules: readonly GraphRule[] = worstFirst(rules);

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

export function findGraphRule(code: string): GraphRule | undefined {
  return byCode.get(code);
}
