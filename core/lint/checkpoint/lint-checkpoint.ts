import { type BesideConfiguration, checkpointFacts, readModelDescription, readModelSlim } from '../../llm';
import { type CheckpointFacts, type Finding, type Problem, type Task, uninterrupted } from '../../model';
import { applyIgnores } from '../ignores';
import { mergeProblems } from '../order';
import { planCheckpointDestinations } from '../plan';
import type { Ignore, Settings } from '../settings';
import { runCheckpointRules } from './run-checkpoint-rules';

/** Everything that a lint run knows about one language model's configuration. */
export interface CheckpointReport {
  readonly path: string;
  readonly kind: 'checkpoint';
  /** In the order of the text, targets, and rules. */
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  /** Undefined where the text is no JSON object. */
  readonly facts: CheckpointFacts | undefined;
  /** The ignores of the settings that kept a finding back. */
  readonly usedIgnores: ReadonlySet<Ignore>;
  /** How many findings they kept back. */
  readonly ignored: number;
  /** True where the task was cancelled: what is here is not all. */
  readonly cancelled: boolean;
}

export interface CheckpointFile {
  readonly path: string;
  readonly text: string;
  /** What lies in its folder; undefined where nobody looked. */
  readonly beside?: BesideConfiguration | undefined;
}

/** Runs the rules about a config.json for every destination of the settings. */
export function lintCheckpoint(
  { path, text, beside }: CheckpointFile,
  settings: Settings,
  task: Task = uninterrupted,
): CheckpointReport {
  const described = beside?.quantizationDescription;
  const weights = described === undefined ? undefined : readModelSlim(described);
  const { description, config, problems } = readModelDescription(text, weights);
  const facts = config && checkpointFacts(path, config, description, beside);
  const isModel = facts?.modelType !== undefined || config?.has('architectures') === true;
  const { destinations, problems: planProblems } = planCheckpointDestinations(settings);
  const found = destinations.flatMap((destination, index) =>
    facts === undefined || task.isCancelled()
      ? []
      : runCheckpointRules(facts, destination, settings.levels, task).map((finding) => ({ index, finding })),
  );
  const ordered = found
    .sort((a, b) => startOf(a.finding) - startOf(b.finding) || a.index - b.index)
    .map(({ finding }) => finding);
  const { kept, used } = applyIgnores(path, ordered, settings.ignores);
  return {
    path,
    kind: 'checkpoint',
    findings: kept,
    // An architecture that is not known is no defect of the file: rule llm/unknown-architecture tells it.
    problems: mergeProblems(
      // That nothing carries the model there is an answer; it does not make the configuration wrong.
      planProblems.map((problem) => ({ ...problem, severity: 'warning' as const })),
      problems.filter(
        ({ code }) => code !== 'config/unknown-architecture' && !(code === 'config/no-model-type' && isModel),
      ),
      beside?.problems ?? [],
    ),
    facts,
    usedIgnores: used,
    ignored: ordered.length - kept.length,
    cancelled: task.isCancelled(),
  };
}

function startOf({ span }: Finding): number {
  return span?.start ?? 0;
}
