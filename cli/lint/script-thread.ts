import type { Settings } from '../../core/lint';
import type { ScriptReport } from '../../core/lint/script';
import { uninterrupted } from '../../core/model';
import type { Host } from '../host';
import { fileInput } from '../input';
import type { ReportedScript } from '../report';
import { Session } from '../session';
import { messageOfFailure } from './failure';
import { ScriptLinter } from './scripts';

/** Scripts to lint, all under the same settings. */
export interface ScriptBatch {
  readonly paths: readonly string[];
  readonly settings: Settings;
}

/** What came of one script. Functions do not pass between threads: lines are counted anew where they are needed. */
export interface ScriptResult {
  readonly path: string;
  readonly file: Omit<ReportedScript, 'lines'>;
  /** Of the settings' ignores, those that kept something back, by their index. */
  readonly usedIgnores: readonly number[];
}

export interface ScriptResults {
  readonly results: readonly ScriptResult[];
}

/** Lints scripts for a run whose results may come from several threads. */
export class ScriptThread {
  constructor(
    private readonly session: Session,
    private readonly linter: ScriptLinter,
  ) {}

  /** On a thread of its own. */
  static alone(host: Host): ScriptThread {
    const nothingGiven = { switches: new Map(), values: new Map(), lists: new Map(), operands: [] };
    const session = new Session(host, nothingGiven, 'en');
    return new ScriptThread(session, new ScriptLinter(session, undefined));
  }

  async batch({ paths, settings }: ScriptBatch): Promise<ScriptResults> {
    const results: ScriptResult[] = [];
    for (const path of paths) results.push(await this.script(path, settings));
    return { results };
  }

  async script(path: string, settings: Settings): Promise<ScriptResult> {
    const input = fileInput(this.session, path, 'script');
    try {
      const { file, report } = await input.use((source) => this.linter.lint(input, source, settings, uninterrupted));
      const { lines: _, ...plain } = file;
      return { path, file: plain, usedIgnores: indicesOf(report, settings) };
    } catch (error) {
      const { lines: _, ...plain } = messageOfFailure(input, error) as ReportedScript;
      return { path, file: plain, usedIgnores: [] };
    }
  }
}

function indicesOf({ usedIgnores }: ScriptReport, { ignores }: Settings): number[] {
  return [...usedIgnores].map((ignore) => ignores.indexOf(ignore));
}
