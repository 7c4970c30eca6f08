import { Character, classes } from './characters';
import { beginsStatement, endOfLine, isNewline } from './lines';
import { closingQuote, isTripleAt } from './strings';

/** How often a text is read again, at most, for its brackets. */
const mostPasses = 8;

/**
 * Says whether brackets that are open at a line are closed later. In a bracket, a line may begin anywhere; but one that
 * begins as far left as its statement is, in a text that is being written, more often the next statement than a part
 * of the bracket. It is a part where the bracket is closed before the text ends or a statement's keyword begins a line.
 */
export class ClosingSearch {
  private closedUntil = 0;
  private budget: number;

  constructor(private readonly text: string) {
    this.budget = text.length * mostPasses;
  }

  /** Whether `depth` brackets that are open at `line`, where a line begins, are closed. */
  isClosed(line: number, depth: number): boolean {
    if (line < this.closedUntil) return true;
    if (this.budget <= 0) return false;
    const end = this.search(line, depth);
    this.budget -= Math.abs(end) - line;
    if (end > 0) this.closedUntil = end;
    return end > 0;
  }

  /** Where the last of the brackets is closed; negative where the search ended without. */
  private search(from: number, open: number): number {
    const { text } = this;
    let depth = open;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      switch (classes[code]) {
        case Character.Open:
          depth++;
          break;
        case Character.Close:
          depth--;
          if (depth === 0) return at + 1;
          break;
        case Character.Comment:
          at = endOfLine(text, at) - 1;
          break;
        case Character.Newline:
          while (classes[text.charCodeAt(at + 1)] === Character.Space || isNewline(text.charCodeAt(at + 1))) at++;
          if (beginsStatement(text, at + 1)) return -at;
          break;
        case Character.Quote: {
          const isTriple = isTripleAt(text, at, code);
          const close = closingQuote(text, at + (isTriple ? 3 : 1), code, isTriple);
          if (close < 0 && isTriple) return -text.length;
          at = close < 0 ? endOfLine(text, at) - 1 : close + (isTriple ? 2 : 0);
          break;
        }
      }
    }
    return -text.length;
  }
}
