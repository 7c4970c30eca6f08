import {
  destinationNames,
  type FileReport,
  planScriptDestinations,
  reaches,
  type Settings,
  scriptKindOf,
  unusedIgnores,
} from '../../core/lint';
import type { ByteSource, Localized, Problem, Task } from '../../core/model';
import { type Configurations, located } from '../configurations';
import { FileError } from '../files/file-system';
import { shown } from '../files/paths';
import type { Input } from '../input';
import type { ReportedFile, ScriptDestination } from '../report';
import type { Session } from '../session';
import { Progress } from '../terminal/progress';
import { UsageError } from '../usage-error';
import { lintConfiguration } from './checkpoints';
import type { FixLog, FixRequest } from './fixes';
import { lintGraph } from './graphs';
import { ScriptLinter } from './scripts';

/** Lints files one after the other, and keeps what is to be reported of them. */
export class LintRun {
  readonly files: ReportedFile[] = [];
  /** Whether a finding or problem has reached the threshold. */
  failed = false;
  readonly #scripts: ScriptLinter;
  readonly #progress: Progress;
  readonly #ignoring: Pick<FileReport, 'path' | 'usedIgnores'>[] = [];
  readonly #scriptSettings = new Set<Settings>();

  constructor(
    private readonly session: Session,
    private readonly configurations: Configurations,
    private readonly total: number,
    private readonly fixing: { readonly request: FixRequest; readonly log: FixLog } | undefined,
  ) {
    this.#progress = new Progress(session.host);
    this.#scripts = new ScriptLinter(session, fixing);
  }

  async lint(input: Input): Promise<void> {
    const settings = await this.configurations.settingsFor(input.path);
    if (input.kind === 'script') this.#planScripts(settings);
    const file = await this.#reportOf(input, async (source) => {
      const task = this.#task(input);
      const { report, file } = await this.#lint(input, source, settings, task);
      this.#ignoring.push({ path: input.path, usedIgnores: report.usedIgnores });
      return file;
    });
    this.files.push(file);
    const severities = [...file.findings, ...file.problems].map(({ severity }) => severity);
    this.failed ||= severities.some((severity) => reaches(severity, settings.threshold));
  }

  /** Takes the progress bar away, and tells of ignores that nothing needs any more. */
  finish(): void {
    this.#progress.clear();
    this.fixing?.log.tell();
    const ignores = this.configurations.used.flatMap((settings) => settings.ignores);
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

  #lint(input: Input, source: ByteSource, settings: Settings, task: Task) {
    switch (input.kind) {
      case 'graph':
        return lintGraph(this.session, input, source, settings, task);
      case 'script':
        return this.#scripts.lint(input, source, settings, task);
      case 'checkpoint':
        return lintConfiguration(this.session, input, source, settings, task);
    }
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
      if (error instanceof FileError) return unreadable(input, 'file/unreadable', error.text);
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return unreadable(input, 'portolan/internal-error', {
        en: `Portolan itself failed on this file; please report it with the file. ${trace}`,
        zh: `Portolan 在处理该文件时内部出错，请连同该文件一并反馈。${trace}`,
      });
    }
  }
}

function problemsOfPlan(settings: Settings): readonly Problem[] {
  return planScriptDestinations(settings).problems;
}

function unreadable({ kind, name, path }: Input, code: string, message: Localized): ReportedFile {
  const base = { path: name, findings: [], problems: [{ code, severity: 'error', message } as const], ignored: 0 };
  if (kind === 'graph') return { ...base, kind, coverage: [], outline: undefined };
  if (kind === 'checkpoint') return { ...base, kind, outline: undefined, text: undefined };
  return { ...base, kind, language: scriptKindOf(path) ?? 'python', text: undefined };
}
