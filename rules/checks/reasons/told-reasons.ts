import type { Assessment, ModelFacts, OperatorAssessment, OperatorFacts, Reason, Verdict } from '../../../core/model';
import { locatedElsewhere, nameOf, type ReasonRuleCode, ruleOfReason, ruleOfVerdict } from './rule-of-reason';

/** A reason at the operator that it is about; the model as a whole where there is none. */
export interface ToldReason {
  readonly operator: OperatorFacts | undefined;
  /** Undefined where the assessment has a verdict and no reason for it. */
  readonly reason: Reason | undefined;
  readonly verdict: Verdict;
}

/**
 * A rule is told no more reasons than this, and one: a damaged file may have millions of operators, all of them wrong.
 * No report lists as many findings; the one more lets it see that there are others.
 */
export const mostReasons = 100_001;

/** Of each assessment, its reasons by the rule that tells them: eleven rules ask, and the operators are walked once. */
const known = new WeakMap<Assessment, ReadonlyMap<ReasonRuleCode, readonly ToldReason[]>>();

export function toldReasons(
  facts: ModelFacts,
  assessment: Assessment,
): ReadonlyMap<ReasonRuleCode, readonly ToldReason[]> {
  const before = known.get(assessment);
  if (before !== undefined) return before;
  const sorted = sortReasons(facts, assessment);
  known.set(assessment, sorted);
  return sorted;
}

function sortReasons(facts: ModelFacts, assessment: Assessment): Map<ReasonRuleCode, ToldReason[]> {
  const byRule = new Map<ReasonRuleCode, ToldReason[]>();
  const add = (rule: ReasonRuleCode, told: ToldReason): void => {
    const list = byRule.get(rule);
    if (list === undefined) byRule.set(rule, [told]);
    else if (list.length < mostReasons) list.push(told);
  };
  for (const reason of assessment.modelReasons) {
    const rule = locatedElsewhere.has(nameOf(reason)) ? undefined : ruleOfReason(reason);
    if (rule !== undefined) add(rule, { operator: undefined, reason, verdict: reason.verdict });
  }
  // Operators with the same outcome share one assessment.
  const tellings = new Map<OperatorAssessment, readonly Telling[]>();
  const calls: { readonly operator: OperatorFacts; readonly assessed: OperatorAssessment }[] = [];
  const said = new Set<Reason>();
  for (const { graph, operators } of facts.graphs) {
    const assessments = assessment.ofGraph(graph);
    for (let index = 0; index < operators.length; index++) {
      const operator = operators[index]!;
      const assessed = assessments[index]!;
      if (operator.function !== undefined) {
        calls.push({ operator, assessed });
        continue;
      }
      let telling = tellings.get(assessed);
      if (telling === undefined) {
        tellings.set(assessed, (telling = tellingsOf(assessed)));
        for (const { reason } of telling) if (reason !== undefined) said.add(reason);
      }
      for (let each = 0; each < telling.length; each++) {
        const { rule, reason, verdict } = telling[each]!;
        add(rule, { operator, reason, verdict });
      }
    }
  }
  // A call has the reasons of the function's body, which are told there, once for all calls, and its own.
  for (const { operator, assessed } of calls) {
    for (const reason of assessed.reasons) {
      const rule = said.has(reason) ? undefined : ruleOfReason(reason);
      if (rule !== undefined) add(rule, { operator, reason, verdict: reason.verdict });
    }
    const rule = assessed.reasons.length > 0 ? undefined : ruleOfVerdict(assessed.verdict);
    // A body that is assessed has told its verdict; what is unknown here has none.
    if (rule !== undefined && assessed.verdict === 'unknown') {
      add(rule, { operator, reason: undefined, verdict: assessed.verdict });
    }
  }
  return byRule;
}

interface Telling {
  readonly rule: ReasonRuleCode;
  readonly reason: Reason | undefined;
  readonly verdict: Verdict;
}

/** What an assessment gives rules to tell. */
function tellingsOf({ reasons, verdict }: OperatorAssessment): Telling[] {
  const tellings: Telling[] = [];
  for (const reason of reasons) {
    const rule = ruleOfReason(reason);
    if (rule !== undefined) tellings.push({ rule, reason, verdict: reason.verdict });
  }
  const rule = tellings.length > 0 ? undefined : ruleOfVerdict(verdict);
  if (rule !== undefined) tellings.push({ rule, reason: undefined, verdict });
  return tellings;
}
