import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { commands } from '../../cli/usage';
import { readConfiguration } from '../../core/lint/configuration';
import { inRepository } from '../harness/repository';
import { inMemory } from './world';

const read = (name: string) => readFileSync(inRepository(name), 'utf8');
const example = 'examples/quantized_qdq.onnx';
const model = 'examples/deepseek-r1';
const script = 'examples/pretrain_moe.py';
const readmes = [
  { file: 'README.md', lang: 'en', end: '\n1 model:' },
  { file: 'README.zh-cn.md', lang: 'zh-cn', end: '\n1 个模型：' },
];

for (const { file, lang, end } of readmes) {
  test(`${file} shows what the program prints`, async () => {
    const { stdout } = await inMemory({
      args: ['lint', example, '--target', 'sophgo-sc11-fp300,ascend-910b2', '--lang', lang],
      files: { [example]: readFileSync(inRepository(example)) },
    });
    const printed = stdout.slice(0, stdout.indexOf(end)).trimEnd();
    const readme = read(file);
    const shown = /```text\n(.*?)\n```/s.exec(readme)![1]!;
    // As for snapshots: the file is written instead of compared.
    if (process.env['UPDATE_SNAPSHOTS'] === '1')
      writeFileSync(
        inRepository(file),
        readme.replace(shown, () => printed),
      );
    else assert.equal(shown, printed, 'run with UPDATE_SNAPSHOTS=1, and read the difference');
  });

  test(`${file} shows what the program prints of a script`, async () => {
    const { stdout } = await inMemory({
      args: ['lint', script, '--target', 'sophgo-sc11-fp300,ascend-910b2', '--lang', lang],
      files: { [script]: readFileSync(inRepository(script)) },
    });
    const shown = [...read(file).matchAll(/```text\n(.*?)\n```/gs)][1]![1]!;
    assert.ok(stdout.includes(`${shown}\n`), `what ${file} shows is no part of:\n${stdout}`);
  });

  test(`${file} shows what the program estimates`, async () => {
    const { stdout } = await inMemory({
      args: ['estimate', model, '--target', 'sophgo-sc11-fp300', '--concurrency', '16', '--lang', lang],
      files: { [`${model}/config.json`]: readFileSync(inRepository(model, 'config.json')) },
    });
    const shown = [...read(file).matchAll(/```text\n(.*?)\n```/gs)][2]![1]!;
    assert.ok(stdout.startsWith(`${shown}\n`), `what ${file} shows is not how this begins:\n${stdout}`);
  });

  test(`the configuration in ${file} is one`, () => {
    const text = /```jsonc\n(.*?)\n```/s.exec(read(file))![1]!;
    const { settings, problems } = readConfiguration(text, '/portolan.config.json');
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.targets, ['sophgo-bm1684x', 'ascend-310p']);
    assert.equal(settings.ignores?.length, 1);
  });
}

for (const file of ['docs/command-line.md', 'docs/command-line.zh-cn.md']) {
  test(`${file} names every command and option`, () => {
    const text = read(file);
    for (const { name, options } of commands) {
      assert.ok(text.includes(`portolan ${name}`), name);
      for (const option of options.filter((one) => one.name !== 'help')) {
        const written = option.name === 'ignore' ? '--no-ignore' : `--${option.name}`;
        assert.ok(text.includes(written), written);
      }
    }
  });
}

test('links of the documents lead to files', () => {
  for (const file of ['README.md', 'README.zh-cn.md', 'docs/command-line.md', 'docs/command-line.zh-cn.md']) {
    const folder = file.includes('/') ? 'docs' : '.';
    for (const [, target] of read(file).matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
      assert.ok(exists(`${folder}/${target}`), `${file} -> ${target}`);
    }
  }
});

function exists(name: string): boolean {
  try {
    readFileSync(inRepository(name));
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EISDIR';
  }
}
