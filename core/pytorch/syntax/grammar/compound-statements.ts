import type { Clause, For, If, Statement, While } from '../nodes';
import { Token } from '../tokens/token';
import { classDefinition, decorated, functionDefinition } from './definitions';
import { expressions, missing, namedExpression, targets } from './expressions';
import { matchStatement } from './match';
import type { Parsing } from './parsing';
import { strayClause } from './stray-clauses';
import { headerExpression, otherwise, suite } from './suites';
import { tryStatement } from './try';
import { withStatement } from './with';

/** A statement with suites; undefined where none begins at the current token. */
export function compoundStatement(p: Parsing): Statement | undefined {
  const { start } = p;
  switch (p.kind) {
    case Token.If:
      return conditional(p);
    case Token.Def:
      return functionDefinition(p, start, []);
    case Token.Class:
      return classDefinition(p, start, []);
    case Token.At:
      return decorated(p);
    case Token.For:
      return loop(p, start);
    case Token.While:
      return whileLoop(p);
    case Token.With:
      return withStatement(p, start);
    case Token.Try:
      return tryStatement(p);
    case Token.Async:
      return asynchronous(p);
    case Token.Name:
      return p.word === 'match' ? matchStatement(p) : undefined;
    case Token.Else:
    case Token.Elif:
    case Token.Except:
    case Token.Finally:
      return strayClause(p);
    default:
      return undefined;
  }
}

/** `async def`, `async for`, `async with`; with anything else behind it, a name of before Python 3.7. */
function asynchronous(p: Parsing): Statement | undefined {
  const place = p.place();
  p.next();
  switch (p.kind) {
    case Token.Def:
      return functionDefinition(p, place.start, []);
    case Token.For:
      return loop(p, place.start);
    case Token.With:
      return withStatement(p, place.start);
    default:
      p.goBack(place);
      return undefined;
  }
}

/** `if` with its `elif`s side by side. */
function conditional(p: Parsing): If {
  const { start } = p;
  const clauses: Clause[] = [];
  do clauses.push(clause(p));
  while (p.kind === Token.Elif);
  const last = otherwise(p);
  const end = (last ?? clauses[clauses.length - 1]!).end;
  return { kind: 'If', start, end, clauses, otherwise: last };
}

function clause(p: Parsing): Clause {
  const { start } = p;
  p.isBroken = false;
  p.next();
  const condition = headerExpression(p, namedExpression);
  const body = suite(p);
  return { start, end: body.end, condition, body };
}

function whileLoop(p: Parsing): While {
  const { start } = p;
  p.next();
  const condition = headerExpression(p, namedExpression);
  const body = suite(p);
  const last = otherwise(p);
  return { kind: 'While', start, end: (last ?? body).end, condition, body, otherwise: last };
}

/** @param start where it begins, with its `async` */
function loop(p: Parsing, start: number): For {
  p.next();
  const target = targets(p);
  const iterable = p.take(Token.In) ? headerExpression(p, expressions) : headerExpression(p, missing);
  const body = suite(p);
  const last = otherwise(p);
  return { kind: 'For', start, end: (last ?? body).end, target, iterable, body, otherwise: last };
}
