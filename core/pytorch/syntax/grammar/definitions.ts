import type { Argument, ClassDefinition, Expression, FunctionDefinition, Name, Parameter, Statement } from '../nodes';
import { Token } from '../tokens/token';
import { callArguments } from './arguments';
import { expressions, namedExpression, startsListed } from './expressions';
import { parameters, typeParameters } from './parameters';
import type { Parsing } from './parsing';
import { takeName } from './primary';
import { headerExpression, suite } from './suites';

/** @param start where it begins, with `async` and its decorators */
export function functionDefinition(p: Parsing, start: number, decorators: readonly Expression[]): FunctionDefinition {
  p.next();
  const name = definedName(p);
  const types = p.kind === Token.OpenBracket ? typeParameters(p) : [];
  let taken: Parameter[] = [];
  if (p.kind === Token.OpenParenthesis) taken = parameters(p);
  else p.unexpected();
  const returns = p.take(Token.Arrow) ? headerExpression(p, expressions) : undefined;
  const body = suite(p);
  return {
    kind: 'Function',
    start,
    end: body.end,
    name,
    typeParameters: types,
    parameters: taken,
    returns,
    decorators,
    body,
  };
}

export function classDefinition(p: Parsing, start: number, decorators: readonly Expression[]): ClassDefinition {
  p.next();
  const name = definedName(p);
  const types = p.kind === Token.OpenBracket ? typeParameters(p) : [];
  const bases: readonly Argument[] = p.kind === Token.OpenParenthesis ? callArguments(p) : [];
  const body = suite(p);
  return { kind: 'Class', start, end: body.end, name, typeParameters: types, bases, decorators, body };
}

function definedName(p: Parsing): Name | undefined {
  if (p.kind === Token.Name) return takeName(p);
  p.unexpected();
  return undefined;
}

/** A definition below its decorators. */
export function decorated(p: Parsing): Statement {
  const { start } = p;
  const decorators: Expression[] = [];
  while (p.kind === Token.At) decorators.push(...decorator(p));
  const end = p.previousEnd;
  switch (p.kind) {
    case Token.Def:
      return functionDefinition(p, start, decorators);
    case Token.Class:
      return classDefinition(p, start, decorators);
    case Token.Async:
      p.next();
      if (p.is(Token.Def)) return functionDefinition(p, start, decorators);
  }
  p.unexpected();
  return { kind: 'Broken', start, end: decorators[decorators.length - 1]?.end ?? end, parts: decorators };
}

/** One decorator, and what else stands in its line. */
function decorator(p: Parsing): Expression[] {
  p.next();
  const found = [namedExpression(p)];
  while (!p.isAtEnd()) {
    p.unexpected();
    if (startsListed(p)) found.push(expressions(p));
    else p.next();
  }
  p.take(Token.Newline);
  return found;
}
