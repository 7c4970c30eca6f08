import type { Position, Range } from 'vscode-languageserver';
import { inLanguage, type Language, type TextSpan } from '../../core/model';
import { editorLimit, type LineToken, printModel, type TextView } from '../../core/onnx/text';
import type { ModelAnalysis } from '../analysis/model-analysis';
import { messages } from '../messages';
import { fileName } from '../model-uri';
import { LineStarts } from './line-starts';

/** The text in which a model is shown, and its parts where the model could be read. */
export interface ModelText {
  readonly text: string;
  /** Undefined where the text is not the text view: a model that cannot be read, or one that somebody wrote as text. */
  readonly view: TextView | undefined;
  /** The range of a span of the text. */
  range(span: TextSpan): Range;
}

/**
 * The text of a model: its text view; for a model that a user wrote as text, that text; for one that cannot be read, the
 * reasons.
 *
 * @param written the model's own text, for one in ONNX's text syntax.
 */
export function textOf({ uri, report }: ModelAnalysis, language: Language, written: string | undefined): ModelText {
  const model = report.facts?.model;
  const view = model && printModel(model, { limit: editorLimit });
  if (written !== undefined) {
    return modelText(written, view !== undefined && isSameModel(written, view.text) ? view : undefined);
  }
  if (view !== undefined) return modelText(view.text, view);
  const reasons = report.problems.map(({ code, message, byteOffset }) => {
    const where = byteOffset === undefined ? '' : ` @${byteOffset}`;
    return `${inLanguage(message, language)} (${code}${where})`;
  });
  const lines = [fileName(uri), inLanguage(messages.unreadable, language), ...reasons];
  return modelText(lines.map((line) => `# ${line.replaceAll('\n', '\n# ')}\n`).join(''), undefined);
}

function modelText(text: string, view: TextView | undefined): ModelText {
  const starts = new LineStarts(text);
  return { text, view, range: (span) => starts.range(span) };
}

/** Whether two texts differ in nothing but comments: the lines and columns of one then hold for the other. */
function isSameModel(a: string, b: string): boolean {
  const plain = (text: string) => text.replaceAll(/[ \t]*(#.*)?\r?$/gm, '').trimEnd();
  return plain(a) === plain(b);
}

/** The name at a position. */
export function tokenAt(view: TextView, { line, character }: Position): LineToken | undefined {
  return view.tokensAt(line).find(({ start, end }) => start <= character && character <= end);
}

export function tokenRange(line: number, { start, end }: Pick<LineToken, 'start' | 'end'>): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** A line from its first character that is no space to its last. */
export function lineRange(view: TextView, line: number): Range {
  const text = view.line(line);
  return tokenRange(line, { start: text.length - text.trimStart().length, end: text.trimEnd().length });
}
