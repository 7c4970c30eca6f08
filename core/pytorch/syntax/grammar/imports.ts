import type { Import, ImportedName } from '../nodes';
import { Token } from '../tokens/token';
import type { Parsing } from './parsing';

/** `import a.b as c, d` */
export function importNames(p: Parsing): Import {
  const { start } = p;
  const names: ImportedName[] = [];
  do {
    p.next();
    const name = importedName(p);
    if (name) names.push(name);
  } while (p.kind === Token.Comma);
  return { kind: 'Import', start, end: p.previousEnd, from: undefined, names };
}

/** `from .a import b as c, d`, `from a import (b, c)`, `from a import *` */
export function importFrom(p: Parsing): Import {
  const { start } = p;
  p.next();
  let from = '';
  for (; p.kind === Token.Dot || p.kind === Token.Ellipsis; p.next()) from += p.kind === Token.Dot ? '.' : '...';
  if (p.kind === Token.Name) from += dottedName(p);
  else if (from === '') p.unexpected();
  const names: ImportedName[] = [];
  if (p.kind !== Token.Import) p.unexpected();
  else p.next();
  if (p.kind === Token.OpenParenthesis) parenthesized(p, names);
  else listed(p, names);
  return { kind: 'Import', start, end: p.previousEnd, from, names };
}

function parenthesized(p: Parsing, names: ImportedName[]): void {
  const { depth } = p;
  p.next();
  while (p.depth >= depth && !p.isAtEnd()) {
    const name = importedName(p);
    if (name) names.push(name);
    else p.next();
    if (p.depth >= depth && !p.take(Token.Comma)) p.unexpected();
  }
  p.close(depth);
}

function listed(p: Parsing, names: ImportedName[]): void {
  do {
    if (p.kind === Token.Star) names.push(star(p));
    else {
      const name = importedName(p);
      if (name) names.push(name);
    }
  } while (p.take(Token.Comma));
}

function star(p: Parsing): ImportedName {
  const { start, end } = p;
  p.next();
  return { start, end, name: '*', alias: '*' };
}

function importedName(p: Parsing): ImportedName | undefined {
  if (p.kind !== Token.Name) {
    p.unexpected();
    return undefined;
  }
  const { start } = p;
  const name = dottedName(p);
  let alias: string | undefined;
  if (p.take(Token.As)) {
    if (p.kind === Token.Name) alias = p.word;
    p.expect(Token.Name);
  }
  return { start, end: p.previousEnd, name, alias };
}

function dottedName(p: Parsing): string {
  let name = p.word;
  p.next();
  while (p.take(Token.Dot)) {
    // `torch.is`: a keyword where a name begins that is not written to its end.
    if (p.kind !== Token.Name) p.unexpected();
    else {
      name += `.${p.word}`;
      p.next();
    }
  }
  return name;
}
