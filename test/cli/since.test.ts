import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { clean, onnx, troubled } from './models';
import { isValid } from './output-schemas';
import { inMemory, type Outcome } from './world';

const scripts = ['--target', 'ascend-910b2'];
const models = ['--target', 'sophgo-bm1684x'];
const cuda = 'import torch\n\nx = torch.zeros(8)\ny = x.cuda()\n';

type Files = NonNullable<Parameters<typeof inMemory>[0]['files']>;

async function savedReport(files: Files, targets: readonly string[]): Promise<string> {
  const { stdout } = await inMemory({ args: ['lint', '.', ...targets, '-f', 'json'], files });
  isValid('lint-output', JSON.parse(stdout));
  return stdout;
}

/** Lints `now` after a report of `before`. */
async function since(
  before: Files,
  now: Files,
  targets: readonly string[],
  more: readonly string[] = [],
): Promise<Outcome> {
  const files = { ...now, 'known.json': await savedReport(before, targets) };
  return inMemory({ args: ['lint', '.', ...targets, '--since', 'known.json', ...more], files });
}

function summaryOf({ stdout }: Outcome) {
  const report = JSON.parse(stdout);
  isValid('lint-output', report);
  return report.summary;
}

suite('what is new since an earlier report', () => {
  test('nothing, where nothing has changed: it does not fail', async () => {
    const { code, stdout } = await since({ 'a.py': cuda }, { 'a.py': cuda }, scripts);
    assert.equal(code, 0, stdout);
    assert.match(stdout, /1 script: nothing to report\n {2}only what is new since known\.json: 1 known\n/);
    assert.match(stdout, /1 left to port/);
  });

  test('code that has moved is known', async () => {
    const moved = `\n\n# A comment.\n${cuda}`;
    assert.equal((await since({ 'a.py': cuda }, { 'a.py': moved }, scripts)).code, 0);
  });

  test('another line is new, and alone told', async () => {
    const { code, stdout } = await since({ 'a.py': cuda }, { 'a.py': `${cuda}z = x.cuda()\n` }, scripts);
    assert.equal(code, 1);
    assert.match(stdout, /a\.py:5:/);
    assert.doesNotMatch(stdout, /a\.py:4:/);
    assert.match(stdout, /2 left to port/);
  });

  test('the same line once more is new', async () => {
    const outcome = await since({ 'a.py': cuda }, { 'a.py': `${cuda}y = x.cuda()\n` }, scripts, ['-f', 'json']);
    assert.equal(outcome.code, 1);
    const { findings, known } = summaryOf(outcome);
    assert.deepEqual([findings, known], [1, { findings: 1, gone: 0 }]);
  });

  test('what is solved is counted, in files that were looked at', async () => {
    const before = { 'a.py': cuda, 'b.py': cuda };
    const outcome = await since(before, { 'a.py': 'import torch\n' }, scripts, ['-f', 'json']);
    assert.deepEqual(summaryOf(outcome).known, { findings: 0, gone: 1 });
    assert.equal(outcome.code, 0);
  });

  test('another target has findings of its own', async () => {
    const files = { 'a.py': cuda, 'known.json': await savedReport({ 'a.py': cuda }, scripts) };
    const args = ['lint', '.', '--target', 'sophgo-sc11-fp300', '--since', 'known.json'];
    assert.equal((await inMemory({ args, files })).code, 1);
  });

  test('findings of models', async () => {
    const before = { 'm.onnx': onnx(troubled) };
    assert.equal((await since(before, before, models)).code, 0);
    assert.equal((await since({ 'm.onnx': onnx(clean) }, before, models)).code, 1);
  });

  test('what is wrong with a file itself', async () => {
    const broken = { 'a.py': 'def f(:\n    pass\n' };
    assert.equal((await inMemory({ args: ['lint', '.', ...scripts, '--fail-on', 'warning'], files: broken })).code, 1);
    assert.equal((await since(broken, broken, scripts, ['--fail-on', 'warning'])).code, 0);
  });

  test('in Markdown and in Chinese', async () => {
    const { stdout } = await since({ 'a.py': cuda }, { 'a.py': cuda }, scripts, ['-f', 'markdown', '--lang', 'zh-cn']);
    assert.match(stdout, /仅列出 known\\?\.json 之后新增的问题：已知 1 个未列出/);
  });

  for (const [what, text] of Object.entries({
    'no JSON': 'x',
    'another program’s': '{"version": 1, "files": [{"path": "a.py"}]}',
    'a report of before fingerprints': '{"version": 1, "files": [{"path": "a.py", "findings": [{}], "problems": []}]}',
  })) {
    test(`refused: ${what}`, async () => {
      const files = { 'a.py': cuda, 'known.json': text };
      const { code, stderr } = await inMemory({ args: ['lint', '.', ...scripts, '--since', 'known.json'], files });
      assert.equal(code, 2);
      assert.match(stderr, /known\.json: this is no report that `portolan lint --format json` wrote/);
    });
  }

  test('refused: no such file', async () => {
    const args = ['lint', '.', ...scripts, '--since', 'none.json'];
    const { code, stderr } = await inMemory({ args, files: { 'a.py': cuda } });
    assert.equal(code, 2);
    assert.match(stderr, /none\.json: no such file/);
  });
});
