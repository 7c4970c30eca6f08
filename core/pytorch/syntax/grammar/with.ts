import type { With } from '../nodes';
import { Token } from '../tokens/token';
import { endElement, hasElement } from './elements';
import { expression, namedExpression } from './expressions';
import { operation, Precedence } from './operators';
import type { Parsing } from './parsing';
import { suite } from './suites';

type Item = With['items'][number];

/** @param start where it begins, with its `async` */
export function withStatement(p: Parsing, start: number): With {
  p.next();
  const items = (p.kind === Token.OpenParenthesis && parenthesized(p)) || listed(p);
  const body = suite(p);
  return { kind: 'With', start, end: body.end, items, body };
}

/** `(a as b, c)`; undefined where the parentheses are those of an expression. */
function parenthesized(p: Parsing): Item[] | undefined {
  const place = p.place();
  const { depth } = p;
  p.next();
  const items: Item[] = [];
  let isList = false;
  while (hasElement(p, depth)) {
    const next = item(p);
    items.push(next);
    isList ||= next.target !== undefined || p.kind === Token.Comma;
    endElement(p, depth);
  }
  p.close(depth);
  if (isList && !p.isBroken && p.kind === Token.Colon) return items;
  p.goBack(place);
  return undefined;
}

function listed(p: Parsing): Item[] {
  const items: Item[] = [];
  do items.push(item(p));
  while (p.take(Token.Comma));
  return items;
}

function item(p: Parsing): Item {
  const context = p.depth > 0 ? namedExpression(p) : expression(p);
  const target = p.take(Token.As) ? operation(p, Precedence.BitwiseOr) : undefined;
  return { context, target };
}
