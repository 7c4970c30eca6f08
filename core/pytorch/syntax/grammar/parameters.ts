import type { Expression, Name, Parameter } from '../nodes';
import { isOpening, Token } from '../tokens/token';
import { endElement, hasElement } from './elements';
import { expression, starred } from './expressions';
import type { Parsing } from './parsing';
import { takeName } from './primary';

/** The parameters of a function, from the opening parenthesis to behind the closing one. */
export function parameters(p: Parsing): Parameter[] {
  const { depth } = p;
  p.next();
  const made: Parameter[] = [];
  while (hasElement(p, depth, Token.Slash)) {
    const next = parameter(p, true);
    if (next) made.push(next);
    endElement(p, depth);
  }
  p.close(depth);
  return made;
}

/** The parameters of a lambda, up to its colon. */
export function lambdaParameters(p: Parsing): Parameter[] {
  const made: Parameter[] = [];
  while (p.kind !== Token.Colon && canBeParameter(p)) {
    const next = parameter(p, false);
    if (next) made.push(next);
    if (!p.take(Token.Comma)) break;
  }
  return made;
}

function canBeParameter({ kind }: Parsing): boolean {
  if (kind === Token.Name || kind === Token.Star || kind === Token.DoubleStar || kind === Token.Slash) return true;
  return isOpening(kind) || kind === Token.Async || kind === Token.Await;
}

/** One parameter; none for the `/` and `*` that stand alone. */
function parameter(p: Parsing, canHaveAnnotation: boolean): Parameter | undefined {
  const { start } = p;
  if (p.take(Token.Slash)) return undefined;
  const splat = p.kind === Token.Star ? '*' : p.kind === Token.DoubleStar ? '**' : undefined;
  if (splat) p.next();
  const name = parameterName(p, splat !== undefined);
  if (splat && !name && p.kind !== Token.Colon && p.kind !== Token.Equal) return undefined;
  const annotation = canHaveAnnotation && p.take(Token.Colon) ? annotationOf(p) : undefined;
  const given = p.take(Token.Equal) ? expression(p) : undefined;
  return { kind: 'Parameter', start, end: p.previousEnd, name, splat, annotation, default: given };
}

/** Python 2 has patterns in place of names; of other things than names, what they are is lost. */
function parameterName(p: Parsing, isSplat: boolean): Name | undefined {
  if (p.kind === Token.Name || p.kind === Token.Async || p.kind === Token.Await) return takeName(p);
  if (isSplat) return undefined;
  if (p.kind !== Token.OpenParenthesis) p.unexpected();
  expression(p);
  return undefined;
}

function annotationOf(p: Parsing): Expression {
  return p.kind === Token.Star ? starred(p) : expression(p);
}

/** `[T: bound = default, *Ts, **P]`; names alone are names, the others are what they are made of. */
export function typeParameters(p: Parsing): Expression[] {
  const { depth } = p;
  p.next();
  const made: Expression[] = [];
  while (hasElement(p, depth)) {
    made.push(typeParameter(p));
    endElement(p, depth);
  }
  p.close(depth);
  return made;
}

function typeParameter(p: Parsing): Expression {
  const { start } = p;
  const isSplat = p.kind === Token.Star || p.kind === Token.DoubleStar;
  if (isSplat) p.next();
  const name = expression(p);
  const parts = [name];
  if (p.take(Token.Colon)) parts.push(expression(p));
  if (p.take(Token.Equal)) parts.push(annotationOf(p));
  if (!isSplat && parts.length === 1) return name;
  return { kind: 'Opaque', start, end: p.previousEnd, parts };
}
