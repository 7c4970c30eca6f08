import type { Finding, Problem, ScriptFacts, Task } from '../../model';
import { uninterrupted } from '../../model';
import type { ScriptIndex } from '../../pytorch';
import { apiTable } from '../../targets';
import { applyIgnores } from '../ignores';
import { planScriptDestinations } from '../plan';
import type { Settings } from '../settings';
import { releasesByRoute } from './project-releases';
import { runScriptRules } from './run-script-rules';
import type { ScriptReport } from './script-report';
import { suppressionFindings } from './suppression-findings';
import { Suppressions } from './suppressions';
import { toldAsOne } from './told-as-one';
import { wholeFileOf } from './whole-file';

/**
 * Runs the rules about scripts on the facts of one file, for every destination of the settings. Targets that no script can
 * be carried to are told by `planScriptDestinations`, once for all files.
 */
export function lintScript(
  facts: ScriptFacts,
  problems: readonly Problem[],
  settings: Settings,
  task: Task = uninterrupted,
  index?: ScriptIndex,
): ScriptReport {
  const { destinations } = planScriptDestinations(settings);
  const suppressions = new Suppressions(facts);
  const releases = releasesByRoute(facts.path, destinations, settings, index);
  const found = destinations.map((destination) => {
    if (task.isCancelled()) return [];
    const { route } = destination;
    const each = runScriptRules(facts, destination, settings, task, suppressions, index, releases.get(route));
    const whole = each.length > 1 ? wholeFileOf(facts, apiTable(route).device.type, index) : undefined;
    return toldAsOne(each, whole, facts, destination, settings, suppressions);
  });
  // The sort is stable: at one place, findings stay in the order of targets and rules.
  const ordered = [...found.flat(), ...suppressionFindings(facts, suppressions, settings, task)].sort(
    (a, b) => startOf(a) - startOf(b),
  );
  const { kept, used } = applyIgnores(facts.path, ordered, settings.ignores);
  return {
    path: facts.path,
    kind: 'script',
    text: facts.text,
    findings: kept,
    problems,
    facts,
    releases,
    usedIgnores: used,
    ignored: ordered.length - kept.length + suppressions.count,
    cancelled: task.isCancelled(),
  };
}

function startOf({ span }: Finding): number {
  return span?.start ?? 0;
}
