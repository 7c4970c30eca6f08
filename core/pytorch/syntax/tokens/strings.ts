import { beginsStatement, endOfLine, isNewline } from './lines';

const backslash = 92;

/**
 * The offset of the closing quote, or -1 for a string that has none: then it ends with its line, or, in three quotes,
 * where `lostStringEnd` says.
 */
export function closingQuote(text: string, from: number, quote: number, isTriple: boolean): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (!isTriple || isTripleAt(text, at, quote)) return at;
    } else if (code === backslash) {
      at++;
      if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at++;
    } else if (!isTriple && isNewline(code)) return -1;
  }
  return -1;
}

export function isTripleAt(text: string, at: number, quote: number): boolean {
  return text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
}

/** Where a string ends whose three quotes are not closed: before the next line that begins a statement; or with the text. */
export function lostStringEnd(text: string, from: number): number {
  for (let at = endOfLine(text, from); at < text.length; at = endOfLine(text, at + 1)) {
    let line = at + 1;
    while (text.charCodeAt(line) === 32 || text.charCodeAt(line) === 9) line++;
    if (beginsStatement(text, line) || text.charCodeAt(line) === 64) return at;
  }
  return text.length;
}
