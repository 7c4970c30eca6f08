import type { Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ScriptKind, scriptKindOf } from '../../core/lint';
import type { TextSpan } from '../../core/model';
import { type CellScript, scriptOfCells } from '../../core/notebook';
import { pathOf } from '../settings/model-settings';

/** A piece of a script that the editor shows as a document: a file, or a cell of a notebook. */
interface Part {
  readonly document: TextDocument;
  /** In the script. */
  readonly span: TextSpan;
}

/** A script in one state: a file, or the cells of a notebook one after the other. */
export interface ScriptDocument {
  readonly uri: string;
  readonly kind: ScriptKind;
  readonly text: string;
  /** Of a notebook that is open. */
  readonly cells: CellScript | undefined;
  readonly parts: readonly Part[];
}

/** A place as the protocol has it. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** What language a document is in, by its name; by what the editor calls it where the name says nothing. */
export function kindOfDocument(uri: string, languageId?: string): ScriptKind | undefined {
  const kind = scriptKindOf(pathOf(uri));
  // Python without a file name: `untitled:Untitled-1`.
  return kind ?? (languageId === 'python' ? 'python' : undefined);
}

export function fileDocument(uri: string, kind: ScriptKind, text: string): ScriptDocument {
  const document = TextDocument.create(uri, kind, 0, text);
  return { uri, kind, text, cells: undefined, parts: [{ document, span: { start: 0, end: text.length } }] };
}

/** The cells of a notebook; what is no Python is no part of it. */
export function notebookDocument(uri: string, open: readonly (TextDocument | undefined)[]): ScriptDocument {
  const cells = open.map((cell) => cell && asItIs(cell));
  const script = scriptOfCells(
    cells.map((cell) => ({ isPython: cell?.languageId === 'python', text: cell?.getText() ?? '' })),
  );
  return {
    uri,
    kind: 'notebook',
    text: script.text,
    cells: script,
    parts: script.cells.map(({ index, span }) => ({ document: cells[index]!, span })),
  };
}

/** The editor's document is changed by what is typed next. */
function asItIs(document: TextDocument): TextDocument {
  return TextDocument.create(document.uri, document.languageId, document.version, document.getText());
}

/** Where a part of the script stands; at the beginning of the first document where it is in none. */
export function placeOfSpan({ parts, uri }: ScriptDocument, span: TextSpan | undefined): Place {
  const { start, end } = span ?? { start: 0, end: 0 };
  const part = parts.findLast((one) => one.span.start <= start) ?? parts[0];
  if (part === undefined) return { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
  const at = (offset: number) => part.document.positionAt(Math.min(offset, part.span.end) - part.span.start);
  return { uri: part.document.uri, range: { start: at(start), end: at(Math.max(start, end)) } };
}

/** The offset in the script of a position in one of its documents. */
export function offsetAt({ parts }: ScriptDocument, uri: string, position: Position): number | undefined {
  const part = parts.length === 1 ? parts[0] : parts.find(({ document }) => document.uri === uri);
  return part && part.span.start + part.document.offsetAt(position);
}
