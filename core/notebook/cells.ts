import type { TextSpan } from '../model';

export interface CellSource {
  /** Whether it is code, and in Python. */
  readonly isPython: boolean;
  readonly text: string;
}

export interface CellSpan {
  /** Among all cells of the notebook, from 0. */
  readonly index: number;
  /** In the script; as long as the cell's text. */
  readonly span: TextSpan;
}

/** The Python cells of a notebook one after the other, as one script. */
export interface CellScript {
  /** Offsets are those of the cells' own text; what only IPython understands is masked. */
  readonly text: string;
  readonly cells: readonly CellSpan[];
  /** The commands that cells give to a shell (`!pip install x`, `%pip install x`), in {@link unmasked}. */
  readonly commands: readonly TextSpan[];
  /** The same text with nothing masked. */
  readonly unmasked: string;
}

/** Cell magics whose cell is Python all the same; what others begin is another language, or a file. */
const pythonMagics = /^%%(?:time|timeit|capture|prun|python3?|debug|memit|mprun|heat|script\s+python\S*)\b/;
/** `%matplotlib inline`, `!nvidia-smi`, `?torch.zeros`, `torch.zeros?`; a `%` that goes on with an operator is none. */
const magicLine = /^(?<indent>[ \t]*)(?:%{1,2}[A-Za-z]|!|\?|[\w.]+\?{1,2}[ \t]*\r?$)/;
/** `files = !ls`, `x = %timeit -o f()`. */
const magicValue = /^(?<before>[ \t]*[\w., \t]+=[ \t]*)(?:!|%[A-Za-z])/;
const command = /^[ \t]*(?:[\w., \t]+=[ \t]*)?(?:!{1,2}|%(?=(?:pip|conda|uv)\b))(?<command>.*)$/d;

/** Puts the Python cells of a notebook together. Between two of them is an end of line that belongs to none. */
export function scriptOfCells(cells: readonly CellSource[]): CellScript {
  const parts: string[] = [];
  const raw: string[] = [];
  const spans: CellSpan[] = [];
  const commands: TextSpan[] = [];
  let at = 0;
  for (const [index, { isPython, text }] of cells.entries()) {
    if (!isPython || !isPythonCell(text)) continue;
    spans.push({ index, span: { start: at, end: at + text.length } });
    parts.push(maskMagics(text, at, commands), '\n');
    raw.push(text, '\n');
    at += text.length + 1;
  }
  return { text: parts.join(''), unmasked: raw.join(''), cells: spans, commands };
}

function isPythonCell(text: string): boolean {
  const first = text.trimStart();
  return !first.startsWith('%%') || pythonMagics.test(first);
}

/** Lines that are no Python as comments of the same length; a statement stays where a block needs one. */
function maskMagics(text: string, offset: number, commands: TextSpan[]): string {
  if (!/[%!?]/.test(text)) return text;
  let at = offset;
  /** The line above goes on, and where the command that it is began. */
  let above: { readonly start: number | undefined } | undefined;
  return text
    .split('\n')
    .map((line) => {
      const start = at;
      at += line.length + 1;
      const magic = above === undefined ? maskLine(line) : masked(line, '#');
      const shell = above === undefined ? command.exec(line)?.indices?.groups?.['command'] : undefined;
      if (above?.start !== undefined) commands.splice(-1, 1, { start: above.start, end: start + line.length });
      else if (shell !== undefined && magic !== line) {
        commands.push({ start: start + shell[0], end: start + shell[1] });
      }
      const began = above === undefined ? shell && start + shell[0] : above.start;
      above = (above !== undefined || magic !== line) && goesOn.test(line) ? { start: began } : undefined;
      return magic;
    })
    .join('\n');
}

const goesOn = /\\[ \t]*\r?$/;

function maskLine(line: string): string {
  const value = magicValue.exec(line)?.groups?.['before'];
  if (value !== undefined) return value + masked(line.slice(value.length), '0');
  const indent = magicLine.exec(line)?.groups?.['indent'];
  if (indent === undefined) return line;
  return indent + masked(line.slice(indent.length), indent === '' ? '#' : '0');
}

/** `0#...`: an expression and a comment, as long as `text`. */
function masked(text: string, first: '0' | '#'): string {
  if (text === '' || text === '\r') return text;
  return text.length === 1 ? first : `${first}#${text.slice(2).replace(/[^\r]/g, '-')}`;
}
