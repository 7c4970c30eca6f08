import type { TextSpan } from '../model';

/** A word of a command as the shell splits it. */
export interface Word {
  /** Quotes and backslashes taken away; expansions stand as they are written. */
  readonly text: string;
  readonly span: TextSpan;
}

const separators = new Set([';', '&', '|', '(', ')', '{', '}']);
/** Commands in commands in commands: deeper ones are not looked into. */
const deepest = 30;
/** What a here-document reads up to. */
const hereDocument = /<<(?<dash>-)?[ \t]*(?<quote>["']?)(?<word>[\w.-]+)\k<quote>/y;

/**
 * The simple commands of a part of a shell script, each as its words: split at newlines, `;`, `&&`, `||`, `|`, brackets,
 * and inside `$(...)`. Comments, redirections and the bodies of here-documents are passed over. What is not closed ends
 * with the part.
 */
export function shellCommands(text: string, { start, end }: TextSpan, depth = 0): Word[][] {
  const commands: Word[][] = [];
  let words: Word[] = [];
  let at = start;
  let bodies: { readonly word: string; readonly tabs: boolean }[] = [];

  while (at < end) {
    const character = text[at]!;
    if (character === '\n') {
      endCommand();
      at += 1;
      for (const body of bodies) skipBody(body.word, body.tabs);
      bodies = [];
    } else if (/\s/.test(character)) at += 1;
    else if (continuation(at) > 0) at += continuation(at);
    else if (character === '#' && (at === start || /[\s;&|(]/.test(text[at - 1]!))) skipLine();
    else if (redirects(at)) redirection();
    else if (separators.has(character)) {
      endCommand();
      at += 1;
    } else word();
  }
  endCommand();
  return commands;

  function endCommand(): void {
    if (words.length > 0) commands.push(words);
    words = [];
  }

  /** The length of a backslash and the line break behind it at `offset`. */
  function continuation(offset: number): number {
    if (text[offset] !== '\\') return 0;
    if (text[offset + 1] === '\n') return 2;
    return text[offset + 1] === '\r' && text[offset + 2] === '\n' ? 3 : 0;
  }

  /** `>`, `<`, `2>`. */
  function redirects(offset: number): boolean {
    let next = offset;
    while (/\d/.test(text[next] ?? '')) next += 1;
    return text[next] === '<' || text[next] === '>';
  }

  function skipLine(): void {
    const line = text.indexOf('\n', at);
    at = line < 0 || line > end ? end : line;
  }

  function redirection(): void {
    hereDocument.lastIndex = at;
    const match = text.startsWith('<<<', at) ? null : hereDocument.exec(text);
    if (match) {
      bodies.push({ word: match.groups!['word']!, tabs: match.groups!['dash'] !== undefined });
      at = hereDocument.lastIndex;
      return;
    }
    while (at < end && /[<>&|0-9-]/.test(text[at]!)) at += 1;
    while (at < end && /[ \t]/.test(text[at]!)) at += 1;
    // The file is no word of the command; `>(...)` is a command of its own.
    if (at < end && !/[\s;&|()]/.test(text[at]!)) {
      word();
      words.pop();
    }
  }

  function skipBody(delimiter: string, tabs: boolean): void {
    while (at < end) {
      const lineEnd = text.indexOf('\n', at);
      const line = text.slice(at, lineEnd < 0 ? end : lineEnd).replace(/\r$/, '');
      at = lineEnd < 0 || lineEnd > end ? end : lineEnd + 1;
      if ((tabs ? line.replace(/^\t+/, '') : line) === delimiter) return;
    }
  }

  function word(): void {
    const from = at;
    let said = '';
    while (at < end) {
      const character = text[at]!;
      if (/[\s;&|()<>]/.test(character)) break;
      if (character === "'") said += quoted("'");
      else if (character === '"') said += quoted('"');
      else if (character === '$' && text[at + 1] === '(') said += substitution();
      else if (character === '$' && text[at + 1] === '{') said += upTo('}');
      else if (character === '`') said += upTo('`');
      else if (character === '\\') {
        const skipped = continuation(at);
        if (skipped === 0) said += text[at + 1] ?? '';
        at += skipped === 0 ? 2 : skipped;
      } else {
        said += character;
        at += 1;
      }
    }
    at = Math.min(at, end);
    words.push({ text: said, span: { start: from, end: at } });
  }

  function quoted(quote: string): string {
    let said = '';
    at += 1;
    while (at < end && text[at] !== quote) {
      if (quote === '"' && text[at] === '\\' && at + 1 < end) at += 1;
      said += text[at];
      at += 1;
    }
    at += 1;
    return said;
  }

  function upTo(closing: string): string {
    const from = at;
    const close = text.indexOf(closing, at + 1);
    at = close < 0 || close >= end ? end : close + 1;
    return text.slice(from, at);
  }

  /** `$(...)`: its commands count, too. */
  function substitution(): string {
    const from = at;
    let brackets = 0;
    do {
      if (text[at] === '(') brackets += 1;
      if (text[at] === ')') brackets -= 1;
      at += 1;
    } while (at < end && (brackets > 0 || at === from + 1));
    if (at - from > 3 && depth < deepest) {
      for (const inner of shellCommands(text, { start: from + 2, end: at - 1 }, depth + 1)) commands.push(inner);
    }
    return text.slice(from, at);
  }
}
