import type { Broken } from '../nodes';
import { Token } from '../tokens/token';
import type { Parsing } from './parsing';
import { restOfHeader } from './suites';

/** `else`, `except` and the like where nothing stands that they belong to: their suite goes on as the one they stand in. */
export function strayClause(p: Parsing): Broken {
  const { start } = p;
  p.unexpected();
  p.next();
  const parts = restOfHeader(p);
  p.take(Token.Colon);
  return { kind: 'Broken', start, end: p.previousEnd, parts };
}
