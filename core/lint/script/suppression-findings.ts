import { allRules } from '../../../rules/checks';
import { type Finding, nearest, type ScriptFacts, type SuppressionUse, type Task } from '../../model';
import { allTargets } from '../../targets';
import { findingOf } from '../finding-of';
import type { Destination } from '../plan';
import type { Settings } from '../settings';
import { runScriptRules } from './run-script-rules';
import { ruleNamed, Suppressions } from './suppressions';

const suppressionRules = allRules.filter((rule) => rule.input === 'suppression');

/** What is wrong with the file's suppressions themselves. `suppressions` has seen the findings of all destinations. */
export function suppressionFindings(
  facts: ScriptFacts,
  suppressions: Suppressions,
  settings: Settings,
  task: Task,
): Finding[] {
  if (facts.suppressions.length === 0 || task.isCancelled()) return [];
  const uses = usesOnNoTarget(facts, suppressions, settings, task);
  const findings: Finding[] = [];
  for (const rule of suppressionRules) {
    const level = settings.levels.get(rule.code) ?? 'default';
    if (level === 'off') continue;
    rule.check({
      facts,
      uses,
      ruleOf: ruleNamed,
      likely: (name) =>
        nearest(
          name,
          allRules.flatMap(({ code }) => [code, code.slice(code.indexOf('/') + 1)]),
        ),
      report: (draft) => void findings.push(findingOf(rule, level, draft, undefined)),
    });
  }
  return findings;
}

/**
 * Suppressions that nothing needs. One that these settings do not need may be needed on another target, so that those
 * which seem unused are tried on every route and family of chips, without a shim, before that is said.
 */
function usesOnNoTarget(
  facts: ScriptFacts,
  suppressions: Suppressions,
  settings: Settings,
  task: Task,
): readonly SuppressionUse[] {
  const isOff = (rule: string) => settings.levels.get(rule) === 'off';
  const seeming = suppressions.unused(isOff);
  if (seeming.length === 0) return [];
  const everywhere = new Suppressions(facts);
  for (const destination of oneOfEachFamily()) {
    if (task.isCancelled()) return [];
    runScriptRules(facts, destination, settings, task, everywhere);
    runScriptRules(facts, destination, { levels: new Map(), shims: new Map(), torch: undefined }, task, everywhere);
  }
  const alsoUnused = new Map(everywhere.unused(isOff).map((use) => [use.suppression, use.unused]));
  return seeming.flatMap(({ suppression, unused }): SuppressionUse[] => {
    const others = alsoUnused.get(suppression);
    if (others === undefined) return [];
    if (unused === 'all' || others === 'all') return [{ suppression, unused: 'all' }];
    const both = unused.filter((rule) => others.includes(rule));
    return both.length === 0 ? [] : [{ suppression, unused: both }];
  });
}

/** A target of each family of chips and route that scripts can be carried to. */
function oneOfEachFamily(): Destination<'torch-npu' | 'torch-tpu'>[] {
  const byFamily = new Map<string, Destination<'torch-npu' | 'torch-tpu'>>();
  for (const target of allTargets()) {
    for (const route of target.routes.script) byFamily.set(`${target.chip} ${route}`, { target, route });
  }
  return [...byFamily.values()];
}
