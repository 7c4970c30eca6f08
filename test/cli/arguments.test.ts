import assert from 'node:assert/strict';
import { test } from 'node:test';
import { environmentLanguage, languageOfArguments, languageOption } from '../../cli/arguments/languages';
import type { Option } from '../../cli/arguments/option';
import { parse } from '../../cli/arguments/parse';
import { UsageError } from '../../cli/usage-error';
import { nearest } from '../../core/model';

const text = { en: 'text', zh: '文字' };
const options: readonly Option[] = [
  { name: 'target', short: 't', value: 'TARGET', list: 'commas', text },
  { name: 'ignore-pattern', value: 'GLOB', list: 'repeated', text },
  { name: 'fail-on', alias: 'threshold', value: 'LEVEL', choices: ['error', 'never'], text },
  { name: 'config', short: 'c', value: 'FILE', text },
  { name: 'color', negatable: true, text },
  { name: 'quiet', short: 'q', text },
];

function parsed(line: string) {
  const given = parse(line.split(' '), options);
  return {
    ...Object.fromEntries(given.switches),
    ...Object.fromEntries(given.values),
    ...Object.fromEntries(given.lists),
    ...(given.operands.length > 0 && { operands: given.operands }),
  };
}

test('options are read in all their forms', () => {
  const cases: readonly (readonly [string, object])[] = [
    ['a.onnx b.onnx', { operands: ['a.onnx', 'b.onnx'] }],
    ['--target a,b -t c a.onnx', { target: ['a', 'b', 'c'], operands: ['a.onnx'] }],
    ['--target=a, -ta', { target: ['a', 'a'] }],
    ['--ignore-pattern *.{a,b} --ignore-pattern c', { 'ignore-pattern': ['*.{a,b}', 'c'] }],
    ['--fail-on never', { 'fail-on': 'never' }],
    ['--threshold=error', { 'fail-on': 'error' }],
    ['-q --no-color', { quiet: true, color: false }],
    ['--no-color --color', { color: true }],
    ['-qc x', { quiet: true, config: 'x' }],
    ['- -q', { quiet: true, operands: ['-'] }],
    ['-- --quiet', { operands: ['--quiet'] }],
    ['--config a --config b', { config: 'b' }],
  ];
  for (const [line, wanted] of cases) assert.deepEqual(parsed(line), wanted, line);
});

test('what is wrong is said, with a guess where there is one', () => {
  const cases: readonly (readonly [string, RegExp, RegExp])[] = [
    ['--tragets a', /unknown option --tragets; did you mean --target\?/, /未知选项 --tragets；是否想用 --target？/],
    ['--xyzzyx', /^unknown option --xyzzyx$/, /^未知选项 --xyzzyx$/],
    ['-x', /unknown option -x/, /未知选项 -x/],
    ['--no-quiet', /unknown option --no-quiet/, /未知选项/],
    ['--quiet=yes', /--quiet takes no value/, /--quiet 不接受值/],
    ['--config', /--config needs a value: --config FILE/, /需要一个值/],
    [
      '--fail-on errr',
      /--fail-on: unknown value "errr"; did you mean error\? \(one of: error, never\)/,
      /是否想用 error/,
    ],
  ];
  for (const [line, en, zh] of cases) {
    assert.throws(
      () => parsed(line),
      (error) => error instanceof UsageError && en.test(error.text.en) && zh.test(error.text.zh),
      line,
    );
  }
});

test('a guess is near, or there is none', () => {
  const names = ['sophgo-sc11-fp300', 'sophgo-bm1684x', 'ascend-910b2'];
  assert.equal(nearest('sophgo-bm1684', names), 'sophgo-bm1684x');
  assert.equal(nearest('Ascend-910B2', names), 'ascend-910b2');
  assert.equal(nearest('xyzzy', names), undefined);
  assert.equal(nearest('x'.repeat(1_000_000), names), undefined);
});

test('the language is that of --lang, else of the environment', () => {
  const cases: readonly (readonly [string[], Record<string, string>, string])[] = [
    [[], {}, 'en'],
    [[], { LANG: 'zh_CN.UTF-8' }, 'zh-cn'],
    [[], { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [[], { LANG: 'zh_CN.UTF-8', LC_ALL: '', LC_MESSAGES: 'de_DE' }, 'en'],
    [[], { LANG: 'de_DE', LC_MESSAGES: 'zh_TW' }, 'zh-cn'],
    [['--lang', 'zh-cn'], {}, 'zh-cn'],
    [['--lang=en'], { LANG: 'zh_CN' }, 'en'],
    [['--lang=en', '--lang', 'zh'], {}, 'zh-cn'],
    [['--lang', 'fr'], { LANG: 'zh_CN' }, 'zh-cn'],
    [['--', '--lang', 'zh'], {}, 'en'],
    [['--lang'], {}, 'en'],
  ];
  for (const [argv, env, wanted] of cases) {
    assert.equal(languageOfArguments(argv, env), wanted, JSON.stringify([argv, env]));
  }
  assert.equal(environmentLanguage({ LC_ALL: 'zh_CN.UTF-8' }), 'zh-cn');
  assert.equal(languageOption('zh_CN'), 'zh-cn');
  assert.throws(() => languageOption('fr'), UsageError);
});
