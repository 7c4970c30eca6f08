import type { Block, Expression, Statement } from '../nodes';
import { notPython } from '../problems';
import { Token } from '../tokens/token';
import { expressions, startsListed } from './expressions';
import type { Parsing } from './parsing';
import { nested, simpleStatements } from './statements';

/** The expression of a header, with what else stands before its colon. */
export function headerExpression(p: Parsing, read: (p: Parsing) => Expression): Expression {
  const first = read(p);
  if (p.kind === Token.Colon || p.isAtEnd()) return first;
  const parts = [first, ...restOfHeader(p)];
  return { kind: 'Opaque', start: first.start, end: parts[parts.length - 1]!.end, parts };
}

/** Passes over what cannot stand before a header's colon. @returns the expressions in it */
export function restOfHeader(p: Parsing): Expression[] {
  const parts: Expression[] = [];
  while (p.kind !== Token.Colon && !p.isAtEnd()) {
    p.unexpected();
    if (startsListed(p)) parts.push(expressions(p));
    else p.next();
  }
  return parts;
}

/** The suite behind a header: indented, or on the same line. The current token is the colon. */
export function suite(p: Parsing): Block {
  restOfHeader(p);
  p.expect(Token.Colon);
  const headerEnd = p.previousEnd;
  const body: Statement[] = [];
  if (!p.isAtEnd()) simpleStatements(p, body);
  else indented(p, body, headerEnd);
  const start = body[0]?.start ?? headerEnd;
  return { kind: 'Block', start, end: Math.max(start, body[body.length - 1]?.end ?? headerEnd), body };
}

function indented(p: Parsing, body: Statement[], headerEnd: number): void {
  p.take(Token.Newline);
  if (p.take(Token.Indent)) nested(p, body);
  else if (!p.isBroken) p.tell(notPython({ start: headerEnd, end: headerEnd }));
}

/** The suite of `else` and `finally`, whose span begins with the keyword. */
export function keywordSuite(p: Parsing): Block {
  const { start } = p;
  p.next();
  const block = suite(p);
  block.start = start;
  return block;
}

export function otherwise(p: Parsing): Block | undefined {
  return p.kind === Token.Else ? keywordSuite(p) : undefined;
}
