import { describeCellsInSteps, describeInSteps, lintScript, type ScriptReport } from '../../core/lint/script';
import { type Problem, uninterrupted } from '../../core/model';
import type { PythonParser, ScriptIndex } from '../../core/pytorch';
import { inSlices } from '../analysis/in-slices';
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

/**
 * Lints a script. `problems` are those of its bytes.
 *
 * @param isStale whether nobody needs it any more
 * @throws Cancelled where it is given up
 */
export async function analyseScript(
  document: ScriptDocument,
  version: string,
  settings: ModelSettings,
  parser: PythonParser,
  problems: readonly Problem[],
  index: ScriptIndex | undefined,
  isStale: () => boolean,
): Promise<ScriptAnalysis> {
  const path = pathOf(document.uri);
  const { kind, text, cells } = document;
  const steps =
    cells === undefined
      ? describeInSteps({ path, kind, text }, parser, index)
      : describeCellsInSteps(path, cells, parser, index);
  const described = await inSlices(steps, isStale);
  const report = lintScript(
    described.facts,
    [...problems, ...described.problems],
    settings.settings,
    uninterrupted,
    index,
  );
  return { document, version, report, settings, index };
}
