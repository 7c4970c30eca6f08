import {
  displayName,
  type GraphRule,
  type GraphRuleContext,
  type Localized,
  type OperatorFacts,
  type RuleDocumentation,
  type Severity,
} from '../../../core/model';
import type { ReasonRuleCode } from './rule-of-reason';
import { type ToldReason, toldReasons } from './told-reasons';

export interface ReasonRuleDefinition {
  readonly code: ReasonRuleCode;
  readonly severity: Severity;
  readonly title: Localized;
  readonly documentation: RuleDocumentation;
  /** What to do where the table's row has no advice of its own. */
  readonly advice: Localized;
  /** What is said where an assessment has this verdict and no reason: `op` by `route` on `target`. */
  readonly withoutReason?: ((op: string, route: string, target: Localized) => Localized) | undefined;
  /** The message of a reason, where the rule frames it. */
  readonly frame?: ((message: Localized) => Localized) | undefined;
}

/** A rule that tells the reasons of an assessment that are its business. */
export function reasonRule(definition: ReasonRuleDefinition): GraphRule {
  const { code, severity, title, documentation } = definition;
  return {
    input: 'graph',
    code,
    severity,
    title,
    documentation,
    check(context) {
      for (const told of toldReasons(context.facts, context.assessment).get(code) ?? []) {
        context.report({
          message: messageOf(definition, told, context),
          advice: told.reason?.advice ?? definition.advice,
          evidence: told.reason?.evidence ?? [context.assessment.evidence],
          verdict: told.verdict,
          operator: told.operator,
        });
      }
    },
  };
}

function messageOf(definition: ReasonRuleDefinition, told: ToldReason, context: GraphRuleContext): Localized {
  const { frame = unframed, withoutReason = verdictAlone } = definition;
  if (told.reason !== undefined) return frame(told.reason.message);
  const { route } = context.assessment;
  return withoutReason(told.operator === undefined ? '' : operatorType(told.operator), route, context.target.name);
}

const unframed = (message: Localized): Localized => message;

const verdictAlone: NonNullable<ReasonRuleDefinition['withoutReason']> = (op, route, target) => ({
  en: `The table of ${route} rules ${op} out on ${target.en} without giving a reason.`,
  zh: `${route} 的算子表将 ${target.zh} 上的 ${op} 排除在外，但未给出原因。`,
});

/** `Conv`, `com.microsoft.Gelu`. */
export function operatorType({ domain, operator }: OperatorFacts): string {
  return displayName(domain === '' ? operator.opType : `${domain}.${operator.opType}`);
}
