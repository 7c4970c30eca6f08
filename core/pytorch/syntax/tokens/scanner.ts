import type { Problem } from '../../../model';
import type { Span } from '../nodes';
import { notPython } from '../problems';
import { Character, classes, isWideSpace, isWordPart, wideWordPart } from './characters';
import { ClosingSearch } from './closing-search';
import { afterNewline, beginsStatement, endOfLine, isNewline, nextColumn } from './lines';
import { numberEnd } from './numbers';
import { operatorAt } from './operators';
import { closingQuote, isTripleAt, lostStringEnd } from './strings';
import { isStatementKeyword, Token } from './token';
import { nextHash, Words } from './words';

/** Of all texts: scripts have the same names again and again. */
const words = new Words();
/** More places are not told. */
const mostProblems = 100;
/** More brackets are not taken to be closed by one that closes another outside of them. */
const mostUnclosed = 64;

/**
 * The tokens of a text, one at a time; the current one stands in fields. Logical lines end with `Newline`, suites stand
 * between `Indent` and `Dedent`, and what is in brackets ends at a line that cannot stand in them.
 */
export class Scanner {
  kind: Token = Token.Newline;
  start = 0;
  end = 0;
  /** Where the token before ended. */
  previousEnd = 0;
  /** The text of a name or keyword. */
  word = '';
  /** Of a number: whether it has neither fraction nor exponent. */
  isInteger = false;
  /** Of a string: where its first quote stands, and what is between its quotes. */
  quoteStart = 0;
  contentStart = 0;
  contentEnd = 0;

  /** Where the next token is looked for. */
  at = 0;
  /** How many brackets are open. */
  depth = 0;
  /** Where the logical line of the current token begins. */
  line = 0;
  readonly comments: Span[] = [];
  readonly problems: Problem[] = [];
  /** Whether the current statement has a place that is not Python. */
  isBroken = false;

  private readonly brackets: number[] = [];
  private readonly indentations: number[] = [0];
  private dedents = 0;
  private isLineStart = true;
  private problemLine = -1;
  private readonly closing: ClosingSearch;
  /** From where on three single, and three double, quotes are not closed. */
  private singleLostFrom = Number.POSITIVE_INFINITY;
  private doubleLostFrom = Number.POSITIVE_INFINITY;

  constructor(readonly text: string) {
    this.closing = new ClosingSearch(text);
  }

  next(): void {
    this.previousEnd = this.end;
    if (this.isLineStart && this.beginLine()) return;
    const { text } = this;
    const { length } = text;
    let at = this.at;
    while (at < length) {
      const code = text.charCodeAt(at);
      if (code >= 128) {
        if (wideWordPart(text, at) > 0) {
          this.scanWord(at);
          return;
        }
        if (!isWideSpace(code)) this.fail(at, at + 1);
        at++;
        continue;
      }
      switch (classes[code]) {
        case Character.Space:
          at++;
          continue;
        case Character.Word:
          this.scanWord(at);
          return;
        case Character.Operator: {
          const operator = operatorAt(text, at, code);
          this.kind = operator >> 2;
          this.start = at;
          this.at = this.end = at + (operator & 3);
          return;
        }
        case Character.Open:
          this.brackets[this.depth++] = at;
          this.single(at, bracketToken(code));
          return;
        case Character.Close:
          if (this.closes(code)) {
            this.single(at, bracketToken(code));
            return;
          }
          this.fail(at, at + 1);
          at++;
          continue;
        case Character.Newline:
          if (this.depth === 0) {
            this.endLine(at);
            return;
          }
          at = this.lineInBrackets(at);
          if (this.isLineStart) return;
          continue;
        case Character.Quote:
          this.scanString(at, at);
          return;
        case Character.Digit:
          this.scanNumber(at);
          return;
        case Character.Dot:
          this.scanDot(at);
          return;
        case Character.Comment:
          at = this.comment(at);
          continue;
        case Character.Backslash:
          if (isNewline(text.charCodeAt(at + 1))) at = afterNewline(text, at + 1);
          else this.fail(at, ++at);
          continue;
        default:
          this.fail(at, ++at);
      }
    }
    this.endOfText();
  }

  /** Remembers a place that is not Python; one a logical line is told. */
  fail(start: number, end: number): void {
    this.isBroken = true;
    if (this.problemLine !== this.line) this.tell(notPython({ start, end: Math.min(end, this.text.length) }));
    this.problemLine = this.line;
  }

  tell(problem: Problem): void {
    if (this.problems.length < mostProblems) this.problems.push(problem);
  }

  /** Goes back to a token that stood at the bracket depth `depth`, in the same logical line. */
  goBack(to: TokenPlace): void {
    this.at = to.start;
    this.end = to.previousEnd;
    this.depth = to.depth;
    this.comments.length = to.comments;
    this.problems.length = to.problems;
    this.problemLine = to.problemLine;
    this.isBroken = to.isBroken;
    this.isLineStart = false;
    this.next();
  }

  /** Where to go back to, for a choice that only later tokens decide. */
  place(): TokenPlace {
    const isOpening = this.kind === Token.OpenParenthesis;
    return {
      start: this.start,
      previousEnd: this.previousEnd,
      depth: isOpening ? this.depth - 1 : this.depth,
      comments: this.comments.length,
      problems: this.problems.length,
      problemLine: this.problemLine,
      isBroken: this.isBroken,
    };
  }

  /** What is open at the bracket depth `depth` or deeper is closed. */
  closeTo(depth: number): void {
    this.depth = depth;
  }

  /** The current token ends what is in brackets, as if they were closed before it. */
  closeAll(): void {
    if (this.depth === 0) return;
    const open = this.brackets[this.depth - 1]!;
    this.fail(open, open + 1);
    this.depth = 0;
  }

  /** Opens a bracket that the scanner does not see: the field of an f-string. */
  openField(at: number): void {
    this.brackets[this.depth++] = at;
    this.at = this.end = at + 1;
  }

  /** Goes on at `at`, where a string ends whose inside was scanned by its own grammar. */
  continueAt(at: number): void {
    this.at = this.end = at;
  }

  private single(at: number, kind: Token): void {
    this.kind = kind;
    this.start = at;
    this.at = this.end = at + 1;
  }

  /** Whether a closing bracket closes one that is open; those inside it end with it. */
  private closes(code: number): boolean {
    const outermost = Math.max(this.depth - mostUnclosed, 0);
    for (let depth = this.depth - 1; depth >= outermost; depth--) {
      if (bracketToken(this.text.charCodeAt(this.brackets[depth]!)) + 1 !== bracketToken(code)) continue;
      this.depth = depth;
      return true;
    }
    return false;
  }

  private scanWord(start: number): void {
    const { text } = this;
    let at = start;
    let hash = 0;
    let isAscii = true;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (code < 128) {
        if (isWordPart[code] === 0) break;
      } else if (code >= 128) {
        const units = wideWordPart(text, at);
        if (units === 0) break;
        isAscii = false;
        at += units - 1;
      } else break;
      hash = nextHash(hash, code);
    }
    if (at - start <= 2 && classes[text.charCodeAt(at)] === Character.Quote && isPrefix(text, start, at)) {
      this.scanString(start, at);
      return;
    }
    this.word = words.find(text, start, at, hash);
    // Names are compared in this form (PEP 3131).
    if (!isAscii) this.word = this.word.normalize('NFKC');
    this.kind = words.token;
    this.start = start;
    this.at = this.end = at;
    if (this.depth > 0 && isStatementKeyword(this.kind)) this.statementInBrackets(start);
  }

  /** A statement's keyword at the beginning of a line ends all brackets. */
  private statementInBrackets(at: number): void {
    let line = at;
    while (line > 0 && classes[this.text.charCodeAt(line - 1)] === Character.Space) line--;
    if (line === 0 || isNewline(this.text.charCodeAt(line - 1))) this.cut(line);
  }

  private cut(line: number): void {
    this.closeAll();
    this.kind = Token.Newline;
    this.start = this.end = this.previousEnd;
    this.at = line;
    this.isLineStart = true;
  }

  /** Passes over the ends of lines in brackets. @returns where the next token is looked for, unless the brackets ended */
  private lineInBrackets(newline: number): number {
    const { text } = this;
    let line = afterNewline(text, newline);
    let at = line;
    let column = 0;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (isNewline(code)) {
        at = afterNewline(text, at) - 1;
        line = at + 1;
        column = 0;
      } else if (classes[code] === Character.Space) column = nextColumn(column, code);
      else break;
    }
    if (column > this.indentations[this.indentations.length - 1]! || at >= text.length) return at;
    if (
      beginsStatement(text, at) ||
      (isLikelyStatement(text.charCodeAt(at)) && !this.closing.isClosed(at, this.depth))
    ) {
      this.cut(line);
    }
    return at;
  }

  private scanNumber(at: number): void {
    const end = numberEnd(this.text, at);
    this.kind = Token.Number;
    this.isInteger = (end & 1) === 0;
    this.start = at;
    this.at = this.end = end >> 1;
  }

  private scanDot(at: number): void {
    const { text } = this;
    const next = text.charCodeAt(at + 1);
    if (next >= 48 && next <= 57) {
      this.scanNumber(at);
      return;
    }
    const isEllipsis = next === 46 && text.charCodeAt(at + 2) === 46;
    this.single(at, isEllipsis ? Token.Ellipsis : Token.Dot);
    if (isEllipsis) this.at = this.end = at + 3;
  }

  private scanString(start: number, quoteStart: number): void {
    const { text } = this;
    const quote = text.charCodeAt(quoteStart);
    const isTriple = isTripleAt(text, quoteStart, quote);
    this.start = start;
    this.quoteStart = quoteStart;
    this.contentStart = quoteStart + (isTriple ? 3 : 1);
    for (let at = start; at < quoteStart; at++) {
      const letter = text.charCodeAt(at) | 32;
      if (letter === 102 || letter === 116) {
        this.kind = Token.JoinedString;
        this.at = this.end = this.contentStart;
        return;
      }
    }
    this.kind = Token.String;
    const close = this.closingQuote(quote, isTriple);
    if (close < 0) {
      this.loseString(isTriple);
      return;
    }
    this.contentEnd = close;
    this.at = this.end = close + (isTriple ? 3 : 1);
  }

  /** Where the string is closed whose content begins at `contentStart`, when it has no fields; -1 where it is not. */
  closingQuote(quote: number, isTriple: boolean): number {
    const { text, contentStart } = this;
    if (!isTriple) return closingQuote(text, contentStart, quote, false);
    const isDouble = quote === 34;
    if (contentStart >= (isDouble ? this.doubleLostFrom : this.singleLostFrom)) return -1;
    const close = closingQuote(text, contentStart, quote, true);
    if (close < 0) this[isDouble ? 'doubleLostFrom' : 'singleLostFrom'] = contentStart;
    return close;
  }

  /** Ends a string that is not closed, where what follows is likely code again. */
  loseString(isTriple: boolean): void {
    const end = isTriple ? lostStringEnd(this.text, this.contentStart) : endOfLine(this.text, this.contentStart);
    this.contentEnd = this.at = this.end = end;
    this.fail(this.start, this.contentStart);
  }

  private comment(at: number): number {
    const end = endOfLine(this.text, at);
    this.comments.push({ start: at, end });
    return end;
  }

  private endLine(at: number): void {
    this.kind = Token.Newline;
    this.start = this.end = at;
    this.at = afterNewline(this.text, at);
    this.isLineStart = true;
  }

  private endOfText(): void {
    this.start = this.end = this.at = this.text.length;
    if (this.kind === Token.Newline || this.kind === Token.Dedent || this.kind === Token.End) {
      this.kind = Token.End;
      return;
    }
    this.closeAll();
    this.kind = Token.Newline;
    this.isLineStart = true;
  }

  /** Reads the indentation of the next line that has tokens. @returns whether that is a token itself */
  private beginLine(): boolean {
    if (this.dedents > 0) return this.dedent();
    const { text } = this;
    let at = this.at;
    let column = 0;
    let line = at;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (classes[code] === Character.Space) column = nextColumn(column, code);
      else if (isNewline(code)) {
        at = afterNewline(text, at) - 1;
        line = at + 1;
        column = 0;
      } else if (code === 35) at = this.comment(at) - 1;
      else if (code === 92 && isNewline(text.charCodeAt(at + 1))) at = afterNewline(text, at + 1) - 1;
      else if (code < 128 || !isWideSpace(code)) break;
    }
    if (at >= text.length) column = 0;
    this.at = at;
    this.line = line;
    return this.indent(column);
  }

  private indent(column: number): boolean {
    const { indentations, at } = this;
    const current = indentations[indentations.length - 1]!;
    this.isLineStart = false;
    if (column === current) return false;
    this.start = this.end = at;
    if (column > current) {
      indentations.push(column);
      this.kind = Token.Indent;
      return true;
    }
    while (indentations.length > 1 && indentations[indentations.length - 2]! >= column) {
      indentations.pop();
      this.dedents++;
    }
    if (indentations[indentations.length - 1]! > column) {
      // Between two levels: more likely the suite goes on than that it ended.
      indentations[indentations.length - 1] = column;
      this.fail(at, at);
    }
    return this.dedents > 0 && this.dedent();
  }

  private dedent(): boolean {
    this.dedents--;
    this.kind = Token.Dedent;
    this.start = this.end = this.at;
    this.isLineStart = this.dedents > 0;
    return true;
  }
}

interface TokenPlace {
  readonly start: number;
  readonly previousEnd: number;
  readonly depth: number;
  readonly comments: number;
  readonly problems: number;
  readonly problemLine: number;
  readonly isBroken: boolean;
}

function bracketToken(code: number): Token {
  switch (code) {
    case 40:
      return Token.OpenParenthesis;
    case 41:
      return Token.CloseParenthesis;
    case 91:
      return Token.OpenBracket;
    case 93:
      return Token.CloseBracket;
    case 123:
      return Token.OpenBrace;
    default:
      return Token.CloseBrace;
  }
}

/** Whether a statement, rather than the next part of what is in brackets, may begin so. */
function isLikelyStatement(code: number): boolean {
  const what = classes[code];
  return what === Character.Word || what === Character.Quote || what === Character.Open || code === 64 || code >= 128;
}

const stringPrefix = /^(?:[rubft]|[rR][bBfFtT]|[bBfFtTuU][rR])$/i;

function isPrefix(text: string, start: number, end: number): boolean {
  return end - start === 1 ? prefixLetters.includes(text[start]!) : stringPrefix.test(text.slice(start, end));
}

const prefixLetters = 'rubftRUBFT';
