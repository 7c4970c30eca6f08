import type { BinaryOperation, BooleanOperation, Comparison, Expression, UnaryOperation } from '../nodes';
import { Token, tokenCount } from '../tokens/token';
import type { Parsing } from './parsing';
import { primary } from './primary';

/** How closely operators bind: https://docs.python.org/3/reference/expressions.html#operator-precedence */
export enum Precedence {
  None,
  Or,
  And,
  Not,
  Comparison,
  BitwiseOr,
  BitwiseXor,
  BitwiseAnd,
  Shift,
  Sum,
  Product,
}

/** Operands in one chain of operators; a longer one has them side by side, so that a long sum is no deep tree. */
const longestChain = 100;

const operators: readonly (readonly [Token, Precedence, string])[] = [
  [Token.Or, Precedence.Or, 'or'],
  [Token.And, Precedence.And, 'and'],
  [Token.In, Precedence.Comparison, 'in'],
  [Token.Not, Precedence.Comparison, 'not in'],
  [Token.Is, Precedence.Comparison, 'is'],
  [Token.Less, Precedence.Comparison, '<'],
  [Token.Greater, Precedence.Comparison, '>'],
  [Token.LessEqual, Precedence.Comparison, '<='],
  [Token.GreaterEqual, Precedence.Comparison, '>='],
  [Token.DoubleEqual, Precedence.Comparison, '=='],
  [Token.NotEqual, Precedence.Comparison, '!='],
  [Token.Bar, Precedence.BitwiseOr, '|'],
  [Token.Caret, Precedence.BitwiseXor, '^'],
  [Token.Ampersand, Precedence.BitwiseAnd, '&'],
  [Token.ShiftLeft, Precedence.Shift, '<<'],
  [Token.ShiftRight, Precedence.Shift, '>>'],
  [Token.Plus, Precedence.Sum, '+'],
  [Token.Minus, Precedence.Sum, '-'],
  [Token.Star, Precedence.Product, '*'],
  [Token.Slash, Precedence.Product, '/'],
  [Token.DoubleSlash, Precedence.Product, '//'],
  [Token.Percent, Precedence.Product, '%'],
  [Token.At, Precedence.Product, '@'],
];
const precedences = new Uint8Array(tokenCount);
const texts: string[] = Array.from({ length: tokenCount }, () => '');
for (const [token, precedence, text] of operators) {
  precedences[token] = precedence;
  texts[token] = text;
}

/** Operands and the operators between them that bind at least as closely as `least`. */
export function operation(p: Parsing, least: Precedence): Expression {
  let left = operand(p);
  for (let count = 0; ; count++) {
    const precedence = precedences[p.kind]!;
    if (precedence === Precedence.None || precedence < least) return left;
    if (precedence === Precedence.Comparison) left = comparison(p, left);
    else if (count < longestChain) left = binary(p, left, precedence);
    else return longOperation(p, left, least);
  }
}

function binary(p: Parsing, left: Expression, precedence: Precedence): Expression {
  const token = p.kind;
  const { height } = p;
  p.next();
  const right = operation(p, precedence + 1);
  p.height = Math.max(height, p.height) + 1;
  if (precedence <= Precedence.And) {
    const made: BooleanOperation = {
      kind: 'Boolean',
      start: left.start,
      end: right.end,
      left,
      right,
      operator: token === Token.And ? 'and' : 'or',
    };
    return made;
  }
  const made: BinaryOperation = {
    kind: 'Binary',
    start: left.start,
    end: right.end,
    operator: texts[token]!,
    left,
    right,
  };
  return made;
}

/** The rest of a long chain: what its operators make is not said, its operands are. */
function longOperation(p: Parsing, first: Expression, least: Precedence): Expression {
  const parts = [first];
  let { height } = p;
  while (precedences[p.kind]! >= Math.max(least, Precedence.Or)) {
    if (p.kind === Token.Not) p.next();
    p.next();
    parts.push(operation(p, Precedence.Product + 1));
    height = Math.max(height, p.height);
  }
  p.height = height + 1;
  return { kind: 'Opaque', start: first.start, end: parts[parts.length - 1]!.end, parts };
}

/** `a < b <= c` is one comparison of three operands. */
function comparison(p: Parsing, first: Expression): Expression {
  const operands = [first];
  const operators: string[] = [];
  let { height } = p;
  while (precedences[p.kind] === Precedence.Comparison) {
    operators.push(comparisonOperator(p));
    operands.push(operation(p, Precedence.BitwiseOr));
    height = Math.max(height, p.height);
  }
  p.height = height + 1;
  const made: Comparison = {
    kind: 'Comparison',
    start: first.start,
    end: operands[operands.length - 1]!.end,
    operands,
    operators,
  };
  return made;
}

function comparisonOperator(p: Parsing): string {
  const token = p.kind;
  if (token === Token.NotEqual && p.text.charCodeAt(p.start) === 60) {
    p.next();
    return '<>';
  }
  p.next();
  if (token === Token.Not) p.expect(Token.In);
  if (token === Token.Is && p.take(Token.Not)) return 'is not';
  return texts[token]!;
}

/** An operand with the signs before it. */
function operand(p: Parsing): Expression {
  switch (p.kind) {
    case Token.Minus:
      return unary(p, '-');
    case Token.Plus:
      return unary(p, '+');
    case Token.Tilde:
      return unary(p, '~');
    case Token.Not:
      return unary(p, 'not');
    default:
      return power(p);
  }
}

function unary(p: Parsing, operator: UnaryOperation['operator']): Expression {
  if (p.isTooDeep()) return p.passOver();
  const { start } = p;
  p.nesting++;
  p.next();
  const inner = operator === 'not' ? operation(p, Precedence.Comparison) : operand(p);
  p.nesting--;
  p.height++;
  const made: UnaryOperation = { kind: 'Unary', start, end: inner.end, operator, operand: inner };
  return made;
}

function power(p: Parsing): Expression {
  const left = primary(p);
  if (p.kind !== Token.DoubleStar) return left;
  if (p.isTooDeep()) {
    p.next();
    return p.passOver();
  }
  const { height } = p;
  p.nesting++;
  p.next();
  const right = operand(p);
  p.nesting--;
  p.height = Math.max(height, p.height) + 1;
  const made: BinaryOperation = { kind: 'Binary', start: left.start, end: right.end, operator: '**', left, right };
  return made;
}
