import type { CellPlace, TextSpan } from '../../core/model';
import { harmless } from '../terminal/harmless';
import { displayWidth } from '../terminal/width';
import { type Lines, linesOf } from './lines';

/** Lines of a text with a mark below what is meant. */
export interface Excerpt {
  readonly lines: readonly ExcerptLine[];
  /** Columns of a terminal before the mark, and of the mark itself. */
  readonly indent: number;
  readonly width: number;
}

export interface ExcerptLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

const tabWidth = 4;

/** The line that `span` begins in, behind the line before it, cut to `columns` around the span. */
export function excerpt(text: string, span: TextSpan, lines: Lines, columns: number): Excerpt {
  const { line, column } = lines(span.start);
  const start = span.start - (column - 1);
  const whole = lineAt(text, start);
  const from = column - 1;
  const to = Math.max(Math.min(from + (span.end - span.start), whole.length), from);
  // The mark in the middle where the line is too long.
  const cut = displayWidth(whole) <= columns ? 0 : Math.max(0, from - Math.floor(columns / 3));
  const shown = whole.slice(cut, cut + columns);
  const before =
    line > 1 ? [{ number: line - 1, text: plain(lineAt(text, startOfPrevious(text, start)), columns) }] : [];
  const marked = shown.slice(from - cut, to - cut);
  return {
    lines: [...before.filter((one) => one.text.trim() !== ''), { number: line, text: plain(shown, columns) }],
    indent: displayWidth(plain(shown.slice(0, from - cut))),
    width: Math.max(1, displayWidth(plain(marked))),
  };
}

/** The line of a notebook's cell, whose number is that in the cell. */
export function cellExcerpt({ line, column, length, text }: CellPlace, columns: number): Excerpt {
  const start = column - 1;
  const lines = linesOf(text);
  const { lines: shown, ...mark } = excerpt(text, { start, end: start + length }, lines, columns);
  return { ...mark, lines: shown.map((one) => ({ ...one, number: line })) };
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '');
}

function startOfPrevious(text: string, start: number): number {
  return text.lastIndexOf('\n', start - 2) + 1;
}

function plain(text: string, columns = Number.POSITIVE_INFINITY): string {
  return harmless(text.slice(0, columns).replaceAll('\t', ' '.repeat(tabWidth)));
}
