import type { Case, Expression, Match, Name, Statement } from '../nodes';
import { notPython } from '../problems';
import { Token } from '../tokens/token';
import { elements, namedExpression, startsListed } from './expressions';
import type { Parsing } from './parsing';
import { patterns } from './patterns';
import { oneStatement } from './statements';
import { headerExpression, suite } from './suites';

/** `match` is a name, and so it is unless an expression and a colon at the end of the line follow. */
export function matchStatement(p: Parsing): Match | undefined {
  const place = p.place();
  p.next();
  if (startsListed(p)) {
    const subject = elements(p);
    if (!p.isBroken && p.take(Token.Colon) && p.isAtEnd()) return matched(p, place.start, subject);
  }
  p.goBack(place);
  return undefined;
}

function matched(p: Parsing, start: number, subject: Expression): Match {
  const headerEnd = p.previousEnd;
  const cases: Case[] = [];
  p.take(Token.Newline);
  if (p.take(Token.Indent)) caseClauses(p, cases);
  else p.tell(notPython({ start: headerEnd, end: headerEnd }));
  return { kind: 'Match', start, end: cases[cases.length - 1]?.end ?? headerEnd, subject, cases };
}

function caseClauses(p: Parsing, cases: Case[]): void {
  if (p.isTooDeep()) {
    p.passOverSuite();
    return;
  }
  p.nesting++;
  while (p.kind !== Token.Dedent && p.kind !== Token.End) {
    p.isBroken = false;
    if (p.kind === Token.Name && p.word === 'case') cases.push(caseClause(p));
    else cases.push(noCase(p));
  }
  p.nesting--;
  p.take(Token.Dedent);
}

function caseClause(p: Parsing): Case {
  const { start } = p;
  p.next();
  const values: Expression[] = [];
  const captures: Name[] = [];
  patterns(p, { values, captures });
  const guard = p.take(Token.If) ? headerExpression(p, namedExpression) : undefined;
  const body = suite(p);
  return { start, end: body.end, values, captures, guard, body };
}

/** Statements that stand where only `case` can. */
function noCase(p: Parsing): Case {
  const { start } = p;
  p.unexpected();
  const body: Statement[] = [];
  oneStatement(p, body);
  const end = Math.max(start, body[body.length - 1]?.end ?? start);
  return { start, end, values: [], captures: [], guard: undefined, body: { kind: 'Block', start, end, body } };
}
