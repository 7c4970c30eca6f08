import type { Colours } from './colours';
import { wrap } from './wrap';

/** Markdown as rule pages use it (headings, paragraphs, lists, quotes, tables, fenced code, inline code), for a terminal. */
export function renderMarkdown(markdown: string, columns: number, colours: Colours): string {
  const lines: string[] = [];
  let paragraph: { indent: string; first: string; text: string } | undefined;
  let inCode = false;

  const flush = () => {
    if (paragraph === undefined) return;
    const { indent, first, text } = paragraph;
    wrap(inline(text, colours), columns - indent.length).forEach((line, index) => {
      lines.push((index === 0 ? first : indent) + line);
    });
    paragraph = undefined;
  };

  for (const line of markdown.split('\n')) {
    if (/^\s*```/.test(line)) {
      flush();
      inCode = !inCode;
    } else if (inCode) {
      lines.push(colours.dim(`    ${line}`));
    } else if (line.trim() === '') {
      flush();
      lines.push('');
    } else if (/^#+ /.test(line)) {
      flush();
      const title = line.replace(/^#+ /, '');
      lines.push(line.startsWith('# ') ? colours.bold(colours.underline(title)) : colours.bold(title));
    } else if (/^\s*\|/.test(line)) {
      flush();
      lines.push(line);
    } else {
      const item = /^(\s*)([-*]|\d+\.) +(.*)$/.exec(line);
      if (item !== null) {
        flush();
        const [, space = '', mark = '', text = ''] = item;
        const bullet = /\d/.test(mark) ? mark : '•';
        paragraph = { indent: `${space}${' '.repeat(bullet.length + 1)}`, first: `${space}${bullet} `, text };
      } else if (paragraph === undefined) {
        paragraph = { indent: '', first: '', text: line.trim() };
      } else {
        paragraph.text = join(paragraph.text, line.trim());
      }
    }
  }
  flush();
  return lines.join('\n').replace(/\n{3,}/g, '\n\n');
}

/** Lines of a paragraph are joined by a space; between two Chinese characters none belongs. */
function join(before: string, after: string): string {
  const wide = /[\u3000-\u9fff\uff00-\uffef]/;
  return wide.test(before.at(-1) ?? '') || wide.test(after[0] ?? '') ? before + after : `${before} ${after}`;
}

function inline(text: string, colours: Colours): string {
  return text
    .replace(/`([^`]+)`/g, (_all, code: string) => (colours.isColorSupported ? colours.cyan(code) : `\`${code}\``))
    .replace(/\*\*([^*]+)\*\*/g, (_all, strong: string) => colours.bold(strong))
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)');
}
