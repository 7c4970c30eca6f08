import {
  destinationNames,
  type FileReport,
  type GraphReport,
  planScriptDestinations,
  reaches,
  type Settings,
} from '../../core/lint';
import type { ByteSource, Problem, Severity, Task } from '../../core/model';
import { type Configurations, located } from '../configurations';
import { warnOfUnknownDimensions } from '../deployment';
import { shown } from '../files/paths';
import type { Input } from '../input';
import type { ReportedFile, ScriptDestination } from '../report';
import { linesOf } from '../reporters/lines';
import type { Session } from '../session';
import { Progress } from '../terminal/progress';
import { UsageError } from '../usage-error';
import type { EarlierReport } from './earlier-report';
import { messageOfFailure } from './failure';
import type { FixRequest } from './fix-request';
import type { FixLog, FixOutcome } from './fixes';
import { lintGraph } from './graphs';
import type { ScriptFindings } from './script-thread';
import type { ScriptLinter } from './scripts';

/** Lints files one after the other, and keeps what is to be reported of them. */
export class LintRun {
  readonly files: ReportedFile[] = [];
  /** Whether a finding or problem has reached the threshold. */
  failed = false;
  /** Loaded when the first script comes: a run over graphs does without the analysis of scripts. */
  #scripts: ScriptLinter | undefined;
  readonly #progress: Progress;
  readonly #ignoring: Pick<FileReport, 'path' | 'usedIgnores'>[] = [];
  readonly #dimensionNames: Pick<GraphReport, 'dimensionNames'>[] = [];
  readonly #scriptSettings = new Set<Settings>();
  /** What threads have made of scripts, by their paths. */
  readonly #prepared = new Map<string, PreparedScript>();

  constructor(
    private readonly session: Session,
    private readonly configurations: Configurations,
    private readonly total: number,
    private readonly fixing: { readonly request: FixRequest; readonly log: FixLog } | undefined,
    /** What it has told is neither reported nor reaches the threshold. */
    private readonly earlier: EarlierReport | undefined,
  ) {
    this.#progress = new Progress(session.host);
  }

  /** Lints the scripts among many files on several threads, where that is worth it; `lint` then takes what came of them. */
  async prepare(inputs: readonly Input[], threadsWanted: number | undefined): Promise<void> {
    const scripts = inputs.filter(({ kind, isStdin }) => kind === 'script' && !isStdin);
    if (scripts.length === 0) return;
    const { askOnThreads, helpersFor } = await import('./script-pool');
    const threads = await this.session.host.threads?.();
    const helpers = helpersFor(scripts.length, threads, threadsWanted);
    if (threads === undefined || helpers === 0) return;
    const settings = new Map<string, Settings>();
    for (const { path } of scripts) settings.set(path, await this.configurations.settingsFor(path));
    for (const one of new Set(settings.values())) await this.#checkFixTargets(one);
    const jobs = [...settings].map(([path, settings]) => ({ path, settings }));
    const { ScriptThread } = await import('./script-thread');
    const here = new ScriptThread(this.session, await this.#scriptLinter());
    const take = (found: ScriptFindings) => {
      this.#prepared.set(found.path, preparedScript(found, settings.get(found.path)!));
      this.#progress.show(this.#prepared.size / this.total, found.file.path);
    };
    await askOnThreads('findings', jobs, threads, helpers, here, take, this.fixing?.request.level);
  }

  /** Lints the files, in this order. */
  async lint(inputs: readonly Input[]): Promise<void> {
    for (const input of inputs) {
      const prepared = input.isStdin ? undefined : this.#prepared.get(input.path);
      // A thread failed on it, or was not asked.
      if (prepared === undefined) await this.#lintNow(input);
      else this.#take(input, prepared);
    }
  }

  #take(input: Input, { file, settings, usedIgnores, outcome }: PreparedScript): void {
    this.#planScripts(settings);
    this.#ignoring.push({ path: input.path, usedIgnores });
    this.#keep(file, settings);
    this.#noteFixes(input, outcome, settings);
  }

  async #lintNow(input: Input): Promise<void> {
    const settings = await this.configurations.settingsFor(input.path);
    if (input.kind === 'script') {
      this.#planScripts(settings);
      await this.#checkFixTargets(settings);
    }
    let outcome: FixOutcome | undefined;
    const file = await this.#reportOf(input, async (source) => {
      const task = this.#task(input);
      const linted = await this.#lint(input, source, settings, task);
      const { report, file } = linted;
      if ('outcome' in linted) outcome = linted.outcome;
      this.#ignoring.push({ path: input.path, usedIgnores: report.usedIgnores });
      if (report.kind === 'graph') this.#dimensionNames.push({ dimensionNames: report.dimensionNames });
      return file;
    });
    this.#keep(file, settings);
    this.#noteFixes(input, outcome, settings);
  }

  #noteFixes(input: Input, outcome: FixOutcome | undefined, settings: Settings): void {
    if (outcome === undefined) return;
    const place = this.files.length - 1;
    this.fixing?.log.note(input, outcome, (error) => this.#keep(messageOfFailure(input, error), settings, place));
  }

  /** Fixes that are specific to a target are for no two. @throws UsageError */
  async #checkFixTargets(settings: Settings): Promise<void> {
    if (this.fixing === undefined) return;
    const { checkFixTargets } = await import('./fixes');
    checkFixTargets(this.fixing.request, settings);
  }

  #keep(whole: ReportedFile, { threshold }: Settings, place = this.files.length): void {
    const file = this.earlier?.newOf(whole) ?? whole;
    this.files[place] = file;
    const fails = ({ severity }: { readonly severity: Severity }) => reaches(severity, threshold);
    this.failed ||= file.findings.some(fails) || file.problems.some(fails);
  }

  /** Takes the progress bar away, and tells of ignores that nothing needs any more. */
  async finish(): Promise<void> {
    this.#progress.clear();
    this.fixing?.log.write();
    this.fixing?.log.tell();
    warnOfUnknownDimensions(this.session, this.#dimensionNames);
    const ignores = this.configurations.used.flatMap((settings) => settings.ignores);
    if (ignores.length === 0) return;
    const { unusedIgnores } = await import('../../core/lint/ignores');
    const { host } = this.session;
    for (const { ignore, problem } of unusedIgnores(ignores, this.#ignoring)) {
      const text = host.fs.readText(ignore.configuration) ?? '';
      this.session.warn(located(shown(host.cwd, ignore.configuration), text, [problem]));
    }
  }

  /** Where the scripts of this run are to go, in the order of the settings. */
  get scriptDestinations(): readonly ScriptDestination[] {
    const plans = [...this.#scriptSettings].map(planScriptDestinations);
    const names = plans.flatMap(({ destinations }) => destinationNames(destinations)) as ScriptDestination[];
    return [...new Map(names.map((name) => [`${name.target} ${name.route}`, name])).values()];
  }

  /** A target that no script can be carried to is told once, whatever the number of scripts. */
  #planScripts(settings: Settings): void {
    if (this.#scriptSettings.has(settings)) return;
    const told = new Set([...this.#scriptSettings].flatMap(problemsOfPlan).map(({ message }) => message.en));
    this.#scriptSettings.add(settings);
    for (const { message } of problemsOfPlan(settings)) {
      if (told.has(message.en)) continue;
      this.#progress.clear();
      this.session.warn({ en: `scripts: ${message.en}`, zh: `脚本：${message.zh}` });
    }
  }

  async #lint(input: Input, source: ByteSource, settings: Settings, task: Task) {
    switch (input.kind) {
      case 'graph':
        return lintGraph(this.session, input, source, settings, task);
      case 'script':
        return (await this.#scriptLinter()).lint(input, source, settings, task, this.fixing?.request.level);
      case 'checkpoint': {
        const { lintConfiguration } = await import('./checkpoints');
        return lintConfiguration(this.session, input, source, settings, task);
      }
    }
  }

  async #scriptLinter(): Promise<ScriptLinter> {
    this.#scripts ??= new (await import('./scripts')).ScriptLinter(this.session);
    return this.#scripts;
  }

  #task({ name }: Input): Task {
    const done = this.files.length;
    return {
      isCancelled: () => false,
      progress: (fraction) => this.#progress.show((done + fraction) / this.total, name),
    };
  }

  /** What one file does to the program must not keep the others from being looked at. */
  async #reportOf(input: Input, action: (source: ByteSource) => Promise<ReportedFile>): Promise<ReportedFile> {
    try {
      return await input.use(action);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      return messageOfFailure(input, error);
    }
  }
}

/** What a thread made of a script. */
interface PreparedScript {
  readonly file: ReportedFile;
  readonly settings: Settings;
  readonly usedIgnores: FileReport['usedIgnores'];
  readonly outcome: FixOutcome | undefined;
}

function preparedScript({ file, usedIgnores, outcome }: ScriptFindings, settings: Settings): PreparedScript {
  return {
    outcome,
    file: { ...file, lines: linesOf(file.text ?? '') },
    settings,
    usedIgnores: new Set(usedIgnores.map((index) => settings.ignores[index]!)),
  };
}

function problemsOfPlan(settings: Settings): readonly Problem[] {
  return planScriptDestinations(settings).problems;
}
