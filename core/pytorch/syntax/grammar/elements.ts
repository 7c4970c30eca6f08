import { isClosing, startsExpression, Token } from '../tokens/token';
import type { Parsing } from './parsing';

/**
 * Whether another element of what is in brackets begins at the current token. Passes over tokens that none begins with.
 * @param depth the bracket's depth @param also what else an element can begin with
 */
export function hasElement(p: Parsing, depth: number, also: Token = Token.Star): boolean {
  while (p.depth >= depth && !p.isAtEnd()) {
    if (startsExpression(p.kind) || p.kind === Token.Star || p.kind === Token.DoubleStar || p.kind === also)
      return true;
    p.unexpected();
    if (p.isHeaderEnd()) p.closeAll();
    else p.next();
  }
  return false;
}

/** Passes over the comma behind an element. */
export function endElement(p: Parsing, depth: number): void {
  if (p.kind === Token.Comma) p.next();
  else if (p.depth >= depth || !isClosing(p.kind)) p.unexpected();
}
