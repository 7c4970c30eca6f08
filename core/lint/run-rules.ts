import { allRules } from '../../rules/checks';
import type {
  Assessment,
  Finding,
  FindingDraft,
  GraphRule,
  ModelFacts,
  OperatorFacts,
  OperatorPlace,
  Precision,
  Severity,
  Task,
} from '../model';
import { chipOf, deviceMemory } from '../targets';
import type { Destination } from './plan';
import type { Settings } from './settings';

/** The findings of all rules that are on, about one model on one destination. */
export function runRules(
  facts: ModelFacts,
  assessment: Assessment,
  { target, route }: Destination,
  precision: Precision | undefined,
  levels: Settings['levels'],
  task: Task,
  rules: readonly GraphRule[] = allRules,
): Finding[] {
  const findings: Finding[] = [];
  const chip = chipOf(target);
  const usableMemory = deviceMemory(target).usableBytes;
  for (const rule of rules) {
    if (task.isCancelled()) break;
    if (levels.get(rule.code) === 'off') continue;
    const report = (draft: FindingDraft): void => {
      findings.push({
        rule: rule.code,
        severity: severityOf(rule, draft, levels),
        verdict: draft.verdict,
        target: target.id,
        route,
        message: draft.message,
        advice: draft.advice,
        span: draft.span,
        place: draft.operator && placeOf(draft.operator),
        value: draft.value,
        evidence: draft.evidence,
        fixes: draft.fixes ?? [],
      });
    };
    rule.check({ facts, assessment, target, chip, precision, usableMemory, report });
  }
  return findings;
}

function severityOf(rule: GraphRule, draft: FindingDraft, levels: Settings['levels']): Severity {
  const level = levels.get(rule.code) ?? 'default';
  return level === 'default' || level === 'off' ? (draft.severity ?? rule.severity) : level;
}

export function placeOf({ graph, operator }: OperatorFacts): OperatorPlace {
  return {
    graph: graph.path,
    node: operator.name,
    index: operator.index,
    op: operator.opType,
    domain: operator.domain,
    byteOffset: operator.byteOffset,
  };
}
