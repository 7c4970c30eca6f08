import {
  displayName,
  type GraphRule,
  type GraphRuleContext,
  type Localized,
  type OperatorFacts,
  type Reason,
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
  readonly advice: Localized | ((operator: OperatorFacts | undefined) => Localized);
  /** What is said where an assessment has this verdict and no reason: `op` by `route` on `target`. */
  readonly withoutReason?: ((op: string, route: string, target: Localized) => Localized) | undefined;
  /** The message of a reason, where the rule frames it. */
  readonly frame?: ((reason: Reason) => Localized) | undefined;
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
      // Ten thousand operators with one reason share one message.
      const framed = new Map<Reason, Localized>();
      for (const told of toldReasons(context.facts, context.assessment).get(code) ?? []) {
        context.report({
          message: messageOf(definition, told, context, framed),
          advice: told.reason?.advice ?? adviceOf(definition, told),
          evidence: told.reason?.evidence ?? [context.assessment.evidence],
          verdict: told.verdict,
          operator: told.operator,
        });
      }
    },
  };
}

function adviceOf({ advice }: ReasonRuleDefinition, { operator }: ToldReason): Localized {
  return typeof advice === 'function' ? advice(operator) : advice;
}

function messageOf(
  { frame, withoutReason = verdictAlone }: ReasonRuleDefinition,
  { reason, operator }: ToldReason,
  context: GraphRuleContext,
  framed: Map<Reason, Localized>,
): Localized {
  if (reason === undefined) {
    return withoutReason(
      operator === undefined ? '' : operatorType(operator),
      context.assessment.route,
      context.target.name,
    );
  }
  if (frame === undefined) return reason.message;
  let message = framed.get(reason);
  if (message === undefined) framed.set(reason, (message = frame(reason)));
  return message;
}

const verdictAlone: NonNullable<ReasonRuleDefinition['withoutReason']> = (op, route, target) => ({
  en: `The table of ${route} rules ${op} out on ${target.en} without giving a reason.`,
  zh: `${route} 的算子表将 ${target.zh} 上的 ${op} 排除在外，但未给出原因。`,
});

/** `Conv`, `com.microsoft.Gelu`. */
export function operatorType({ domain, operator }: OperatorFacts): string {
  return displayName(domain === '' ? operator.opType : `${domain}.${operator.opType}`);
}
