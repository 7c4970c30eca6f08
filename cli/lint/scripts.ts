import { type ScriptKind, type Settings, scriptKindOf } from '../../core/lint';
import {
  type FixLevel,
  fixScript,
  lintScriptFile,
  type ScriptReport,
  type ScriptText,
  scriptText,
} from '../../core/lint/script';
import type { ByteSource, Localized, Task } from '../../core/model';
import { isLockFile, pythonParser, type ScriptIndex } from '../../core/pytorch';
import type { Input } from '../input';
import { type ReportedScript, reportedScript } from '../report';
import type { Session } from '../session';
import type { FixOutcome } from './fixes';
import { ScriptProjects } from './script-projects';

/** A script as it was found, or as it would be with its fixes. */
interface LintedScript {
  readonly file: ReportedScript;
  readonly report: ScriptReport;
  /** Where fixes were asked for. */
  readonly outcome?: FixOutcome;
}

/** Lints scripts and what goes with them, and fixes their texts where that is asked for. It writes nothing. */
export class ScriptLinter {
  #projects: ScriptProjects | undefined;

  constructor(private readonly session: Session) {
    session.host.expectLongRun?.();
  }

  async lint(
    input: Input,
    source: ByteSource,
    settings: Settings,
    task: Task,
    fixes?: FixLevel,
  ): Promise<LintedScript> {
    const kind = scriptKindOf(input.path) ?? 'python';
    const read = scriptText(source.read(0, source.size), kind);
    const index = this.#indexFor(kind, input.path, read.text);
    const lint = (text: string) => lintText({ path: input.path, kind, text }, read, settings, task, index);
    const { report, outcome } = fixes === undefined ? { report: lint(read.text) } : fixed(read, fixes, lint);
    return { report, file: reportedScript(report, input.name), ...(outcome && { outcome }) };
  }

  /** What is known of the project of a file: at once where it is a part of it, else when something is asked. */
  #indexFor(kind: ScriptKind, path: string, text: string): ScriptIndex | undefined {
    this.#projects ??= new ScriptProjects(this.session, pythonParser);
    const projects = this.#projects;
    if (kind === 'python' || kind === 'notebook' || isLockFile(path)) return projects.of(path, text);
    return { holdsAround: (file, question) => projects.of(file, text).holdsAround(file, question) };
  }
}

function fixed(
  read: ScriptText,
  level: FixLevel,
  lint: (text: string) => ScriptReport,
): { readonly report: ScriptReport; readonly outcome: FixOutcome } {
  if (!read.isUtf8) {
    const report = lint(read.text);
    const hasFixes = report.findings.some(({ fixes }) => fixes.length > 0);
    return { report, outcome: hasFixes ? { refused: otherEncoding } : {} };
  }
  const { text: after, applied, refused, report } = fixScript(read.text, level, lint);
  const { text: before, hasMark } = read;
  const change = after === before ? {} : { change: { before, after, hasMark, fixes: applied.length } };
  return { report, outcome: { ...change, ...(refused && { refused }) } };
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
