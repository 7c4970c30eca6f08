import { allRules } from '../../../rules/checks';
import type { Finding, ScriptFacts, ScriptRoute, Severity, WholeFile } from '../../model';
import { findingOf } from '../finding-of';
import type { Destination } from '../plan';
import type { Settings } from '../settings';
import type { Suppressions } from './suppressions';

const summaryRules = allRules.filter((rule) => rule.input === 'summary');

/** Fewer are told as they are. */
const fewest = 2;

/**
 * The findings of a file on one destination, or one in their place where they have a cause in common. A rule that is off leaves
 * them as they are.
 */
export function toldAsOne(
  findings: readonly Finding[],
  whole: WholeFile | undefined,
  facts: ScriptFacts,
  destination: Destination<ScriptRoute>,
  settings: Pick<Settings, 'levels'>,
  suppressions: Suppressions,
): readonly Finding[] {
  const rule = whole && summaryRules.find(({ about }) => about === whole.kind);
  const level = (rule && settings.levels.get(rule.code)) ?? 'default';
  if (whole === undefined || rule === undefined || level === 'off') return findings;
  if (findings.length < fewest) return findings;
  const counts = new Map<Severity, number>();
  for (const { severity } of findings) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  const told: Finding[] = [];
  rule.check({
    facts,
    target: destination.target,
    whole,
    counts,
    report(draft) {
      const span = draft.span ?? { start: 0, end: 0 };
      if (!suppressions.keepBack(rule.code, span, span)) told.push(findingOf(rule, level, draft, destination));
    },
  });
  return told;
}
