import type { Language } from '../model';
import { type Content, Html, html } from './html';
import { style } from './style';

/** One page for a person: a title, what matters most, and sections. */
export interface Page {
  readonly title: string;
  /** A line below the title: what it is about, when that is not the title itself. */
  readonly subtitle?: Content;
  readonly language: Language;
  readonly sections: readonly Section[];
  readonly footer?: Content;
}

export interface Section {
  /** None: the section has no heading of its own. */
  readonly title?: string | undefined;
  /** Its heading stands above those of the sections that follow: a part of the page, which begins a sheet of paper. */
  readonly isPart?: boolean | undefined;
  /** A sentence below the heading: how to read what follows. */
  readonly note?: Content;
  readonly content: Content;
}

/**
 * A document of its own: no script, no network, no file beside it. It follows the reader's light or dark theme, and
 * prints in black on white.
 */
export function renderPage({ title, subtitle, language, sections, footer }: Page): string {
  const lang = language === 'zh-cn' ? 'zh-CN' : 'en';
  return `<!DOCTYPE html>\n${
    html`<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<header><h1>${title}</h1>${subtitle === undefined ? undefined : html`<p class="subtitle">${subtitle}</p>`}</header>
${sections.map(renderSection)}
${footer === undefined ? undefined : html`<footer>${footer}</footer>`}
</main>
</body>
</html>
`.markup
  }`;
}

function renderSection({ title, isPart, note, content }: Section): Html {
  return html`<section${isPart === true ? new Html(' class="part"') : undefined}>
${title === undefined ? undefined : html`<h2>${title}</h2>`}${note === undefined ? undefined : html`<p class="note">${note}</p>`}
${content}
</section>
`;
}
