import type { TextSpan } from '../../model';

/** A string of a TOML document, and the keys that lead to it; elements of arrays are not numbered. */
export interface TomlString {
  readonly keys: readonly TomlKey[];
  /** Between the quotes. */
  readonly text: TextSpan;
  /** Quotes included. */
  readonly whole: TextSpan;
}

export interface TomlKey {
  readonly name: string;
  /** Between the quotes, where it has some. */
  readonly span: TextSpan;
}

// One token: a comment, a string in one of four notations, a bare word, or a sign.
const token =
  /#[^\n]*|"""(?:[^\\]|\\[\s\S])*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s#"'=,.[\]{}]+|\n|[=,.[\]{}]/g;

/**
 * The strings of a TOML document with their places, which no reader of the format keeps. The text is taken to be valid: what
 * is not leads to missing strings at worst.
 */
export function tomlStrings(text: string): TomlString[] {
  const found: TomlString[] = [];
  const tokens = [...text.matchAll(token)].map(({ 0: said, index }) => ({
    said,
    start: index,
    end: index + said.length,
  }));
  let table: readonly TomlKey[] = [];
  let at = 0;
  while (at < tokens.length) {
    const { said } = tokens[at]!;
    if (said === '\n' || said.startsWith('#')) at += 1;
    else if (said === '[') table = header();
    else assignment(table);
  }
  return found;

  function header(): readonly TomlKey[] {
    while (tokens[at]?.said === '[') at += 1;
    const keys = dottedKey();
    while (at < tokens.length && tokens[at]!.said !== '\n') at += 1;
    return keys;
  }

  function dottedKey(): TomlKey[] {
    const keys: TomlKey[] = [];
    for (; at < tokens.length; at += 1) {
      const { said, start, end } = tokens[at]!;
      if (said === '.') continue;
      if (/^[=,[\]{}\n#]/.test(said)) break;
      const quote = /^["']/.test(said) ? 1 : 0;
      keys.push({ name: text.slice(start + quote, end - quote), span: { start: start + quote, end: end - quote } });
    }
    return keys;
  }

  function assignment(above: readonly TomlKey[]): void {
    const first = at;
    const keys = [...above, ...dottedKey()];
    if (tokens[at]?.said === '=') {
      at += 1;
      value(keys);
    }
    // What belongs to no assignment is passed over.
    if (at === first) at += 1;
  }

  /** A value, and all that is nested in it: arrays and inline tables. */
  function value(keys: readonly TomlKey[]): void {
    const open: { sign: string; keys: readonly TomlKey[] }[] = [];
    let path = keys;
    for (; at < tokens.length; at += 1) {
      const { said, start: from, end } = tokens[at]!;
      if (said.startsWith('#')) continue;
      if (said === '\n') {
        if (open.length === 0) return;
      } else if (said === '[' || said === '{') {
        open.push({ sign: said, keys: path });
        if (said === '{') path = inlineKey(path);
      } else if (said === ']' || said === '}') {
        path = open.pop()?.keys ?? keys;
      } else if (said === ',') {
        const inside = open.at(-1);
        if (!inside) return;
        path = inside.sign === '{' ? inlineKey(inside.keys) : inside.keys;
      } else if (/^["']/.test(said)) {
        const quotes = /^("""|''')/.test(said) ? 3 : 1;
        found.push({
          keys: path,
          text: { start: from + quotes, end: end - quotes },
          whole: { start: from, end },
        });
      }
    }
  }

  /** Reads `key =` inside an inline table, where there is one; the next token is then its sign. */
  function inlineKey(above: readonly TomlKey[]): readonly TomlKey[] {
    at += 1;
    const keys = dottedKey();
    if (tokens[at]?.said !== '=') at -= 1;
    return [...above, ...keys];
  }
}
