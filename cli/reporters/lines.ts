import { lineAt, lineStarts } from '../../core/model';

export interface LineAndColumn {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** Tells the line and column of UTF-16 offsets of a text. */
export type Lines = (offset: number) => LineAndColumn;

export function linesOf(text: string): Lines {
  let known: readonly number[] | undefined;
  return (offset) => {
    const starts = (known ??= lineStarts(text));
    const line = lineAt(starts, offset);
    return { line: line + 1, column: Math.max(0, offset - starts[line]!) + 1 };
  };
}
