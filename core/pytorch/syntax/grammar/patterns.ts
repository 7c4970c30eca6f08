import type { Expression, Name } from '../nodes';
import { isClosing, Token } from '../tokens/token';
import { endElement, hasElement } from './elements';
import { number } from './numbers';
import type { Parsing } from './parsing';
import { primary, takeName } from './primary';
import { strings } from './strings';

/** What the patterns of a `case` ask for, and what they bind. */
interface Found {
  readonly values: Expression[];
  readonly captures: Name[];
}

/** `a, *b`, or one pattern. */
export function patterns(p: Parsing, found: Found): void {
  do {
    if (p.kind === Token.Colon || p.kind === Token.If || p.isAtEnd()) return;
    pattern(p, found);
  } while (p.take(Token.Comma));
}

/** `a | b as c` */
function pattern(p: Parsing, found: Found): void {
  if (p.isTooDeep()) return void p.passOver();
  p.nesting++;
  do closed(p, found);
  while (p.take(Token.Bar));
  p.nesting--;
  if (!p.take(Token.As)) return;
  if (p.kind === Token.Name) capture(p, found);
  else p.unexpected();
}

function closed(p: Parsing, found: Found): void {
  switch (p.kind) {
    case Token.Name:
      named(p, found);
      return;
    case Token.Star:
    case Token.DoubleStar:
      p.next();
      if (p.is(Token.Name)) capture(p, found);
      else p.unexpected();
      return;
    case Token.Number:
    case Token.Minus:
      numeric(p, found);
      return;
    case Token.String:
    case Token.JoinedString:
      found.values.push(strings(p));
      return;
    case Token.None:
    case Token.True:
    case Token.False:
      found.values.push(primary(p));
      return;
    case Token.OpenParenthesis:
    case Token.OpenBracket:
    case Token.OpenBrace:
      sequence(p, found);
      return;
    default:
      p.unexpected();
      if (!p.isAtEnd() && p.kind !== Token.Colon && !isClosing(p.kind)) p.next();
  }
}

/** `_` binds nothing. */
function capture(p: Parsing, found: Found): void {
  const name = takeName(p);
  if (name.id !== '_') found.captures.push(name);
}

/** `x` is bound; `a.b` is a value; of `Point(x=0)` the class is. */
function named(p: Parsing, found: Found): void {
  let value: Expression = takeName(p);
  while (p.take(Token.Dot)) {
    if (p.kind !== Token.Name) {
      p.unexpected();
      return;
    }
    const name = takeName(p);
    value = {
      kind: 'Attribute',
      start: value.start,
      end: name.end,
      object: p.chained(value),
      name,
      remembered: undefined,
    };
    p.height++;
  }
  if (p.kind === Token.OpenParenthesis) {
    found.values.push(value);
    sequence(p, found);
  } else if (value.kind === 'Attribute') found.values.push(value);
  else if (value.kind === 'Name' && value.id !== '_') found.captures.push(value);
}

/** `-1`, `1 + 2j` */
function numeric(p: Parsing, found: Found): void {
  p.take(Token.Minus);
  for (;;) {
    if (p.kind !== Token.Number) {
      p.unexpected();
      return;
    }
    found.values.push(number(p));
    if (!p.is(Token.Plus) && !p.is(Token.Minus)) return;
    p.next();
  }
}

/** What stands in brackets of any kind: patterns, `keyword=pattern`, `key: pattern`. */
function sequence(p: Parsing, found: Found): void {
  const { depth } = p;
  p.next();
  while (hasElement(p, depth)) {
    const keyword = p.kind === Token.Name ? p.place() : undefined;
    if (keyword) {
      p.next();
      if (p.kind !== Token.Equal) p.goBack(keyword);
      else p.next();
    }
    pattern(p, found);
    if (p.take(Token.Colon)) pattern(p, found);
    endElement(p, depth);
  }
  p.close(depth);
}
