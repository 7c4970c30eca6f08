import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, keyFigures, pageTable, renderPage } from '../../core/page';

const hostile = `</style><script>alert("x")</script> & 'quote' \u202e evil \ud800`;

test('texts are escaped wherever they stand', () => {
  const { markup } = html`<a title="${hostile}">${[hostile, 3, undefined, html`<b>${'<'}</b>`]}</a>`;
  assert.equal(markup.match(/<[a-z/][^>]*>/g)?.join(''), markup.replace(/^(<a title="[^"]*">).*$/s, '$1<b></b></a>'));
  assert.ok(!markup.includes('<script'));
  assert.ok(markup.includes('&lt;script&gt;'));
  assert.ok(markup.includes('\\u202e') && markup.isWellFormed());
});

test('a page is a document of its own, in its language, with nothing from elsewhere', () => {
  const page = renderPage({
    title: hostile,
    subtitle: hostile,
    language: 'zh-cn',
    sections: [
      {
        title: hostile,
        note: hostile,
        content: pageTable({ head: [hostile, 'n'], rows: [[hostile, 1]], numbers: [1] }),
      },
      { content: keyFigures([{ label: hostile, value: hostile, note: hostile, tone: 'bad' }]) },
    ],
    footer: hostile,
  });
  assert.match(page, /^<!DOCTYPE html>\n<html lang="zh-CN">/);
  assert.ok(!/<script|<link|<img|https?:|url\(|@import/i.test(page), 'something from elsewhere');
  assert.ok(page.includes("default-src 'none'"));
  assert.equal(page.match(/<style>/g)?.length, 1);
  assert.ok(
    page.includes('prefers-color-scheme:dark') && page.includes('@media print') && page.includes('vscode-dark'),
  );
});

test('a table sets numbers to the right and names its rows', () => {
  const { markup } = pageTable({ head: ['name', 'bytes'], rows: [['weights', '1.5 GiB']], numbers: [1] });
  assert.ok(markup.includes('<th scope="row">weights</th><td class="number">1.5 GiB</td>'));
  assert.ok(markup.includes('<th scope="col" class="number">bytes</th>'));
  assert.ok(!pageTable({ head: [], rows: [['a', 'b']] }).markup.includes('thead'));
});
