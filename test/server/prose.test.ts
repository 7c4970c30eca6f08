import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeMarkdown, Prose } from '../../server/to-protocol/prose';
import { formatBytes, formatCount, formatShare } from '../../server/to-protocol/quantities';

const escapes: readonly (readonly [text: string, escaped: string])[] = [
  ['tpu-mlir of (CANN 8.1) model_transform.py', 'tpu-mlir of (CANN 8.1) model_transform.py'],
  ['[x](command:y)', '\\[x\\](command:y)'],
  ['![x](y)', '!\\[x\\](y)'],
  ['<img src=x>', '\\<img src=x>'],
  ['a * b ** c `d` ~~e~~ $f$', 'a \\* b \\*\\* c \\`d\\` \\~\\~e\\~\\~ \\$f\\$'],
  ['_emphasis_ and snake_case', '\\_emphasis\\_ and snake_case'],
  ['&lt;', '\\&lt;'],
  ['# no heading', '\\# no heading'],
  ['- no item', '\\- no item'],
  ['> no quote', '\\> no quote'],
  ['12. no list', '12\\. no list'],
  ['two\n\n# lines', 'two # lines'],
  ['https://example.com www.example.com', 'https:\u200b//example.com www.\u200bexample.com'],
  ['back\\slash', 'back\\\\slash'],
];
for (const [text, escaped] of escapes) {
  test(`Markdown sees only text in ${JSON.stringify(text)}`, () => assert.equal(escapeMarkdown(text), escaped));
}

const codes: readonly (readonly [name: string, markdown: string, plain: string])[] = [
  ['conv1', '`conv1`', 'conv1'],
  ['a`b', '``a`b``', 'a`b'],
  ['`', '`` ` ``', '`'],
  ['``x``', '``` ``x`` ```', '``x``'],
  ['a\nb', '`a\\u000ab`', 'a\\u000ab'],
  ['', '', ''],
];
for (const [name, markdown, plain] of codes) {
  test(`the name ${JSON.stringify(name)} as code`, () => {
    assert.equal(new Prose(true).code(name), markdown);
    assert.equal(new Prose(false).code(name), plain);
  });
}

test('a block of code is not ended by what it contains', () => {
  const prose = new Prose(true);
  prose.block('a ``` b', 'onnx-text');
  assert.equal(prose.toString(), '````onnx-text\na ``` b\n````');
});

test('a table keeps its columns', () => {
  const prose = new Prose(true);
  prose.table(['a', 'b'], [[prose.code('x|y'), prose.text('1|2')]]);
  assert.equal(prose.toString(), '| a | b |\n| --- | --- |\n| `x\\|y` | 1\\|2 |');
});

const quantities: readonly (readonly [shown: string, expected: string])[] = [
  [formatCount(0), '0'],
  [formatCount(999), '999'],
  [formatCount(1000), '1.0 k'],
  [formatCount(118_013_952), '118.0 M'],
  [formatCount(2n ** 62n), '4.6 E'],
  [formatBytes(512), '512 B'],
  [formatBytes(3_211_264), '3.2 MB'],
  [formatShare(1, 3), '33.3 %'],
  [formatShare(9999, 10_000), '99.9 %'],
  [formatShare(10_000n, 10_000), '100 %'],
  [formatShare(0, 5), '0 %'],
  [formatShare(0, 0), '0 %'],
];
for (const [shown, expected] of quantities) test(`a quantity reads ${expected}`, () => assert.equal(shown, expected));
