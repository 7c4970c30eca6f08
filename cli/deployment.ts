import { type GraphReport, isSize, planDestinations, type SettingsLayer, unusableTarget } from '../core/lint';
import type { Precision, Problem, Route, ShimName } from '../core/model';
import { findTarget } from '../core/targets';
import type { Session } from './session';
import { whichWasMeant } from './target-question';
import { UsageError } from './usage-error';

/**
 * What `--target`, `--route`, `--precision`, `--dim`, `--shim` and `--torch` say, for models alone.
 *
 * @throws UsageError for a target that is not known, or that no model can be carried to
 */
export function modelDeployment(session: Session): SettingsLayer {
  return deployment(session, (targets) => planDestinations({ targets, routes: [] }).problems[0]);
}

/** The same for files of any kind: a target is refused where no file at all can be carried to it. */
export function anyDeployment(session: Session): SettingsLayer {
  return deployment(session, (targets) => targets.map(unusableTarget).find((problem) => problem !== undefined));
}

function deployment(session: Session, problemOf: (targets: readonly string[]) => Problem | undefined): SettingsLayer {
  const targets = session.list('target');
  const routes = session.list('route') as readonly Route[];
  const precision = session.value('precision') as Precision | undefined;
  const shim = session.value('shim') as ShimName | undefined;
  const torch = session.value('torch');
  const problem = problemOf(targets);
  if (problem !== undefined) throw new UsageError(withGuess(problem.message, targets));
  if (torch !== undefined && !/^\d+\.\d+$/.test(torch)) {
    throw new UsageError({
      en: `--torch: a release such as 2.8 is expected, not "${torch}"`,
      zh: `--torch：应为 2.8 这样的版本号，而不是“${torch}”`,
    });
  }
  return {
    ...(targets.length > 0 && { targets }),
    ...(routes.length > 0 && { routes }),
    ...(precision !== undefined && { precision: new Map([['*', precision]]) }),
    ...sizesGiven(session),
    ...(shim !== undefined && { shims: new Map([['*', shim]]) }),
    ...(torch !== undefined && { torch }),
  };
}

/** The sizes of named dimensions. @throws UsageError */
export function sizesGiven(session: Session): SettingsLayer {
  const dimensions = new Map(session.list('dim').map(dimension));
  return dimensions.size > 0 ? { dimensions } : {};
}

/** `batch=1`; names may hold an equals sign themselves. @throws UsageError */
function dimension(text: string): readonly [name: string, size: number] {
  const equals = text.lastIndexOf('=');
  const size = Number(text.slice(equals + 1));
  if (equals > 0 && isSize(size)) return [text.slice(0, equals), size];
  throw new UsageError({
    en: `--dim: a name and a size such as sequence=128 are expected, not "${text}"`,
    zh: `--dim：应为 sequence=128 这样的名称与大小，而不是“${text}”`,
  });
}

/** Tells of sizes that no model has a dimension for: a misspelt name would pass for an answer. */
export function warnOfUnknownDimensions(
  session: Session,
  reports: readonly Pick<GraphReport, 'dimensionNames'>[],
): void {
  if (reports.length === 0) return;
  const names = new Set(reports.flatMap(({ dimensionNames }) => [...dimensionNames]));
  for (const [name] of session.list('dim').map(dimension)) {
    if (names.has(name)) continue;
    const known = [...names].join(', ');
    session.warn({
      en: `--dim ${name}: no dimension has this name; ${known === '' ? 'none has a name' : `there are ${known}`}`,
      zh: `--dim ${name}：没有名为该名称的维度；${known === '' ? '模型没有命名维度' : `可用的有 ${known}`}`,
    });
  }
}

function withGuess(message: UsageError['text'], targets: readonly string[]): UsageError['text'] {
  const wrong = targets.find((id) => findTarget(id) === undefined);
  const question = wrong === undefined ? undefined : whichWasMeant(wrong);
  return question === undefined ? message : { en: `${message.en} ${question.en}`, zh: `${message.zh}${question.zh}` };
}
