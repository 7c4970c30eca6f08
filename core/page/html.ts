/** Markup that is safe to put into a page: made by {@link html} alone, which escapes every text that it is given. */
export class Html {
  constructor(readonly markup: string) {}
}

/** What may stand in a template: texts and numbers are escaped, markup is not, lists are joined, nothing is left out. */
export type Content = Html | string | number | undefined | readonly Content[];

/** A template of markup: html`<p>${text}</p>`. Places may be text and attributes in double quotes, nothing else. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  let markup = parts[0]!;
  for (const [index, content] of contents.entries()) markup += markupOf(content) + parts[index + 1]!;
  return new Html(markup);
}

function markupOf(content: Content): string {
  if (content === undefined) return '';
  if (content instanceof Html) return content.markup;
  if (typeof content === 'string') return escapeText(content);
  return typeof content === 'number' ? String(content) : content.map(markupOf).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A text for a page. Names of a file may be anything: markup becomes text, control and bidirectional characters, which
 * would reorder what stands beside them, become visible.
 */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/g, (character) => entities[character]!)
    .replace(invisible, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
