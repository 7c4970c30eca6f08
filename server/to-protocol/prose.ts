import type { MarkupContent } from 'vscode-languageserver';
import { displayName } from '../../core/model';

/**
 * Text for a person, built line by line, as Markdown or plain. Whatever comes from a file goes through `code` or `text`,
 * so that a name such as `[x](command:y)` or `<img>` stays a name.
 */
export class Prose {
  private readonly lines: string[] = [];

  constructor(private readonly isMarkdown: boolean) {}

  code(value: string): string {
    const shown = displayName(value);
    if (!this.isMarkdown) return shown;
    const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
    return shown === '' ? '' : `${fence}${pad}${shown}${pad}${fence}`;
  }

  text(value: string): string {
    return this.isMarkdown ? escapeMarkdown(value) : value;
  }

  strong(value: string): string {
    return this.isMarkdown ? `**${escapeMarkdown(value)}**` : value;
  }

  faint(value: string): string {
    return this.isMarkdown ? `_${escapeMarkdown(value)}_` : value;
  }

  /** The text alone where the client shows no Markdown. `url` is our own, never a file's. */
  link(value: string, url: string): string {
    return this.isMarkdown ? `[${escapeMarkdown(value)}](${url.replace(/[()\s]/g, encodeURIComponent)})` : value;
  }

  heading(value: string, level = 1): void {
    this.paragraph(this.isMarkdown ? `${'#'.repeat(level)} ${escapeMarkdown(value)}` : value);
  }

  paragraph(line: string): void {
    if (this.lines.length > 0) this.lines.push('');
    this.lines.push(line);
  }

  bullet(line: string, level = 0): void {
    if (level === 0 && !/^ *- /.test(this.lines.at(-1) ?? '')) this.lines.push('');
    this.lines.push(`${'  '.repeat(level)}- ${line}`);
  }

  block(text: string, language: string): void {
    if (!this.isMarkdown) this.paragraph(text);
    else {
      const fence = '`'.repeat(Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
      this.paragraph(`${fence}${language}\n${text}\n${fence}`);
    }
  }

  table(headings: readonly string[], rows: readonly (readonly string[])[]): void {
    const cell = (value: string) => value.replaceAll('|', '\\|');
    const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
    this.paragraph([line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n'));
  }

  toString(): string {
    return this.lines.join('\n');
  }

  toMarkup(): MarkupContent {
    return { kind: this.isMarkdown ? 'markdown' : 'plaintext', value: this.toString() };
  }
}

/**
 * Escapes all that CommonMark, GitHub's extensions and formulas could see in a piece of text, and no more: editors without
 * a Markdown renderer show the backslashes.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*\r?\n\s*/g, ' ')
    .replace(/[\\`*[\]<&~$]/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_') // between letters it is no emphasis
    .replace(
      /^(\s*)([#+>=-]|\d+(?=[.)]))/,
      (_, space, mark) => `${space}${/\d/.test(mark) ? `${mark}\\` : `\\${mark}`}`,
    )
    .replace(/:\/\//g, ':\u200b//') // a zero-width space keeps an address from becoming a link
    .replace(/\bwww\./gi, '$&\u200b');
}
