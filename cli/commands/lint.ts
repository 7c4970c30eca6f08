import {
  type FileReport,
  isModelText,
  lintModel,
  reaches,
  type SettingsLayer,
  type Threshold,
  unusedIgnores,
} from '../../core/lint';
import type { ByteSource, Localized, Task } from '../../core/model';
import { Configurations, located } from '../configurations';
import { deploymentOptions } from '../deployment';
import { FileError } from '../files/file-system';
import { shown } from '../files/paths';
import type { ExitCode } from '../host';
import { type Input, inputs } from '../input';
import { type ReportedFile, reportedFile } from '../report';
import { linesOf } from '../reporters/lines';
import type { Session } from '../session';
import { Progress } from '../terminal/progress';
import { reportOutputs, writeReports } from '../write-reports';

/** `portolan lint PATH...` */
export async function execute(session: Session): Promise<ExitCode> {
  const outputs = reportOutputs(session);
  const configurations = new Configurations(session, commandLine(session));
  const models = await inputs(session);
  const run = new LintRun(session, configurations, models.length);
  for (const model of models) await run.lint(model);
  run.finish();

  const targets = [...new Set(configurations.used.flatMap((settings) => settings.targets))];
  const files = session.switch('quiet') ? run.files.map(errorsOnly) : run.files;
  await writeReports(session, { files, targets }, outputs);
  if (run.files.every(({ outline }) => outline === undefined)) return 2;
  return run.failed ? 1 : 0;
}

function commandLine(session: Session): SettingsLayer {
  const threshold = session.value('fail-on') as Threshold | undefined;
  return { ...deploymentOptions(session), ...(threshold !== undefined && { threshold }) };
}

class LintRun {
  readonly files: ReportedFile[] = [];
  /** Whether a finding or problem has reached the threshold. */
  failed = false;
  readonly #progress: Progress;
  readonly #ignoring: Pick<FileReport, 'path' | 'usedIgnores'>[] = [];

  constructor(
    private readonly session: Session,
    private readonly configurations: Configurations,
    private readonly total: number,
  ) {
    this.#progress = new Progress(session.host);
  }

  async lint(input: Input): Promise<void> {
    const settings = await this.configurations.settingsFor(input.path);
    const report = await this.#reportOf(input, async (source) => {
      const { path } = input;
      const report = await lintModel({ path, source, workspace: this.session.host.fs }, settings, this.#task(input));
      this.#ignoring.push({ path, usedIgnores: report.usedIgnores });
      return reportedFile(report, input.name, isModelText(path) ? linesOf(decode(source)) : undefined);
    });
    this.files.push(report);
    const severities = [...report.findings, ...report.problems].map(({ severity }) => severity);
    this.failed ||= severities.some((severity) => reaches(severity, settings.threshold));
  }

  /** Takes the progress bar away, and tells of ignores that nothing needs any more. */
  finish(): void {
    this.#progress.clear();
    const ignores = this.configurations.used.flatMap((settings) => settings.ignores);
    const { host } = this.session;
    for (const { ignore, problem } of unusedIgnores(ignores, this.#ignoring)) {
      const text = host.fs.readText(ignore.configuration) ?? '';
      this.session.warn(located(shown(host.cwd, ignore.configuration), text, [problem]));
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
      if (error instanceof FileError) return unreadable(input, 'file/unreadable', error.text);
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return unreadable(input, 'portolan/internal-error', {
        en: `Portolan itself failed on this file; please report it with the file. ${trace}`,
        zh: `Portolan 在处理该文件时内部出错，请连同该文件一并反馈。${trace}`,
      });
    }
  }
}

function unreadable({ name }: Input, code: string, message: Localized): ReportedFile {
  const problems = [{ code, severity: 'error', message } as const];
  return { path: name, kind: 'graph', findings: [], problems, coverage: [], ignored: 0, outline: undefined };
}

function errorsOnly(file: ReportedFile): ReportedFile {
  const isError = ({ severity }: { readonly severity: string }) => severity === 'error' || severity === 'silent';
  return { ...file, findings: file.findings.filter(isError), problems: file.problems.filter(isError) };
}

function decode(source: ByteSource): string {
  return new TextDecoder().decode(source.read(0, source.size));
}
