import type { Conditional, Expression, Lambda, Yield } from '../nodes';
import { startsExpression, Token } from '../tokens/token';
import { operation, Precedence } from './operators';
import { lambdaParameters } from './parameters';
import { nothingAt, type Parsing } from './parsing';

/** `a if b else c`, `lambda: a`, and all that binds closer. */
export function expression(p: Parsing): Expression {
  if (p.isTooDeep()) return p.passOver();
  p.nesting++;
  const parsed = p.kind === Token.Lambda ? lambda(p) : conditional(p);
  p.nesting--;
  return parsed;
}

function conditional(p: Parsing): Expression {
  const body = operation(p, Precedence.Or);
  if (p.kind !== Token.If) return body;
  let { height } = p;
  p.next();
  const condition = operation(p, Precedence.Or);
  height = Math.max(height, p.height);
  const otherwise = p.is(Token.Else) ? otherwiseOf(p) : missing(p);
  p.height = Math.max(height, p.height) + 1;
  const made: Conditional = {
    kind: 'Conditional',
    start: body.start,
    end: otherwise.end,
    condition,
    body,
    otherwise,
  };
  return made;
}

function otherwiseOf(p: Parsing): Expression {
  p.next();
  return expression(p);
}

/** The expression that should stand at the current token, and does not. */
export function missing(p: Parsing): Expression {
  p.unexpected();
  p.height = 1;
  return nothingAt(Math.max(p.previousEnd, p.statementStart));
}

function lambda(p: Parsing): Expression {
  const { start } = p;
  p.next();
  const parameters = lambdaParameters(p);
  p.expect(Token.Colon);
  const body = expression(p);
  p.height++;
  const made: Lambda = { kind: 'Lambda', start, end: body.end, parameters, body };
  return made;
}

/** An expression, or `name := value`. */
export function namedExpression(p: Parsing): Expression {
  const target = expression(p);
  if (p.kind !== Token.Walrus) return target;
  if (target.kind !== 'Name') p.unexpected();
  p.next();
  const value = expression(p);
  p.height++;
  if (target.kind !== 'Name') return { kind: 'Opaque', start: target.start, end: value.end, parts: [target, value] };
  return { kind: 'Named', start: target.start, end: value.end, target, value };
}

/** An element of a list: an expression, `name := value`, or `*values`. */
export function element(p: Parsing): Expression {
  return p.kind === Token.Star || p.kind === Token.DoubleStar ? starred(p) : namedExpression(p);
}

export function starred(p: Parsing): Expression {
  const { start } = p;
  p.next();
  const value = operation(p, Precedence.BitwiseOr);
  p.height++;
  return { kind: 'Starred', start, end: value.end, value };
}

/** Whether the current token begins an expression of a list without brackets. */
export function startsListed(p: Parsing): boolean {
  return startsExpression(p.kind) || p.kind === Token.Star;
}

/** `a, *b`: a tuple where there is a comma. */
export function expressions(p: Parsing): Expression {
  const first = listedExpression(p);
  return p.kind === Token.Comma ? listed(p, first, listedExpression) : first;
}

/** `a := b, *c`: as `expressions`, where names can be bound. */
export function elements(p: Parsing): Expression {
  const first = element(p);
  return p.kind === Token.Comma ? listed(p, first, element) : first;
}

function listedExpression(p: Parsing): Expression {
  return p.kind === Token.Star ? starred(p) : expression(p);
}

/** `a, *b` of a `for`, before its `in`. */
export function targets(p: Parsing): Expression {
  const first = target(p);
  return p.kind === Token.Comma ? listed(p, first, target) : first;
}

function target(p: Parsing): Expression {
  return p.kind === Token.Star ? starred(p) : operation(p, Precedence.BitwiseOr);
}

/** The tuple of an element and those behind the commas; its span has the last comma. */
function listed(p: Parsing, first: Expression, next: (p: Parsing) => Expression): Expression {
  const elements = [first];
  let { height } = p;
  while (p.take(Token.Comma) && startsListed(p)) {
    elements.push(next(p));
    height = Math.max(height, p.height);
  }
  p.height = height + 1;
  return { kind: 'Tuple', start: first.start, end: p.previousEnd, elements };
}

/** What can stand right of `=`, and in the field of an f-string. */
export function value(p: Parsing): Expression {
  return p.kind === Token.Yield ? yieldExpression(p) : expressions(p);
}

export function yieldExpression(p: Parsing): Expression {
  const { start } = p;
  p.next();
  const isFrom = p.take(Token.From);
  const given = isFrom ? expression(p) : startsListed(p) ? expressions(p) : undefined;
  const made: Yield = { kind: 'Yield', start, end: p.previousEnd, value: given };
  p.height = given ? p.height + 1 : 1;
  return made;
}
