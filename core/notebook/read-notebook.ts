import type { CellPlace, Problem, TextEdit, TextSpan } from '../model';
import { type CellScript, scriptOfCells } from './cells';
import { type CellString, type JsonCell, jsonCells } from './json-cells';

/** A notebook's file: its cells as a script, and the way back. */
export interface NotebookFile {
  readonly script: CellScript;
  readonly problems: readonly Problem[];
  /** Where a part of the script stands in the JSON text; undefined where it is in no cell. */
  toFile(span: TextSpan): TextSpan | undefined;
  /** The cell and the line of a part of the script. */
  toCell(span: TextSpan): CellPlace | undefined;
  /** The edit of the JSON text that makes an edit of the script; undefined where it would join cells. */
  editOf(edit: TextEdit): TextEdit | undefined;
}

interface Segment extends CellString {
  /** In the script. */
  readonly at: number;
}

/** Reads a .ipynb. Never throws for bad input. */
export function readNotebook(json: string): NotebookFile {
  const { cells, problems } = jsonCells(json);
  const script = scriptOfCells(cells);
  const segments = script.cells.map(({ index, span }) => segmentsOf(cells[index]!, span.start));

  return { script, problems, toFile, toCell, editOf };

  function toFile({ start, end }: TextSpan): TextSpan | undefined {
    const from = cellAt(start);
    const to = cellAt(end);
    if (from === undefined || to === undefined) return undefined;
    const first = fileOffset(from, start);
    return { start: first, end: Math.max(first, fileOffset(to, end)) };
  }

  function toCell({ start, end }: TextSpan): CellPlace | undefined {
    const cell = cellAt(start);
    if (cell === undefined) return undefined;
    const { index, span } = script.cells[cell]!;
    const before = script.unmasked.slice(span.start, start);
    const column = start - span.start - (before.lastIndexOf('\n') + 1);
    const lineStart = start - column;
    const lineEnd = script.unmasked.indexOf('\n', start);
    const text = script.unmasked.slice(lineStart, Math.min(lineEnd < 0 ? span.end : lineEnd, span.end));
    return {
      number: index + 1,
      line: before.split('\n').length,
      column: column + 1,
      length: Math.max(0, Math.min(end - start, text.length - column)),
      text: text.replace(/\r$/, ''),
    };
  }

  function editOf({ path, span, newText }: TextEdit): TextEdit | undefined {
    if (path !== undefined) return undefined;
    const cell = cellAt(span.start);
    if (cell === undefined || cell !== cellAt(span.end)) return undefined;
    const { span: whole, index } = script.cells[cell]!;
    let { start, end } = span;
    // A cell's magic stays its first line.
    if (start === end && start === whole.start && script.unmasked.startsWith('%%', start)) {
      const line = script.unmasked.indexOf('\n', start);
      if (line < 0 || line >= whole.end) return undefined;
      start = end = line + 1;
    }
    const from = fileOffset(cell, start);
    const to = Math.max(from, fileOffset(cell, end));
    return { span: { start: from, end: to }, newText: jsonLines(newText, cells[index]!, end === whole.end) };
  }

  /** The cell that an offset of the script is in or at the end of. */
  function cellAt(offset: number): number | undefined {
    let low = 0;
    let high = script.cells.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (script.cells[middle]!.span.start <= offset) low = middle;
      else high = middle - 1;
    }
    const found = script.cells[low]?.span;
    return found !== undefined && found.start <= offset && offset <= found.end ? low : undefined;
  }

  function fileOffset(cell: number, offset: number): number {
    const list = segments[cell]!;
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (list[middle]!.at <= offset) low = middle;
      else high = middle - 1;
    }
    const segment = list[low]!;
    return rawOffset(json, segment, Math.min(offset - segment.at, segment.length));
  }
}

function segmentsOf({ strings }: JsonCell, start: number): Segment[] {
  let at = start;
  const segments = strings.map((string) => {
    const segment = { ...string, at };
    at += string.length;
    return segment;
  });
  // Of strings without a letter the last one counts.
  return segments.filter(({ length }, index) => length > 0 || index === segments.length - 1);
}

/** Steps over `count` characters of a JSON string. */
function rawOffset(json: string, { start, end }: CellString, count: number): number {
  let at = start;
  for (let done = 0; done < count && at < end; done += 1) {
    at += json[at] !== '\\' ? 1 : json[at + 1] === 'u' ? 6 : 2;
  }
  return at;
}

/** A text as it stands in the strings of a cell: a list has one for each line. */
function jsonLines(text: string, { separator }: JsonCell, isAtEnd: boolean): string {
  const lines = text.split('\n').map((line) => JSON.stringify(line).slice(1, -1));
  if (separator === undefined) return lines.join('\\n');
  return lines
    .map((line, index) => {
      if (index === lines.length - 1) return line;
      const opensAnother = !(isAtEnd && index === lines.length - 2 && lines.at(-1) === '');
      return `${line}\\n${opensAnother ? separator : ''}`;
    })
    .join('');
}
