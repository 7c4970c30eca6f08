import { type ScriptKind, type Settings, scriptKindOf } from '../../core/lint';
import { fixScript, lintScriptFile, type ScriptReport, type ScriptText, scriptText } from '../../core/lint/script';
import type { ByteSource, Localized, Task } from '../../core/model';
import { isLockFile, pythonParser, type ScriptIndex } from '../../core/pytorch';
import type { Input } from '../input';
import { type ReportedScript, reportedScript } from '../report';
import type { Session } from '../session';
import type { FixRequest } from './fix-request';
import { checkFixTargets, type FixLog } from './fixes';
import { ScriptProjects } from './script-projects';

/** Lints scripts and what goes with them, and fixes them where that is asked for. */
export class ScriptLinter {
  #projects: ScriptProjects | undefined;

  constructor(
    private readonly session: Session,
    private readonly fixing: { readonly request: FixRequest; readonly log: FixLog } | undefined,
  ) {
    session.host.expectLongRun?.();
  }

  async lint(
    input: Input,
    source: ByteSource,
    settings: Settings,
    task: Task,
  ): Promise<{ readonly file: ReportedScript; readonly report: ScriptReport }> {
    const kind = scriptKindOf(input.path) ?? 'python';
    const read = scriptText(source.read(0, source.size), kind);
    this.#projects ??= new ScriptProjects(this.session, pythonParser);
    const hasProject = kind === 'python' || kind === 'notebook' || isLockFile(input.path);
    const index = hasProject ? this.#projects.of(input.path, read.text) : undefined;
    const lint = (text: string) => lintText({ path: input.path, kind, text }, read, settings, task, index);
    const report = this.fixing === undefined ? lint(read.text) : this.#fix(input, read, settings, lint);
    return { report, file: reportedScript(report, input.name) };
  }

  #fix(input: Input, read: ScriptText, settings: Settings, lint: (text: string) => ScriptReport): ScriptReport {
    const { request, log } = this.fixing!;
    checkFixTargets(request, settings);
    if (!read.isUtf8) {
      const report = lint(read.text);
      if (report.findings.some(({ fixes }) => fixes.length > 0)) this.#warn(input, otherEncoding);
      return report;
    }
    const { text, applied, refused, report } = fixScript(read.text, request.level, lint);
    log.keep(input, read, text, applied);
    if (refused !== undefined) this.#warn(input, refused);
    return report;
  }

  #warn({ name }: Input, { en, zh }: Localized): void {
    this.session.warn({ en: `${name}: ${en}`, zh: `${name}：${zh}` });
  }
}

const otherEncoding: Localized = {
  en: 'It is not UTF-8; its fixes were not applied.',
  zh: '文件不是 UTF-8 编码，未应用其中的修复。',
};

function lintText(
  file: { readonly path: string; readonly kind: ScriptKind; readonly text: string },
  read: ScriptText,
  settings: Settings,
  task: Task,
  index: ScriptIndex | undefined,
): ScriptReport {
  const report = lintScriptFile(file, pythonParser, settings, task, index);
  return { ...report, problems: [...read.problems, ...report.problems] };
}
