import type { Comprehension, ComprehensionClause, Expression } from '../nodes';
import { Token } from '../tokens/token';
import { expression, targets } from './expressions';
import { operation, Precedence } from './operators';
import type { Parsing } from './parsing';

export function beginsComprehension(p: Parsing): boolean {
  return p.kind === Token.For || p.kind === Token.Async;
}

/** The clauses behind the element, and the bracket behind them. */
export function comprehension(
  p: Parsing,
  start: number,
  depth: number,
  form: Comprehension['form'],
  key: Expression | undefined,
  element: Expression,
): Comprehension {
  let { height } = p;
  const clauses: ComprehensionClause[] = [];
  const conditions: Expression[] = [];
  for (;;) {
    if (beginsComprehension(p)) clauses.push(clause(p));
    else if (p.take(Token.If)) conditions.push(condition(p));
    else break;
    height = Math.max(height, p.height);
  }
  while (p.depth >= depth && !p.isAtEnd()) {
    p.unexpected();
    if (p.isHeaderEnd()) p.closeAll();
    else p.next();
  }
  const end = p.close(depth);
  p.height = height + 1;
  return { kind: 'Comprehension', start, end, form, key, element, clauses, conditions };
}

function clause(p: Parsing): ComprehensionClause {
  p.take(Token.Async);
  p.expect(Token.For);
  const target = targets(p);
  const { height } = p;
  p.expect(Token.In);
  const iterable = operation(p, Precedence.Or);
  p.height = Math.max(height, p.height);
  return { target, iterable };
}

function condition(p: Parsing): Expression {
  return p.kind === Token.Lambda ? expression(p) : operation(p, Precedence.Or);
}
