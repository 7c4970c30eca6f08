import { describeCells, describeScript, lintScript, type ScriptReport } from '../../core/lint/script';
import { type Problem, uninterrupted } from '../../core/model';
import type { PythonParser, ScriptIndex } from '../../core/pytorch';
import { type ModelSettings, pathOf } from '../settings/model-settings';
import type { ScriptDocument } from './script-document';

/** What the server knows about one script in one state, under one configuration. */
export interface ScriptAnalysis {
  readonly document: ScriptDocument;
  /** Equal where neither the text nor its configuration has changed. */
  readonly version: string;
  /** Spans are offsets in the document's text. */
  readonly report: ScriptReport;
  readonly settings: ModelSettings;
  /** What was known of the rest of the workspace. */
  readonly index: ScriptIndex | undefined;
}

/** Lints a script. `problems` are those of its bytes. */
export function analyseScript(
  document: ScriptDocument,
  version: string,
  settings: ModelSettings,
  parser: PythonParser,
  problems: readonly Problem[] = [],
  index?: ScriptIndex,
): ScriptAnalysis {
  const path = pathOf(document.uri);
  const { kind, text, cells } = document;
  const described =
    cells === undefined
      ? describeScript({ path, kind, text }, parser, index)
      : describeCells(path, cells, parser, index);
  const report = lintScript(
    described.facts,
    [...problems, ...described.problems],
    settings.settings,
    uninterrupted,
    index,
  );
  return { document, version, report, settings, index };
}
