import type { Position, Range } from 'vscode-languageserver';
import { lineAt, lineStarts, type TextSpan } from '../../core/model';

/** Turns offsets of a text into positions. */
export class LineStarts {
  private readonly starts: readonly number[];

  constructor(text: string) {
    this.starts = lineStarts(text);
  }

  position(offset: number): Position {
    const line = lineAt(this.starts, offset);
    return { line, character: Math.max(0, offset - this.starts[line]!) };
  }

  range({ start, end }: TextSpan): Range {
    return { start: this.position(start), end: this.position(end) };
  }
}
