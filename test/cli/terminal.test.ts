import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Host, Output } from '../../cli/host';
import { colours, wantsColour } from '../../cli/terminal/colours';
import { renderMarkdown } from '../../cli/terminal/markdown';
import { Progress } from '../../cli/terminal/progress';
import { formatBytes, formatCount, formatInteger, formatShare } from '../../cli/terminal/quantities';
import { displayWidth, padEnd, padStart, truncate } from '../../cli/terminal/width';
import { wrap } from '../../cli/terminal/wrap';

test('a text is as wide as a terminal shows it', () => {
  const widths: readonly (readonly [string, number])[] = [
    ['', 0],
    ['Conv', 4],
    ['算子', 4],
    ['不支持 Conv，跳过', 17],
    ['（全角）', 8],
    ['한국어', 6],
    ['é', 1],
    ['e\u0301', 1],
    ['\u200b', 0],
    ['█░→…·', 5],
    ['𠀀', 2],
    ['🚢', 2],
    [colours(true).red('错'), 2],
  ];
  for (const [text, width] of widths) assert.equal(displayWidth(text), width, JSON.stringify(text));
});

test('padding and cutting count columns', () => {
  assert.equal(padEnd('算子', 6), '算子  ');
  assert.equal(padStart('算子', 6), '  算子');
  assert.equal(padEnd('算子', 2), '算子');
  assert.equal(truncate('算子类型', 8), '算子类型');
  assert.equal(truncate('算子类型', 7), '算子类…');
  assert.equal(truncate('算子类型', 6), '算子…');
  assert.equal(truncate('operator', 4), 'ope…');
});

test('lines are broken at spaces, and between Chinese characters', () => {
  assert.deepEqual(wrap('one two three four', 10), ['one two', 'three four']);
  assert.deepEqual(wrap('a line\nand another', 40), ['a line', 'and another']);
  assert.deepEqual(wrap('', 40), ['']);
  assert.deepEqual(wrap('目标芯片不支持该算子', 10), ['目标芯片不', '支持该算子']);
});

test('Chinese punctuation neither begins nor ends a line where it must not', () => {
  assert.deepEqual(wrap('目标芯片不，支持该算子', 10), ['目标芯片', '不，支持该', '算子']);
  assert.deepEqual(wrap('目标芯片（不支持）该算子', 10), ['目标芯片', '（不支持）', '该算子']);
});

test('a word between Chinese characters stays whole, and one that is longer than a line is not lost', () => {
  assert.deepEqual(wrap('使用opset_version导出', 16), ['使用', 'opset_version导', '出']);
  assert.deepEqual(wrap(`see ${'x'.repeat(30)} there`, 20), ['see', 'x'.repeat(30), 'there']);
});

test('wrapped lines hold every character and none is too long', () => {
  const text = '算子 Conv 在 ascend-910b2 上“不支持”（原因：opset 19），请改用 opset 17 导出；see the page.'.repeat(5);
  for (let width = 20; width < 60; width += 1) {
    const lines = wrap(text, width);
    assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
    for (const line of lines) assert.ok(displayWidth(line) <= width, `${width}: ${line}`);
  }
});

test('colour is for terminals, unless somebody says otherwise', () => {
  const terminal: Output = { write: () => {}, isTerminal: true, columns: 80 };
  const pipe: Output = { ...terminal, isTerminal: false };
  const cases: readonly (readonly [Output, Record<string, string>, boolean | undefined, boolean])[] = [
    [terminal, {}, undefined, true],
    [pipe, {}, undefined, false],
    [terminal, { TERM: 'dumb' }, undefined, false],
    [terminal, { NO_COLOR: '1' }, undefined, false],
    [terminal, { NO_COLOR: '' }, undefined, true],
    [pipe, { FORCE_COLOR: '1' }, undefined, true],
    [pipe, { FORCE_COLOR: '1', NO_COLOR: '1' }, undefined, true],
    [terminal, { FORCE_COLOR: '0' }, undefined, false],
    [terminal, { FORCE_COLOR: '1' }, false, false],
    [pipe, { NO_COLOR: '1' }, true, true],
  ];
  for (const [output, env, option, wanted] of cases) {
    assert.equal(wantsColour(output, env, option), wanted, JSON.stringify([output.isTerminal, env, option]));
  }
});

test('quantities are rounded for people, and never to 0 % or 100 % what is not', () => {
  assert.deepEqual([0, 512, 1536, 14_400_000_000].map(formatBytes), ['0 B', '512 B', '1.5 KiB', '13.4 GiB']);
  assert.deepEqual([0, 950, 1500, 3_440_000_000, 2n ** 63n].map(formatCount), ['0', '950', '1.5 k', '3.4 G', '9223 P']);
  assert.equal(formatInteger(1234567), '1,234,567');
  assert.deepEqual([0, 0.00001, 0.5, 0.99999, 1, Number.NaN].map(formatShare), [
    '0 %',
    '< 0.1 %',
    '50.0 %',
    '> 99.9 %',
    '100 %',
    '–',
  ]);
});

test('a rule page is rendered for a terminal', () => {
  const page = [
    '# area/rule',
    '',
    '## What it does',
    '',
    'Reports `Conv` where',
    'it **fails**.',
    '',
    '- one',
    '  more of one',
    '- two',
    '',
    '```text',
    'y = Conv(x)   # not wrapped, whatever its length may be in the end',
    '```',
  ].join('\n');
  assert.equal(
    renderMarkdown(page, 30, colours(false)),
    [
      'area/rule',
      '',
      'What it does',
      '',
      'Reports `Conv` where it fails.',
      '',
      '• one more of one',
      '• two',
      '',
      '    y = Conv(x)   # not wrapped, whatever its length may be in the end',
    ].join('\n'),
  );
  assert.equal(renderMarkdown('第一行\n第二行', 40, colours(false)), '第一行第二行');
});

test('progress appears on a terminal when work is long, and leaves nothing behind', () => {
  const run = (isTerminal: boolean, stepMs: number) => {
    let written = '';
    let clock = 0;
    const stderr: Output = { write: (text) => void (written += text), isTerminal, columns: 60 };
    const progress = new Progress({ stderr, now: () => clock } as Host);
    for (let step = 0; step <= 10; step += 1) {
      clock += stepMs;
      progress.show(step / 10, '模型.onnx');
    }
    progress.clear();
    return written;
  };
  assert.equal(run(true, 10), '');
  assert.equal(run(false, 1000), '');
  const bar = run(true, 100);
  assert.match(bar, /█+░+ +\d+ % {2}模型\.onnx/);
  assert.ok(bar.endsWith(`\r${' '.repeat(59)}\r`));
  for (const frame of bar.split('\r')) assert.ok(displayWidth(frame) <= 59);
});
