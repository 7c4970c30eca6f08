import type { Position, Range } from 'vscode-languageserver';
import type { TextSpan } from '../../core/model';

/** Turns offsets of a text into positions. */
export class LineStarts {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: Math.max(0, offset - this.starts[low]!) };
  }

  range({ start, end }: TextSpan): Range {
    return { start: this.position(start), end: this.position(end) };
  }
}
