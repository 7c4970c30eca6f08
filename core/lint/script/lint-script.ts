import type { Finding, Problem, ScriptFacts, Task } from '../../model';
import { uninterrupted } from '../../model';
import { applyIgnores } from '../ignores';
import { planScriptDestinations } from '../plan';
import type { Ignore, Settings } from '../settings';
import { runScriptRules } from './run-script-rules';

/** Everything that a lint run knows about one Python file, notebook, requirement list or shell script. */
export interface ScriptReport {
  readonly path: string;
  readonly kind: 'script';
  /** In the order of the text, targets, and rules. */
  readonly findings: readonly Finding[];
  /** What is wrong with the file itself. */
  readonly problems: readonly Problem[];
  readonly facts: ScriptFacts;
  /** The ignores of the settings that kept a finding back. */
  readonly usedIgnores: ReadonlySet<Ignore>;
  /** How many findings they kept back. */
  readonly ignored: number;
  /** True where the task was cancelled: what is here is not all. */
  readonly cancelled: boolean;
}

/** Runs the rules about scripts on the facts of one file, for every destination of the settings. */
export function lintScript(
  facts: ScriptFacts,
  problems: readonly Problem[],
  settings: Settings,
  task: Task = uninterrupted,
): ScriptReport {
  const { destinations, problems: planProblems } = planScriptDestinations(settings);
  const found = destinations.map((destination, index) => ({
    index,
    findings: task.isCancelled() ? [] : runScriptRules(facts, destination, settings, task),
  }));
  const ordered = found
    .flatMap(({ index, findings }) => findings.map((finding) => ({ index, finding })))
    .sort((a, b) => startOf(a.finding) - startOf(b.finding) || a.index - b.index)
    .map(({ finding }) => finding);
  const { kept, used } = applyIgnores(facts.path, ordered, settings.ignores);
  return {
    path: facts.path,
    kind: 'script',
    findings: kept,
    problems: [...planProblems, ...problems],
    facts,
    usedIgnores: used,
    ignored: ordered.length - kept.length,
    cancelled: task.isCancelled(),
  };
}

function startOf({ span }: Finding): number {
  return span?.start ?? 0;
}
