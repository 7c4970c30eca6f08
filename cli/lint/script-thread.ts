import type { Settings } from '../../core/lint';
import type { FixLevel, ScriptReport } from '../../core/lint/script';
import { type Localized, uninterrupted } from '../../core/model';
import { type ScriptSummary, summarise } from '../../core/porting-report';
import { FileError } from '../files/file-system';
import type { Host } from '../host';
import { fileInput, type Input } from '../input';
import type { ReportedScript } from '../report';
import { Session } from '../session';
import { messageOfFailure } from './failure';
import type { FixOutcome } from './fixes';
import { foldersOf } from './project-roots';
import { ScriptLinter } from './scripts';

/** What runs ask of scripts, and what they are answered of each. */
export interface ScriptAnswers {
  readonly findings: ScriptFindings;
  readonly summary: SummarisedScript;
}

export type ScriptQuestion = keyof ScriptAnswers;

/** Scripts to lint, all under the same settings. */
export interface ScriptBatch<Q extends ScriptQuestion = ScriptQuestion> {
  readonly question: Q;
  readonly paths: readonly string[];
  readonly settings: Settings;
  /** Which fixes findings are told after. */
  readonly fixes: FixLevel | undefined;
  /** The folders that the run is about, absolute: the same in all batches. */
  readonly folders: readonly string[];
}

/** What `portolan lint` reports. Functions do not pass between threads: lines are counted anew where they are needed. */
export interface ScriptFindings {
  readonly path: string;
  readonly file: Omit<ReportedScript, 'lines'>;
  /** Of the settings' ignores, those that kept something back, by their index. */
  readonly usedIgnores: readonly number[];
  /** Where fixes were asked for, and the file could be read. */
  readonly outcome?: FixOutcome;
}

/** What `portolan report` counts. */
export interface SummarisedScript {
  readonly path: string;
  /** Why the file could not be read, where it could not. */
  readonly summary: ScriptSummary | { readonly unreadable: Localized };
}

/** Lints scripts for a run whose answers may come from several threads. */
export class ScriptThread {
  constructor(
    private readonly session: Session,
    private readonly linter: ScriptLinter,
  ) {}

  /** On a thread of its own, for a run about these folders. */
  static alone(host: Host, folders: readonly string[]): ScriptThread {
    const given = { switches: new Map(), values: new Map(), lists: new Map(), operands: folders };
    const session = new Session(host, given, 'en');
    return new ScriptThread(session, new ScriptLinter(session));
  }

  /** The folders that the run is about, absolute. */
  get folders(): readonly string[] {
    return foldersOf(this.session.given.operands, this.session.host);
  }

  async batch({
    question,
    paths,
    settings,
    fixes,
  }: Omit<ScriptBatch, 'folders'>): Promise<ScriptAnswers[ScriptQuestion][]> {
    const answers: ScriptAnswers[ScriptQuestion][] = [];
    for (const path of paths) answers.push(await this.script(question, path, settings, fixes));
    return answers;
  }

  script<Q extends ScriptQuestion>(
    question: Q,
    path: string,
    settings: Settings,
    fixes?: FixLevel,
  ): Promise<ScriptAnswers[Q]>;
  script(
    question: ScriptQuestion,
    path: string,
    settings: Settings,
    fixes?: FixLevel,
  ): Promise<ScriptAnswers[ScriptQuestion]> {
    return question === 'findings'
      ? this.#findings(path, settings, fixes)
      : this.summaryOf(fileInput(this.session, path, 'script'), settings);
  }

  async #findings(path: string, settings: Settings, fixes: FixLevel | undefined): Promise<ScriptFindings> {
    const input = fileInput(this.session, path, 'script');
    try {
      const { file, report, outcome } = await input.use((source) =>
        this.linter.lint(input, source, settings, uninterrupted, fixes),
      );
      const { lines: _, ...plain } = file;
      return { path, file: plain, usedIgnores: indicesOf(report, settings), ...(outcome && { outcome }) };
    } catch (error) {
      const { lines: _, ...plain } = messageOfFailure(input, error) as ReportedScript;
      return { path, file: plain, usedIgnores: [] };
    }
  }

  async summaryOf(input: Input, settings: Settings): Promise<SummarisedScript> {
    const { path } = input;
    try {
      const { report } = await input.use((source) => this.linter.lint(input, source, settings, uninterrupted));
      return { path, summary: summarise(report, input.name) };
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      return { path, summary: { unreadable: error.text } };
    }
  }
}

function indicesOf({ usedIgnores }: ScriptReport, { ignores }: Settings): number[] {
  return [...usedIgnores].map((ignore) => ignores.indexOf(ignore));
}
