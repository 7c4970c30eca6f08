import type { Attribute, Await, Call, Expression, Name, Subscript } from '../nodes';
import { startsExpression, Token } from '../tokens/token';
import { callArguments } from './arguments';
import { braces, brackets, parentheses } from './collections';
import { expression, missing } from './expressions';
import { number } from './numbers';
import type { Parsing } from './parsing';
import { strings } from './strings';
import { subscripts } from './subscripts';

/** An atom with its attributes, calls and subscripts. */
export function primary(p: Parsing): Expression {
  if (p.kind === Token.Await) return awaited(p);
  let left = atom(p);
  for (;;) {
    switch (p.kind) {
      case Token.Dot:
        p.next();
        if (!isAttributeName(p)) {
          p.unexpected();
          return left;
        }
        left = attribute(p, p.chained(left));
        break;
      case Token.OpenParenthesis:
        left = call(p, p.chained(left));
        break;
      case Token.OpenBracket:
        left = subscript(p, p.chained(left));
        break;
      default:
        return left;
    }
  }
}

/** A keyword is a name here while it is the beginning of one: `torch.cuda.is`. */
function isAttributeName(p: Parsing): boolean {
  if (p.kind === Token.Name || p.kind === Token.Async || p.kind === Token.Await) return true;
  if (p.kind < Token.And || p.start !== p.previousEnd) return false;
  p.unexpected();
  return true;
}

function attribute(p: Parsing, object: Expression): Expression {
  const name = takeName(p);
  p.height++;
  const made: Attribute = {
    kind: 'Attribute',
    start: object.start,
    end: name.end,
    object,
    name,
    remembered: undefined,
  };
  return made;
}

function call(p: Parsing, callee: Expression): Expression {
  const { height, start } = p;
  const given = callArguments(p);
  const end = p.previousEnd;
  p.height = Math.max(height, p.height) + 1;
  const made: Call = {
    kind: 'Call',
    start: callee.start,
    end,
    callee,
    arguments: given,
    argumentsSpan: { start, end },
    remembered: undefined,
  };
  return made;
}

function subscript(p: Parsing, object: Expression): Expression {
  const { height } = p;
  const indices = subscripts(p);
  p.height = Math.max(height, p.height) + 1;
  const made: Subscript = { kind: 'Subscript', start: object.start, end: p.previousEnd, object, indices };
  return made;
}

/** The current token as a name. */
export function takeName(p: Parsing): Name {
  const name: Name = { kind: 'Name', start: p.start, end: p.end, id: p.word, remembered: undefined };
  p.next();
  return name;
}

function awaited(p: Parsing): Expression {
  const name = takeName(p);
  p.height = 1;
  // Before Python 3.7 it was a name as any other.
  if (!startsExpression(p.kind) || p.kind === Token.Not || p.kind === Token.Lambda) return name;
  if (p.isTooDeep()) return p.passOver();
  p.nesting++;
  const value = primary(p);
  p.nesting--;
  p.height++;
  const made: Await = { kind: 'Await', start: name.start, end: value.end, value };
  return made;
}

function atom(p: Parsing): Expression {
  p.height = 1;
  switch (p.kind) {
    case Token.Name:
    case Token.Async:
      return takeName(p);
    case Token.Number:
      return number(p);
    case Token.String:
    case Token.JoinedString:
      return strings(p);
    case Token.None:
      return constant(p, null);
    case Token.True:
      return constant(p, true);
    case Token.False:
      return constant(p, false);
    case Token.Ellipsis:
      return constant(p, undefined);
    case Token.OpenParenthesis:
      return parentheses(p);
    case Token.OpenBracket:
      return brackets(p);
    case Token.OpenBrace:
      return braces(p);
    case Token.Lambda:
    case Token.Not:
      // After an operator that binds closer: no Python, but no doubt what is meant.
      p.unexpected();
      return expression(p);
    default:
      return missing(p);
  }
}

function constant(p: Parsing, value: boolean | null | undefined): Expression {
  const { start, end } = p;
  p.next();
  return { kind: 'Constant', start, end, value };
}
