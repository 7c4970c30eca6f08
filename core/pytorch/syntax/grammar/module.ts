import type { Statement } from '../nodes';
import { Token } from '../tokens/token';
import { Parsing } from './parsing';
import { statements } from './statements';

/** Reads a whole text. */
export function parseModule(text: string) {
  const p = new Parsing(text);
  const body: Statement[] = [];
  p.next();
  while (p.kind !== Token.End) {
    statements(p, body);
    p.take(Token.Dedent);
  }
  return { body, comments: p.comments, problems: p.problems };
}
