import type { Assign, Expression, Name, Statement } from '../nodes';
import { startsExpression, Token } from '../tokens/token';
import { expression, expressions, missing, startsListed, value } from './expressions';
import { importFrom, importNames } from './imports';
import { typeParameters } from './parameters';
import type { Parsing } from './parsing';
import { takeName } from './primary';

/** A statement that has no suite. */
export function simpleStatement(p: Parsing): Statement {
  const { start } = p;
  switch (p.kind) {
    case Token.Return:
      p.next();
      return returned(p, start);
    case Token.Import:
      return importNames(p);
    case Token.From:
      return importFrom(p);
    case Token.Pass:
      p.next();
      return { kind: 'Pass', start, end: p.previousEnd };
    case Token.Break:
    case Token.Continue:
      p.next();
      return { kind: 'Jump', start, end: p.previousEnd };
    case Token.Raise:
      p.next();
      return raised(p, start);
    case Token.Assert:
      p.next();
      return asserted(p, start);
    case Token.Del:
      p.next();
      return { kind: 'Delete', start, targets: [expressions(p)], end: p.previousEnd };
    case Token.Global:
    case Token.Nonlocal:
      return outer(p);
    case Token.Name:
      return legacyOrAlias(p) ?? expressionStatement(p);
    default:
      return expressionStatement(p);
  }
}

function returned(p: Parsing, start: number): Statement {
  const given = startsListed(p) ? expressions(p) : undefined;
  return { kind: 'Return', start, end: p.previousEnd, value: given };
}

function raised(p: Parsing, start: number): Statement {
  const values: Expression[] = [];
  if (startsExpression(p.kind)) values.push(expressions(p));
  if (p.take(Token.From)) values.push(expression(p));
  return { kind: 'Raise', start, end: p.previousEnd, values };
}

function asserted(p: Parsing, start: number): Statement {
  const condition = expression(p);
  const message = p.take(Token.Comma) ? expression(p) : undefined;
  return { kind: 'Assert', start, end: p.previousEnd, condition, message };
}

function outer(p: Parsing): Statement {
  const { start } = p;
  const isGlobal = p.kind === Token.Global;
  const names: Name[] = [];
  do {
    p.next();
    if (p.kind === Token.Name) names.push(takeName(p));
    else p.unexpected();
  } while (p.kind === Token.Comma);
  return { kind: 'Outer', start, end: p.previousEnd, isGlobal, names };
}

function expressionStatement(p: Parsing): Statement {
  const { start } = p;
  const first = value(p);
  switch (p.kind) {
    case Token.Equal:
      return assignment(p, start, first);
    case Token.Colon:
      return annotated(p, start, first);
    case Token.Augmented: {
      p.next();
      const given = value(p);
      return { kind: 'AugmentedAssign', start, end: given.end, target: first, value: given };
    }
    default:
      return { kind: 'ExpressionStatement', start: first.start, end: first.end, value: first };
  }
}

/** `a = b = value` is one assignment to two targets. */
function assignment(p: Parsing, start: number, first: Expression): Assign {
  const targets = [first];
  p.next();
  let given = value(p);
  while (p.take(Token.Equal)) {
    targets.push(given);
    given = value(p);
  }
  return { kind: 'Assign', start, end: given.end, targets, annotation: undefined, value: given };
}

/** `a: int = value`. A colon that ends the line ends a header whose keyword is missing or not written right. */
function annotated(p: Parsing, start: number, target: Expression): Statement {
  p.next();
  if (p.isAtEnd()) {
    p.unexpected();
    return { kind: 'ExpressionStatement', start, end: target.end, value: target };
  }
  const annotation = expression(p);
  const given = p.take(Token.Equal) ? value(p) : undefined;
  return { kind: 'Assign', start, end: (given ?? annotation).end, targets: [target], annotation, value: given };
}

/** The statements that begin with what is a name elsewhere: `type X = Y`, and `print x` and `exec x` of Python 2. */
function legacyOrAlias(p: Parsing): Statement | undefined {
  const { word } = p;
  if (word !== 'type' && word !== 'print' && word !== 'exec') return undefined;
  const place = p.place();
  p.next();
  if (word === 'type' ? p.kind === Token.Name : isPrinted(p.kind)) {
    return word === 'type' ? typeAlias(p, place.start) : legacy(p, place.start);
  }
  p.goBack(place);
  return undefined;
}

/** Whether a token behind `print` is what Python 2 prints: no operator or bracket that goes on with the name. */
function isPrinted(kind: Token): boolean {
  if (kind === Token.OpenParenthesis || kind === Token.OpenBracket || kind === Token.Not) return false;
  return startsExpression(kind) && kind !== Token.Plus && kind !== Token.Minus && kind !== Token.Async;
}

function legacy(p: Parsing, start: number): Statement {
  const printed = expressions(p);
  const parts = printed.kind === 'Tuple' && p.text[printed.start] !== '(' ? printed.elements : [printed];
  return { kind: 'Broken', start, end: p.previousEnd, parts };
}

function typeAlias(p: Parsing, start: number): Statement {
  const simple = takeName(p);
  let name: Expression = simple;
  if (p.kind === Token.OpenBracket) {
    const indices = typeParameters(p);
    name = { kind: 'Subscript', start: simple.start, end: p.previousEnd, object: simple, indices };
  }
  const given = p.take(Token.Equal) ? expression(p) : missing(p);
  return { kind: 'TypeAlias', start, end: given.end, name, value: given };
}
