import type { Expression } from '../nodes';
import { startsExpression, Token } from '../tokens/token';
import { endElement, hasElement } from './elements';
import { element, expression } from './expressions';
import type { Parsing } from './parsing';

/** What stands between the brackets behind an expression. */
export function subscripts(p: Parsing): Expression[] {
  const { depth } = p;
  p.next();
  const indices: Expression[] = [];
  let height = 0;
  while (hasElement(p, depth, Token.Colon)) {
    indices.push(index(p));
    height = Math.max(height, p.height);
    endElement(p, depth);
  }
  p.close(depth);
  p.height = height;
  return indices;
}

function index(p: Parsing): Expression {
  const { start } = p;
  const parts: Expression[] = [];
  let height = 1;
  if (p.kind !== Token.Colon) {
    const first = element(p);
    if (!p.is(Token.Colon)) return first;
    parts.push(first);
    height = p.height;
  }
  for (let colons = 0; colons < 2 && p.take(Token.Colon); colons++) {
    if (!startsExpression(p.kind)) continue;
    parts.push(expression(p));
    height = Math.max(height, p.height);
  }
  p.height = height + 1;
  return { kind: 'Slice', start, end: p.previousEnd, parts };
}
