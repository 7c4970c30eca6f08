import type { Expression, Statement } from '../nodes';
import { Token } from '../tokens/token';
import { compoundStatement } from './compound-statements';
import { expressions, startsListed } from './expressions';
import type { Parsing } from './parsing';
import { simpleStatement } from './simple-statements';

/** Reads the statements of a suite, or of the module, up to the dedent or the end of the text. */
export function statements(p: Parsing, into: Statement[]): void {
  for (;;) {
    switch (p.kind) {
      case Token.End:
      case Token.Dedent:
        return;
      case Token.Newline:
        p.next();
        break;
      case Token.Indent:
        unexpectedSuite(p, into);
        break;
      default:
        oneStatement(p, into);
    }
  }
}

/** Lines that are indented without reason, such as those below a header that is not Python, stand with their neighbours. */
function unexpectedSuite(p: Parsing, into: Statement[]): void {
  const last = into[into.length - 1];
  p.next();
  if (last?.kind !== 'Broken') p.unexpected();
  nested(p, into);
}

/** Reads indented statements up to behind their dedent. */
export function nested(p: Parsing, into: Statement[]): void {
  if (p.isTooDeep()) {
    p.passOverSuite();
    return;
  }
  p.nesting++;
  statements(p, into);
  p.nesting--;
  p.take(Token.Dedent);
}

/** Reads a statement, or the simple ones of one line. */
export function oneStatement(p: Parsing, into: Statement[]): void {
  p.isBroken = false;
  p.statementStart = p.start;
  const compound = compoundStatement(p);
  if (compound) into.push(compound);
  else simpleStatements(p, into);
}

/** Reads the simple statements of one line, and passes over its end. */
export function simpleStatements(p: Parsing, into: Statement[]): void {
  do {
    p.isBroken = false;
    const { start } = p;
    p.statementStart = start;
    const made = simpleStatement(p);
    const isWhole = !p.isBroken && (p.isAtEnd() || p.kind === Token.Semicolon);
    into.push(isWhole ? made : broken(p, start, made));
  } while (p.take(Token.Semicolon) && !p.isAtEnd());
  p.take(Token.Newline);
}

/** A statement with a place that is not Python, and what can be read of the rest of its line. */
function broken(p: Parsing, start: number, made: Statement): Statement {
  const parts: (Statement | Expression)[] = [made.kind === 'ExpressionStatement' ? made.value : made];
  while (!p.isAtEnd() && p.kind !== Token.Semicolon) {
    p.unexpected();
    if (startsListed(p)) parts.push(expressions(p));
    else p.next();
  }
  return { kind: 'Broken', start, end: Math.max(start, p.previousEnd), parts };
}
