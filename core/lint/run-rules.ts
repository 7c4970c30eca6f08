import { graphRules } from '../../rules/checks/graph-rules';
import type { Assessment, Finding, FindingDraft, GraphRule, ModelFacts, Precision, Task } from '../model';
import { chipOf, deviceMemory } from '../targets';
import { findingOf } from './finding-of';
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
  destination: Destination,
  precision: Precision | undefined,
  levels: Settings['levels'],
  task: Task,
  rules: readonly GraphRule[] = graphRules,
): RuleRun {
  const findings: Finding[] = [];
  let cut = false;
  const { target } = destination;
  const chip = chipOf(target);
  const usableMemory = deviceMemory(target).usableBytes;
  for (const rule of rules) {
    if (cut || task.isCancelled()) break;
    const level = levels.get(rule.code) ?? 'default';
    if (level === 'off') continue;
    const report = (draft: FindingDraft): void => {
      cut ||= findings.length === mostFindings;
      if (cut) return;
      findings.push(findingOf(rule, level, draft, destination));
    };
    rule.check({ facts, assessment, target, chip, precision, usableMemory, report });
  }
  return { findings, cut };
}
