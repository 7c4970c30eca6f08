import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArgs } from 'node:util';
import type { Option } from '../../cli/arguments/option';
import { type Token, tokensOf } from '../../cli/arguments/tokens';
import { commands } from '../../cli/commands';

/** The oracle: Node.js' own parser, which is not strict here, as ours. */
function tokensByNode(argv: readonly string[], options: readonly Option[]): Token[] {
  const config: Record<string, { type: 'string' | 'boolean'; short?: string }> = {};
  for (const { name, short, alias, value, implied } of options) {
    const type = value === undefined || implied !== undefined ? 'boolean' : 'string';
    config[name] = short === undefined ? { type } : { type, short };
    if (alias !== undefined) config[alias] = { type };
  }
  const parsed = parseArgs({ args: [...argv], options: config, strict: false, allowPositionals: true, tokens: true });
  return parsed.tokens.flatMap((token): Token[] => {
    if (token.kind === 'option-terminator') return [];
    if (token.kind === 'positional') return [{ kind: 'operand', value: token.value }];
    return [{ kind: 'option', name: token.name, rawName: token.rawName, value: token.value }];
  });
}

/** Arguments that an option may be written as, right and wrong, and others. */
function argumentsAbout(options: readonly Option[]): string[] {
  const about = [
    'model.onnx',
    '-',
    '--',
    '',
    '=',
    '--=',
    '--no-color',
    '--unknown',
    '--unknown=1',
    '-q',
    '-qx',
    '-ü',
    '--a=b=c',
  ];
  for (const { name, short, alias } of options) {
    about.push(`--${name}`, `--${name}=value`, `--${name}=`, `--no-${name}`);
    if (alias !== undefined) about.push(`--${alias}`, `--${alias}=value`);
    if (short !== undefined)
      about.push(`-${short}`, `-${short}value`, `-${short}=value`, `-q${short}`, `-${short}${short}`);
  }
  return about;
}

for (const { name, options } of commands) {
  test(`the arguments of ${name} are taken apart as Node.js does`, () => {
    const about = argumentsAbout(options);
    for (const first of about) {
      for (const second of about) {
        for (const argv of [
          [first, second],
          [first, second, 'operand'],
          ['operand', first, second, '--', first],
        ]) {
          assert.deepEqual(tokensOf(argv, options), tokensByNode(argv, options), JSON.stringify(argv));
        }
      }
    }
  });
}
