import type { Argument, Expression } from '../nodes';
import { Token } from '../tokens/token';
import { beginsComprehension, comprehension } from './comprehensions';
import { endElement, hasElement } from './elements';
import { expression, namedExpression } from './expressions';
import type { Parsing } from './parsing';

/** The arguments of a call, or the bases of a class, from the opening parenthesis to behind the closing one. */
export function callArguments(p: Parsing): Argument[] {
  const { start, depth } = p;
  p.next();
  const given: Argument[] = [];
  let height = 0;
  while (hasElement(p, depth)) {
    const next = argument(p);
    height = Math.max(height, p.height);
    if (next.keyword === undefined && next.splat === undefined && beginsComprehension(p)) {
      // A generator needs no parentheses of its own where it is the only argument; the call's are its span.
      const isOnly = given.length === 0;
      if (!isOnly) p.unexpected();
      const value = comprehension(p, isOnly ? start : next.start, depth, 'generator', undefined, next.value);
      given.push(positional(value));
      return given;
    }
    given.push(next);
    endElement(p, depth);
  }
  p.close(depth);
  p.height = height;
  return given;
}

function positional(value: Expression): Argument {
  return { kind: 'Argument', start: value.start, end: value.end, keyword: undefined, splat: undefined, value };
}

function argument(p: Parsing): Argument {
  const { start } = p;
  if (p.kind === Token.Star || p.kind === Token.DoubleStar) {
    const splat = p.kind === Token.Star ? '*' : '**';
    p.next();
    const value = expression(p);
    return { kind: 'Argument', start, end: value.end, keyword: undefined, splat, value };
  }
  const first = namedExpression(p);
  if (p.kind !== Token.Equal) return positional(first);
  if (first.kind !== 'Name') p.unexpected();
  p.next();
  const value = expression(p);
  const keyword = first.kind === 'Name' ? first : undefined;
  return { kind: 'Argument', start, end: value.end, keyword, splat: undefined, value };
}
