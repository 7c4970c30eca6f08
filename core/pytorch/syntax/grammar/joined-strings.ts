import type { JoinedString } from '../nodes';
import { tooDeep } from '../problems';
import { isWordPart } from '../tokens/characters';
import { isNewline } from '../tokens/lines';
import { isTripleAt } from '../tokens/strings';
import { Token } from '../tokens/token';
import { value } from './expressions';
import type { Parsing } from './parsing';

const backslash = 92;
const openBrace = 123;
const closeBrace = 125;
const colon = 58;

/** A string whose text is read here, and whose fields are read by the grammar. */
interface Reading {
  readonly quote: number;
  readonly isTriple: boolean;
  readonly isRaw: boolean;
  readonly fields: JoinedString['fields'][number][];
  /** How deep the fields are. */
  height: number;
  /** Whether the logical line ended inside a field. */
  isCut: boolean;
}

/** An f-string or t-string whose opening is the current token. */
export function joinedString(p: Parsing): JoinedString {
  const { start, contentStart, quoteStart, text } = p;
  const quote = text.charCodeAt(quoteStart);
  const isTriple = contentStart - quoteStart === 3;
  const isRaw = quoteStart - start > 1 && /r/i.test(text.slice(start, quoteStart));
  const reading: Reading = { quote, isTriple, isRaw, fields: [], height: 0, isCut: false };
  const isLost = isTriple && p.closingQuote(quote, true) < 0;
  if (isLost) p.loseString(true);
  const contentEnd = isLost ? p.contentEnd : content(p, reading, contentStart);
  const end = isLost || reading.isCut ? contentEnd : closed(p, reading, start, contentEnd);
  if (!reading.isCut) p.next();
  p.height = reading.height + 1;
  return {
    kind: 'JoinedString',
    start,
    end,
    content: { start: contentStart, end: contentEnd },
    fields: reading.fields,
  };
}

/** Ends the string at its closing quote. @returns where it ends */
function closed(p: Parsing, { quote, isTriple }: Reading, start: number, contentEnd: number): number {
  const isClosed = p.text.charCodeAt(contentEnd) === quote;
  const end = isClosed ? contentEnd + (isTriple ? 3 : 1) : contentEnd;
  if (!isClosed) p.fail(start, contentEnd);
  p.continueAt(end);
  return end;
}

/** Reads text and fields. @returns where the content ends */
function content(p: Parsing, reading: Reading, from: number): number {
  const { text } = p;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isEnd(text, at, code, reading)) return at;
    if (code === backslash) at = escaped(text, at, reading.isRaw);
    else if (code === openBrace) {
      if (text.charCodeAt(at + 1) === openBrace) at++;
      else at = field(p, reading, at) - 1;
      if (reading.isCut) return at + 1;
    }
  }
  return text.length;
}

function isEnd(text: string, at: number, code: number, { quote, isTriple }: Reading): boolean {
  return isTriple ? code === quote && isTripleAt(text, at, quote) : code === quote || isNewline(code);
}

/** The last place of an escape. Braces after a backslash are braces still, but for those of `\N{name}`. */
function escaped(text: string, at: number, isRaw: boolean): number {
  const next = text.charCodeAt(at + 1);
  if (next === openBrace || next === closeBrace) return at;
  if (!isRaw && next === 78 && text.charCodeAt(at + 2) === openBrace) {
    const close = text.indexOf('}', at);
    return close < 0 ? at + 2 : close;
  }
  return next === 13 && text.charCodeAt(at + 2) === 10 ? at + 2 : at + 1;
}

/** Reads the field whose brace stands at `at`. @returns where the text goes on */
function field(p: Parsing, reading: Reading, at: number): number {
  if (p.isTooDeep()) {
    p.tell(tooDeep({ start: at, end: at + 1 }));
    return closingBrace(p.text, at + 1, reading);
  }
  p.nesting++;
  p.openField(at);
  const { depth } = p;
  p.next();
  const inner = value(p);
  reading.height = Math.max(reading.height, p.height);
  const span = { start: at, end: at };
  reading.fields.push({ span, value: inner });
  span.end = fieldEnd(p, reading, depth);
  p.nesting--;
  return span.end;
}

/** Reads what stands behind a field's value: `=`, `!r`, `:>{width}`. @returns where the field ends */
function fieldEnd(p: Parsing, reading: Reading, depth: number): number {
  p.take(Token.Equal);
  if (p.isAtEnd()) {
    reading.isCut = true;
    return p.previousEnd;
  }
  if (p.kind === Token.CloseBrace && p.isClosed(depth)) return p.end;
  const { text } = p;
  const isInside = p.depth === depth;
  let at = p.start;
  if (isInside && p.kind === Token.Exclamation) at = conversionEnd(text, p.end);
  else if (!isInside || (p.kind !== Token.Colon && p.kind !== Token.Walrus)) return lostFieldEnd(p, reading, depth);
  p.closeTo(depth - 1);
  if (text.charCodeAt(at) === colon) at = specificationEnd(p, reading, at + 1);
  if (reading.isCut) return at;
  if (text.charCodeAt(at) === closeBrace) return at + 1;
  p.fail(at, at + 1);
  return closingBrace(text, at, reading);
}

function conversionEnd(text: string, from: number): number {
  let at = from;
  while (isWordPart[text.charCodeAt(at)] === 1) at++;
  while (text.charCodeAt(at) === 32) at++;
  return at;
}

/** Reads a format specification, which may have fields. @returns the place of the brace behind it */
function specificationEnd(p: Parsing, reading: Reading, from: number): number {
  const { text } = p;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === closeBrace || isEnd(text, at, code, reading)) return at;
    if (code === backslash) at = escaped(text, at, reading.isRaw);
    else if (code === openBrace) {
      at = field(p, reading, at) - 1;
      if (reading.isCut) return at + 1;
    }
  }
  return text.length;
}

/** Where the text goes on behind a field that has something else than its end at the current token. */
function lostFieldEnd(p: Parsing, reading: Reading, depth: number): number {
  p.unexpected();
  p.closeTo(depth - 1);
  const isQuote = p.kind === Token.String || p.kind === Token.JoinedString;
  if (isQuote && isEnd(p.text, p.start, p.text.charCodeAt(p.start), reading)) return p.start;
  return closingBrace(p.text, p.start, reading);
}

/** Behind the next closing brace, or where the string ends before it. */
function closingBrace(text: string, from: number, reading: Reading): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === closeBrace) return at + 1;
    if (isEnd(text, at, code, reading)) return at;
  }
  return text.length;
}
