import {
  describeScript,
  lintScript,
  type ScriptReport,
  type Settings,
  scriptKindOf,
  scriptText,
} from '../../core/lint';
import type { ByteSource, Task } from '../../core/model';
import { loadPython, type PythonParser } from '../../core/pytorch';
import type { Input } from '../input';
import { type ReportedScript, reportedScript } from '../report';
import type { Session } from '../session';

/** Lints scripts and what goes with them. The grammar is loaded when the first one comes. */
export class ScriptLinter {
  #parser: Promise<PythonParser> | undefined;

  constructor(private readonly session: Session) {}

  async lint(
    { path, name }: Input,
    source: ByteSource,
    settings: Settings,
    task: Task,
  ): Promise<{ readonly file: ReportedScript; readonly report: ScriptReport }> {
    this.#parser ??= loadPython(this.session.host.pythonWasm());
    const kind = scriptKindOf(path) ?? 'python';
    const { text, problems: problemsOfText } = scriptText(source.read(0, source.size));
    const { facts, problems } = describeScript({ path, kind, text }, await this.#parser);
    const report = lintScript(facts, [...problemsOfText, ...problems], settings, task);
    return { report, file: reportedScript(report, name) };
  }
}
