import { type Destination, planScriptDestinations, type Settings, shimOf } from '../../core/lint';
import type { Localized, ScriptRoute, ShimName } from '../../core/model';
import { type CudaSource, readCudaSource, type ScriptSummary } from '../../core/porting-report';
import type { Configurations } from '../configurations';
import { FileError } from '../files/file-system';
import { findFiles } from '../files/find-files';
import { shown } from '../files/paths';
import { type Input, inputs } from '../input';
import { askOnThreads, helpersFor } from '../lint/script-pool';
import { ScriptThread, type SummarisedScript } from '../lint/script-thread';
import { ScriptLinter } from '../lint/scripts';
import type { Session } from '../session';
import { Progress } from '../terminal/progress';

/** What the folders of the command line hold. */
export interface Surveyed {
  readonly scripts: readonly ScriptSummary[];
  readonly sources: readonly CudaSource[];
  readonly unread: number;
  readonly destinations: readonly Destination<ScriptRoute>[];
  readonly shims: ReadonlyMap<string, ShimName>;
}

/** Longer sources are generated, and would be read for nothing. */
const longestSource = 4 << 20;

/** Lints the scripts, on several threads where there are many, and keeps counts alone. @throws UsageError */
export async function survey(
  session: Session,
  configurations: Configurations,
  threadsWanted: number | undefined,
): Promise<Surveyed> {
  const found = await inputs(session, ['script']);
  const jobs = [];
  for (const input of found)
    jobs.push({ input, path: input.path, settings: await configurations.settingsFor(input.path) });
  const plans = new Set(jobs.map(({ settings }) => settings));
  const progress = new Progress(session.host);
  const here = new ScriptThread(session, new ScriptLinter(session));
  const prepared = new Map<string, SummarisedScript>();
  const threads = await session.host.threads?.();
  const files = jobs.filter(({ input }) => !input.isStdin);
  const helpers = helpersFor(files.length, threads, threadsWanted);
  if (threads !== undefined && helpers > 0) {
    await askOnThreads('summary', files, threads, helpers, here, (answer) => {
      prepared.set(answer.path, answer);
      progress.show(prepared.size / jobs.length, shown(session.host.cwd, answer.path));
    });
  }
  const scripts: ScriptSummary[] = [];
  for (const [index, { input, settings }] of jobs.entries()) {
    progress.show(index / jobs.length, input.name);
    const { summary } =
      (input.isStdin ? undefined : prepared.get(input.path)) ?? (await here.summaryOf(input, settings));
    if ('unreadable' in summary) warnOfUnreadable(session, input, summary.unreadable);
    else scripts.push(summary);
  }
  progress.clear();
  const unread = jobs.length - scripts.length;
  return { scripts, sources: cudaSources(session), unread, ...deploymentOf(plans, session) };
}

function warnOfUnreadable(session: Session, { name }: Input, { en, zh }: Localized): void {
  session.warn({ en: `${name}: ${en}`, zh: `${name}：${zh}` });
}

/** Each target and route once, with the target's shim; a target that scripts cannot be carried to is told. */
function deploymentOf(plans: ReadonlySet<Settings>, session: Session): Pick<Surveyed, 'destinations' | 'shims'> {
  const destinations = new Map<string, Destination<ScriptRoute>>();
  const shims = new Map<string, ShimName>();
  const told = new Set<string>();
  for (const settings of plans) {
    const plan = planScriptDestinations(settings);
    for (const one of plan.destinations) {
      destinations.set(`${one.target.id} ${one.route}`, one);
      shims.set(one.target.id, shimOf(settings, one.target.id));
    }
    for (const { message } of plan.problems) {
      if (!told.has(message.en)) session.warn(message);
      told.add(message.en);
    }
  }
  return { destinations: [...destinations.values()], shims };
}

function cudaSources(session: Session): CudaSource[] {
  const { fs, cwd } = session.host;
  const { paths } = findFiles(
    session.given.operands.filter((operand) => operand !== '-'),
    {
      fs,
      cwd,
      ignorePatterns: session.list('ignore-pattern'),
      useIgnoreFiles: session.switch('ignore') ?? true,
      wanted: (path) => /\.cuh?$/i.test(path),
    },
  );
  return paths
    .filter((path) => /\.cuh?$/i.test(path))
    .flatMap((path) => {
      const text = textOf(path, session);
      return text === undefined ? [] : [readCudaSource(shown(cwd, path), text)];
    });
}

function textOf(path: string, { host }: Session): string | undefined {
  try {
    const file = host.fs.open(path);
    try {
      return file.size > longestSource ? undefined : new TextDecoder().decode(file.read(0, file.size));
    } finally {
      file.close();
    }
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}
