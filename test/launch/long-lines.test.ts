import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDockerfile, readLines, readShell } from '../../core/launch';

const read = (text: string) => readLines(text, (lines) => readShell('run.sh', lines));

test('of a line of a megabyte its beginning is read, and the lines after it; what is left out is told', () => {
  const long = `export A=1 ${'B=2 '.repeat(250_000)}`;
  const text = `${long}\nexport C=3\n`;
  const { facts, problems } = read(text);
  assert.equal(facts.text, text);
  const last = facts.environment.at(-1)!;
  assert.deepEqual([last.variable, last.nameSpan.start], ['C', long.length + 8]);
  assert.ok(facts.environment.length < 3000);
  assert.deepEqual(
    problems.map(({ code, span }) => [code, span]),
    [['script/line-length', { start: 10_000, end: long.length }]],
  );
});

test('texts that repeat what opens something are read in time', () => {
  const texts = [
    '$(',
    '$(\n',
    'a && ',
    'a |\n',
    'CUDA_VISIBLE_DEVICES=0\n',
    'pip install a \\\n',
    '"',
    '`',
    'cat <<E\n',
  ];
  for (const text of texts) {
    const many = text.repeat(Math.ceil(300_000 / text.length));
    assert.equal(read(many).facts.text, many);
    const file = `RUN ${many}`;
    assert.equal(readLines(file, (lines) => readDockerfile('Dockerfile', lines)).facts.text, file);
  }
});

test('commands in commands count down to the thirtieth', () => {
  const nested = (depth: number) => `${'echo $('.repeat(depth)}nvcc${')'.repeat(depth)}`;
  const names = (text: string) => read(text).facts.commands?.map(({ name }) => name) ?? [];
  assert.ok(names(nested(20)).includes('nvcc'));
  assert.ok(!names(nested(2000)).includes('nvcc'));
});
