import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inRepository } from '../harness/repository';
import { manifest, readJson } from './manifest';

type Texts = Readonly<Record<string, string>>;
const english = readJson<Texts>('package.nls.json');
const chinese = readJson<Texts>('package.nls.zh-cn.json');
const bundle = readJson<Texts>('l10n', 'bundle.l10n.zh-cn.json');

/** Every string in a tree of JSON. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** What the client says through vscode.l10n. */
function clientTexts(): string[] {
  const files = readdirSync(inRepository('client')).filter((file) => file.endsWith('.ts'));
  return files.flatMap((file) => {
    const source = readFileSync(inRepository('client', file), 'utf8');
    const calls = source.match(/l10n\.t\(/g)?.length ?? 0;
    const texts = [...source.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text]) => text!);
    assert.equal(texts.length, calls, `${file}: l10n.t takes a string in quotes, so that this test can read it`);
    return texts;
  });
}

test('every %key% of the manifest has a text in both languages, and every text is used', () => {
  const keys = strings(manifest).flatMap((text) => /^%(.+)%$/.exec(text)?.[1] ?? []);
  assert.ok(keys.length > 30);
  for (const [language, texts] of Object.entries({ english, chinese })) {
    assert.deepEqual(Object.keys(texts).sort(), [...new Set(keys)].sort(), language);
  }
});

test('every text of the client has its Chinese, and every Chinese text is used', () => {
  assert.deepEqual(Object.keys(bundle).sort(), [...new Set(clientTexts())].sort());
});

test('Chinese is Chinese, with the same links, code and placeholders', () => {
  const pairs = [...Object.keys(english).map((key) => [english[key]!, chinese[key]!]), ...Object.entries(bundle)];
  for (const [original, translated] of pairs) {
    if (/^client\/walkthrough/.test(original!)) continue;
    assert.match(translated!, /[\u4e00-\u9fff]|^Portolan（/, translated);
    for (const part of original!.match(/\(command:[^)]*\)|`[^`]*`|\{\d+\}/g) ?? []) {
      assert.ok(translated!.includes(part), `${translated} lacks ${part}`);
    }
  }
});

test('every page of the walkthrough is there, in both languages', () => {
  const pages = [english, chinese].flatMap((texts) => Object.entries(texts).filter(([key]) => key.endsWith('.media')));
  assert.equal(pages.length, 2 * manifest.contributes.walkthroughs[0]!.steps.length);
  for (const [, page] of pages) assert.ok(existsSync(inRepository(page)), page);
});
