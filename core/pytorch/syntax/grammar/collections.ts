import type { Dictionary, Expression } from '../nodes';
import { Token } from '../tokens/token';
import { beginsComprehension, comprehension } from './comprehensions';
import { endElement, hasElement } from './elements';
import { element, expression, yieldExpression } from './expressions';
import { operation, Precedence } from './operators';
import { nothingAt, type Parsing } from './parsing';

/** `(a)`, the expression itself with the parentheses in its span; a tuple; a generator. */
export function parentheses(p: Parsing): Expression {
  const { start, depth } = p;
  p.next();
  const elements: Expression[] = [];
  let isTuple = false;
  let height = 0;
  while (hasElement(p, depth, Token.Yield)) {
    const next = p.kind === Token.Yield ? yieldExpression(p) : element(p);
    if (elements.length === 0 && beginsComprehension(p))
      return comprehension(p, start, depth, 'generator', undefined, next);
    height = Math.max(height, p.height);
    elements.push(next);
    isTuple ||= p.kind === Token.Comma;
    endElement(p, depth);
  }
  const end = p.close(depth);
  p.height = height + 1;
  const [only] = elements;
  if (elements.length !== 1 || isTuple || !only) return { kind: 'Tuple', start, end, elements };
  p.height = height;
  only.start = start;
  only.end = end;
  return only;
}

export function brackets(p: Parsing): Expression {
  const { start, depth } = p;
  p.next();
  const elements: Expression[] = [];
  let height = 0;
  while (hasElement(p, depth)) {
    const next = element(p);
    if (elements.length === 0 && beginsComprehension(p)) return comprehension(p, start, depth, 'list', undefined, next);
    height = Math.max(height, p.height);
    elements.push(next);
    endElement(p, depth);
  }
  const end = p.close(depth);
  p.height = height + 1;
  return { kind: 'List', start, end, elements };
}

/** A dictionary or a set, as its first element says. */
export function braces(p: Parsing): Expression {
  const { start, depth } = p;
  p.next();
  if (!hasElement(p, depth) || p.kind === Token.DoubleStar) return entries(p, start, depth, []);
  const first = element(p);
  if (p.kind !== Token.Colon) return set(p, start, depth, first);
  const { height } = p;
  p.next();
  const value = expression(p);
  p.height = Math.max(height, p.height);
  if (beginsComprehension(p)) return comprehension(p, start, depth, 'dictionary', first, value);
  endElement(p, depth);
  return entries(p, start, depth, [{ key: first, value }]);
}

function set(p: Parsing, start: number, depth: number, first: Expression): Expression {
  if (beginsComprehension(p)) return comprehension(p, start, depth, 'set', undefined, first);
  const elements = [first];
  let { height } = p;
  endElement(p, depth);
  while (hasElement(p, depth)) {
    elements.push(element(p));
    height = Math.max(height, p.height);
    endElement(p, depth);
  }
  const end = p.close(depth);
  p.height = height + 1;
  return { kind: 'Set', start, end, elements };
}

function entries(p: Parsing, start: number, depth: number, made: Dictionary['entries'][number][]): Expression {
  let height = made.length > 0 ? p.height : 0;
  while (hasElement(p, depth)) {
    made.push(entry(p));
    height = Math.max(height, p.height);
    if (made.length === 1 && beginsComprehension(p)) {
      const [{ key, value }] = made as [Dictionary['entries'][number]];
      return comprehension(p, start, depth, 'dictionary', key, value);
    }
    endElement(p, depth);
  }
  const end = p.close(depth);
  p.height = height + 1;
  return { kind: 'Dictionary', start, end, entries: made };
}

function entry(p: Parsing): Dictionary['entries'][number] {
  if (p.kind === Token.DoubleStar || p.kind === Token.Star) {
    if (p.kind === Token.Star) p.unexpected();
    p.next();
    return { key: undefined, value: operation(p, Precedence.BitwiseOr) };
  }
  const key = expression(p);
  const { height } = p;
  if (p.kind !== Token.Colon) {
    p.unexpected();
    return { key, value: nothingAt(key.end) };
  }
  p.next();
  const value = expression(p);
  p.height = Math.max(height, p.height);
  return { key, value };
}
