import { type Destination, planScriptDestinations, type Settings, shimOf } from '../../core/lint';
import type { ScriptRoute, ShimName, Task } from '../../core/model';
import { type CudaSource, readCudaSource, type ScriptSummary, summarise } from '../../core/porting-report';
import type { Configurations } from '../configurations';
import { FileError } from '../files/file-system';
import { findFiles } from '../files/find-files';
import { shown } from '../files/paths';
import { type Input, inputs } from '../input';
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

/** Lints the scripts one after the other, and keeps counts alone. @throws UsageError */
export async function survey(session: Session, configurations: Configurations): Promise<Surveyed> {
  const found = await inputs(session, ['script']);
  const linter = new ScriptLinter(session, undefined);
  const progress = new Progress(session.host);
  const scripts: ScriptSummary[] = [];
  const plans = new Set<Settings>();
  let unread = 0;
  for (const [index, input] of found.entries()) {
    const settings = await configurations.settingsFor(input.path);
    plans.add(settings);
    const task: Task = {
      isCancelled: () => false,
      progress: (fraction) => progress.show((index + fraction) / found.length, input.name),
    };
    task.progress?.(0);
    const summary = await summaryOf(input, linter, settings, task, session);
    if (summary === undefined) unread += 1;
    else scripts.push(summary);
  }
  progress.clear();
  return { scripts, sources: cudaSources(session), unread, ...deploymentOf(plans, session) };
}

async function summaryOf(
  input: Input,
  linter: ScriptLinter,
  settings: Settings,
  task: Task,
  session: Session,
): Promise<ScriptSummary | undefined> {
  try {
    return await input.use(async (source) =>
      summarise((await linter.lint(input, source, settings, task)).report, input.name),
    );
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    session.warn({ en: `${input.name}: ${error.text.en}`, zh: `${input.name}：${error.text.zh}` });
    return undefined;
  }
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
