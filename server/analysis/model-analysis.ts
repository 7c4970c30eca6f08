import type { GraphReport } from '../../core/lint';
import { lintModel } from '../../core/lint';
import { bytesSource, type Problem, type Task } from '../../core/model';
import { type Files, FileTooLarge, type OpenFile } from '../host/files';
import { messages } from '../messages';
import { type ModelSettings, pathOf } from '../settings/model-settings';
import { Cancelled } from './job';

/** What the server knows about one model in one state, under one configuration. */
export interface ModelAnalysis {
  readonly uri: string;
  /** Equal where neither the file nor its configuration has changed. */
  readonly version: string;
  readonly report: GraphReport;
  readonly settings: ModelSettings;
}

/**
 * Analyses a model from its file, or from `text` where an editor holds an unsaved one. A file that is not there or too
 * large is a report with a problem.
 */
export async function analyseModel(
  { uri, version, settings }: Omit<ModelAnalysis, 'report'>,
  files: Files,
  text: string | undefined,
  task: Task,
): Promise<ModelAnalysis> {
  const path = pathOf(uri);
  let file: OpenFile | undefined;
  try {
    file = text === undefined ? await files.open(uri) : inMemory(text);
  } catch (error) {
    if (!(error instanceof FileTooLarge)) throw error;
    const problem = { code: 'file/too-large', severity: 'error', message: messages.tooLarge(error.size) } as const;
    return { uri, version, settings, report: emptyReport(path, problem) };
  }
  if (file === undefined) {
    const problem = { code: 'file/unreadable', severity: 'error', message: messages.noSuchFile } as const;
    return { uri, version, settings, report: emptyReport(path, problem) };
  }
  try {
    const { source } = file;
    const report = await lintModel({ path, source, workspace: files.workspace }, settings.settings, task);
    if (report.cancelled) throw new Cancelled();
    return { uri, version, settings, report };
  } finally {
    file.close();
  }
}

function inMemory(text: string): OpenFile {
  return { source: bytesSource(new TextEncoder().encode(text)), close: () => undefined };
}

function emptyReport(path: string, problem: Problem): GraphReport {
  return {
    path,
    kind: 'graph',
    findings: [],
    problems: [problem],
    facts: undefined,
    inference: undefined,
    dimensionNames: new Set(),
    assessments: [],
    coverage: [],
    usedIgnores: new Set(),
    ignored: 0,
    cancelled: false,
  };
}
