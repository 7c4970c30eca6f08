import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeLens, Hover } from 'vscode-languageserver-protocol';
import { LanguageSession } from './language-session';
import { mixedModel } from './models';

const chinese = /[\u4e00-\u9fff]/;

const cases: readonly (readonly [what: string, locale: string, setting: string | undefined, isChinese: boolean])[] = [
  ['the locale zh-cn', 'zh-cn', undefined, true],
  ['the locale zh-CN', 'zh-CN', 'auto', true],
  ['the locale de, for which there is nothing better', 'de', undefined, false],
  ['the setting, against the locale', 'en', 'zh-cn', true],
  ['the setting en, against the locale', 'zh-cn', 'en', false],
];

for (const [what, locale, setting, isChinese] of cases) {
  test(`everything that the server says follows ${what}`, async (context) => {
    const session = await LanguageSession.start(context, {
      locale,
      files: { 'm.onnx': mixedModel, 'broken.onnx': Buffer.from('not protobuf at all') },
      ...(setting === undefined ? {} : { settings: { language: setting } }),
    });
    const view = session.view('m.onnx');
    const text = await session.open(view);
    const line = text.split('\n').findIndex((each) => each.includes('[odd]'));
    const position = { line, character: text.split('\n')[line]!.indexOf('Mystery') };
    const hover = await session.request<Hover>('textDocument/hover', { textDocument: { uri: view }, position });
    const lenses = await session.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: view } });
    const rules = await session.request<{ code: string; title: string }[]>('portolan/rules', {});
    const said: readonly (readonly [string, string])[] = [
      ['hover', (hover.contents as { value: string }).value],
      ...lenses.map(({ command }): [string, string] => ['lens', command!.title]),
      ...(await session.diagnostics(view)).map(({ message }): [string, string] => ['diagnostic', message]),
      ['report', await session.text(view.replace('portolan-onnx:', 'portolan-report:').concat('.md'))],
      ['unreadable model', await session.text(session.view('broken.onnx'))],
      ['rule page', await session.text(`portolan-rule:/${rules[0]!.code}.md`)],
      ...rules.map(({ code, title }): [string, string] => [code, title]),
    ];
    for (const [where, words] of said) assert.equal(chinese.test(words), isChinese, `${where}: ${words}`);
  });
}
