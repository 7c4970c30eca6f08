import type { Expression, Opaque } from '../nodes';
import { deepest, tooDeep } from '../problems';
import { Scanner } from '../tokens/scanner';
import { isClosing, isOpening, Token } from '../tokens/token';

/** Calls and attributes in one chain; those further in are not looked into. */
const longestChain = 150;

/** The state of a parser: the tokens, and how deep it is. The grammar's functions take it as `p`. */
export class Parsing extends Scanner {
  /** Where the current statement begins, or the last one that did. */
  statementStart = 0;
  /** How many suites and expressions the current one stands in. */
  nesting = 0;
  /** How many levels the last expression has: chains such as `a.b.c` are deep without nesting. */
  height = 0;

  /** The current token cannot stand here. */
  unexpected(): void {
    const isPlace = this.kind === Token.Newline || this.kind === Token.End || this.kind === Token.Dedent;
    if (isPlace) this.fail(this.previousEnd, this.previousEnd);
    else this.fail(this.start, this.end);
  }

  /** For after a step, where TypeScript would hold on to what the token was before. */
  is(kind: Token): boolean {
    return this.kind === kind;
  }

  /** Passes over a token if it is the current one. */
  take(kind: Token): boolean {
    if (this.kind !== kind) return false;
    this.next();
    return true;
  }

  /** Passes over a token that must stand here. */
  expect(kind: Token): void {
    if (this.kind === kind) this.next();
    else this.unexpected();
  }

  /** Whether the logical line ends here. */
  isAtEnd(): boolean {
    return this.kind === Token.Newline || this.kind === Token.End;
  }

  /** Whether the current token closes what was opened at the bracket depth `depth`. */
  isClosed(depth: number): boolean {
    return this.depth === depth - 1 && isClosing(this.kind);
  }

  /** Passes over what closes a bracket. @returns where it ends */
  close(depth: number): number {
    if (this.isClosed(depth)) this.next();
    else this.unexpected();
    return this.previousEnd;
  }

  /** For a colon that ends its line where none can stand: the brackets around it were not closed. */
  isHeaderEnd(): boolean {
    return (
      this.kind === Token.Colon &&
      this.depth > 0 &&
      /[ \t]*(?:#|[\r\n]|$)/y.test(this.text.slice(this.end, this.end + 40))
    );
  }

  /** The operand of a chain, unless the chain grows too deep with it. */
  chained(operand: Expression): Expression {
    if (this.height < longestChain) return operand;
    this.height = 1;
    const { start, end } = operand;
    this.tell(tooDeep({ start, end }));
    return { kind: 'Opaque', start, end, parts: [] };
  }

  /** Whether what begins here would be nested too deep. */
  isTooDeep(): boolean {
    return this.nesting >= deepest;
  }

  /** Passes over an expression that is nested too deep. */
  passOver(): Opaque {
    const { start } = this;
    const depth = isOpening(this.kind) ? this.depth - 1 : this.depth;
    do {
      if (this.kind === Token.JoinedString) this.passString();
      this.next();
    } while (!this.isAtEnd() && this.depth >= depth && !(this.depth === depth && isSeparator(this.kind)));
    const end = this.previousEnd;
    this.tell(tooDeep({ start, end }));
    this.height = 1;
    return { kind: 'Opaque', start, end, parts: [] };
  }

  /** Passes over a suite that is nested too deep, up to behind its dedent. */
  passOverSuite(): void {
    const { start } = this;
    let end = start;
    for (let levels = 1; levels > 0 && this.kind !== Token.End; this.next()) {
      if (this.kind === Token.JoinedString) this.passString();
      if (this.kind === Token.Indent) levels++;
      else if (this.kind === Token.Dedent) levels--;
      else if (this.kind !== Token.Newline) end = this.end;
    }
    this.tell(tooDeep({ start, end }));
  }

  /** Passes over an f-string as if it had no fields. */
  private passString(): void {
    const quote = this.text.charCodeAt(this.quoteStart);
    const isTriple = this.contentStart - this.quoteStart === 3;
    const close = this.closingQuote(quote, isTriple);
    if (close < 0) this.loseString(isTriple);
    else this.continueAt(close + (isTriple ? 3 : 1));
  }
}

function isSeparator(kind: Token): boolean {
  return kind === Token.Comma || kind === Token.Colon || kind === Token.Semicolon;
}

/** An expression for a place where the text has none. */
export function nothingAt(at: number): Opaque {
  return { kind: 'Opaque', start: at, end: at, parts: [] };
}
