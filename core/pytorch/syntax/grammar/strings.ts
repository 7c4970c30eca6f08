import type { Expression, JoinedString, StringLiteral } from '../nodes';
import { Token } from '../tokens/token';
import { joinedString } from './joined-strings';
import type { Parsing } from './parsing';

/** A string, or several that stand side by side. */
export function strings(p: Parsing): Expression {
  const first = string(p);
  if (p.kind !== Token.String && p.kind !== Token.JoinedString) return first;
  let { height } = p;
  const parts = [first];
  while (p.kind === Token.String || p.kind === Token.JoinedString) {
    parts.push(string(p));
    height = Math.max(height, p.height);
  }
  p.height = height + 1;
  return { kind: 'AdjacentStrings', start: first.start, end: parts[parts.length - 1]!.end, parts };
}

function string(p: Parsing): StringLiteral | JoinedString {
  p.height = 1;
  return p.kind === Token.String ? plain(p) : joinedString(p);
}

function plain(p: Parsing): StringLiteral {
  const { text, start, end, quoteStart, contentStart, contentEnd } = p;
  p.next();
  let isBytes = false;
  let isRaw = false;
  for (let at = start; at < quoteStart; at++) {
    const letter = text.charCodeAt(at) | 32;
    if (letter === 98) isBytes = true;
    else if (letter === 114) isRaw = true;
  }
  const said = isBytes ? undefined : text.slice(contentStart, contentEnd);
  const value = isRaw || !said?.includes('\\') ? said : undefined;
  return { kind: 'String', start, end, value, content: { start: contentStart, end: contentEnd } };
}
