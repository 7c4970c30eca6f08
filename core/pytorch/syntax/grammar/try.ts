import type { Expression, Handler, Name, Try } from '../nodes';
import { Token } from '../tokens/token';
import { expression, startsListed } from './expressions';
import type { Parsing } from './parsing';
import { takeName } from './primary';
import { keywordSuite, otherwise, suite } from './suites';

export function tryStatement(p: Parsing): Try {
  const { start } = p;
  p.next();
  const body = suite(p);
  const handlers: Handler[] = [];
  while (p.kind === Token.Except) handlers.push(handler(p));
  const otherwiseBlock = otherwise(p);
  const last = p.kind === Token.Finally ? keywordSuite(p) : undefined;
  const end = (last ?? otherwiseBlock ?? handlers[handlers.length - 1] ?? body).end;
  return { kind: 'Try', start, end, body, handlers, otherwise: otherwiseBlock, finally: last };
}

function handler(p: Parsing): Handler {
  const { start } = p;
  p.isBroken = false;
  p.next();
  p.take(Token.Star);
  const caught = startsListed(p) ? exceptions(p) : undefined;
  const name = p.take(Token.As) ? boundName(p) : undefined;
  const body = suite(p);
  return { start, end: body.end, caught, name, body };
}

/** Since Python 3.14 several exceptions stand there without parentheses. */
function exceptions(p: Parsing): Expression {
  const first = expression(p);
  if (p.kind !== Token.Comma) return first;
  const elements = [first];
  while (p.take(Token.Comma) && startsListed(p)) elements.push(expression(p));
  return { kind: 'Tuple', start: first.start, end: elements[elements.length - 1]!.end, elements };
}

function boundName(p: Parsing): Name | undefined {
  if (p.kind === Token.Name) return takeName(p);
  p.unexpected();
  return undefined;
}
