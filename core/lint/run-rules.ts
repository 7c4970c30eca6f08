import { graphRules } from '../../rules/checks/graph-rules';
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

/** A report lists no more findings for one destination; a damaged file may have millions of operators, all of them wrong. */
export const mostFindings = 100_000;

export interface RuleRun {
  readonly findings: readonly Finding[];
  /** Whether there were more of them than {@link mostFindings}. The worst rules come first, so the mildest are left out. */
  readonly cut: boolean;
}

/** The findings of all rules that are on, about one model on one destination. */
export function runRules(
  facts: ModelFacts,
  assessment: Assessment,
  { target, route }: Destination,
  precision: Precision | undefined,
  levels: Settings['levels'],
  task: Task,
  rules: readonly GraphRule[] = graphRules,
): RuleRun {
  const findings: Finding[] = [];
  let cut = false;
  const chip = chipOf(target);
  const usableMemory = deviceMemory(target).usableBytes;
  for (const rule of rules) {
    if (cut || task.isCancelled()) break;
    if (levels.get(rule.code) === 'off') continue;
    const report = (draft: FindingDraft): void => {
      cut ||= findings.length === mostFindings;
      if (cut) return;
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
  return { findings, cut };
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
