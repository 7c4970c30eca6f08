import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Log } from 'sarif';
import { displayWidth } from '../../cli/terminal/width';
import { clean, hostile, hostileName, onnx, troubled } from './models';
import { isValid } from './output-schemas';
import { inMemory } from './world';

const files = {
  'clean.onnx': onnx(clean),
  'sub/troubled.onnx': onnx(troubled),
  'sub/written.onnxtxt': troubled,
  'truncated.onnx': onnx(clean).subarray(0, 100),
  'h.onnx': hostile,
};
const on = ['--target', 'sophgo-sc11-fp300,ascend-910b2'];
const languages = ['en', 'zh-cn'] as const;

for (const language of languages) {
  test(`the JSON report in ${language} is as its schema says`, async () => {
    const { stdout } = await inMemory({ args: ['lint', '.', ...on, '-f', 'json', '--lang', language], files });
    const report = JSON.parse(stdout);
    isValid('lint-output', report);
    assert.deepEqual(report.targets, ['sophgo-sc11-fp300', 'ascend-910b2']);
    assert.deepEqual(
      report.files.map((file: { path: string }) => file.path),
      ['clean.onnx', 'h.onnx', 'sub/troubled.onnx', 'sub/written.onnxtxt', 'truncated.onnx'],
    );
    const [, harmful, troubledFile, written] = report.files;
    const { place, range, evidence } = troubledFile.findings[0];
    assert.deepEqual(
      { graph: place.graph, node: place.node, index: place.index, op: place.op, domain: place.domain },
      { graph: '/', node: 'first', index: 0, op: 'Det', domain: '' },
    );
    assert.equal(range, undefined);
    assert.ok(evidence.length > 0);
    assert.equal(written.findings[0].range.start.line, 3);
    assert.equal(harmful.findings[0].place.node, hostileName);
    const findings = report.files.flatMap((file: { findings: unknown[] }) => file.findings);
    assert.equal(report.summary.findings, findings.length);
  });
}

test('a report on nothing is JSON, too', async () => {
  const { stdout } = await inMemory({ args: ['lint', 'clean.onnx', ...on, '-f', 'json'], files });
  isValid('lint-output', JSON.parse(stdout));
});

for (const args of [
  ['-t', 'ascend-910b2'],
  [],
  ['-t', 'sophgo-sc11-fp300', '--precision', 'int8', '--lang', 'zh-cn'],
]) {
  test(`operators are listed as their schema says: ops ${args.join(' ')}`, async () => {
    for (const model of ['clean.onnx', 'h.onnx', 'sub/written.onnxtxt', 'truncated.onnx']) {
      const { stdout } = await inMemory({ args: ['ops', model, '-f', 'json', ...args], files });
      isValid('ops-output', JSON.parse(stdout));
    }
  });
}

test('an operator is listed with its types, cost and verdict', async () => {
  const { stdout } = await inMemory({ args: ['ops', 'clean.onnx', '-f', 'json', '-t', 'sophgo-bm1684x'], files });
  const { nodes, totals, target, route, path } = JSON.parse(stdout);
  assert.deepEqual({ target, route, path }, { target: 'sophgo-bm1684x', route: 'tpu-mlir', path: 'clean.onnx' });
  const { byteOffset, reasons, ...convolution } = nodes[0];
  assert.ok(byteOffset > 0);
  assert.deepEqual(reasons, []);
  assert.deepEqual(convolution, {
    graph: '/',
    node: 'conv',
    index: 0,
    op: 'Conv',
    domain: '',
    opset: 17,
    inputs: [
      { name: 'x', type: 'float[1,1,16,16]' },
      { name: 'w', type: 'float[1,1,3,3]' },
    ],
    outputs: [{ name: 'c', type: 'float[1,1,16,16]' }],
    macs: 2304,
    bytes: 4 * (256 + 9 + 256),
    verdict: 'native',
    route: 'tpu-mlir',
  });
  assert.equal(totals.operators, 2);
  assert.equal(totals.macs, 2304);
  assert.equal(totals.weightBytes, 36);
});

test('one object a line: for every model and target', async () => {
  const { stdout } = await inMemory({ args: ['ops', 'sub', 'clean.onnx', '-f', 'jsonl', ...on], files });
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const line of lines) isValid('ops-output', line);
  assert.deepEqual(
    lines.map(({ path, target }) => `${path} ${target}`),
    ['clean.onnx', 'sub/troubled.onnx', 'sub/written.onnxtxt'].flatMap((path) => [
      `${path} sophgo-sc11-fp300`,
      `${path} ascend-910b2`,
    ]),
  );
});

test('a path that is no URI as it stands becomes one', async () => {
  const odd = { 'a b#c%.onnx': onnx(troubled) };
  const { stdout } = await inMemory({ args: ['lint', '.', ...on, '-f', 'sarif'], files: odd });
  const log: Log = JSON.parse(stdout);
  assert.equal(log.runs[0]!.results![0]!.locations![0]!.physicalLocation!.artifactLocation!.uri, 'a%20b%23c%25.onnx');
});

test('findings that say the same are told once, with all their places', async () => {
  const many = onnx(`<ir_version: 8, opset_import: ["" : 17]>
many (float[4,4] x) => (float y) {
${Array.from({ length: 50 }, (_, index) => `  [n${index}] ${index === 49 ? 'y' : `y${index}`} = Det (x)`).join('\n')}
}`);
  const args = ['lint', 'm.onnx', '-t', 'sophgo-bm1684x,sophgo-bm1688'];
  const brief = await inMemory({ args, files: { 'm.onnx': many } });
  assert.match(brief.stdout, /onnx\/unsupported-operator {2}.*×100/);
  assert.match(brief.stdout, /n0 \(Det\), byte \d+; .*\n? *.*and 47\s+more/);
  assert.match(brief.stdout, /on sophgo-bm1684x \(tpu-mlir\), sophgo-bm1688 \(tpu-mlir\)/);
  assert.ok(brief.stdout.split('\n').length < 30);
  const full = await inMemory({ args: [...args, '--all'], files: { 'm.onnx': many } });
  assert.match(full.stdout, /n49 \(Det\)/);
  assert.doesNotMatch(full.stdout, /and \d+\s+more/);
});

test('a report is at most as wide as the terminal', async () => {
  const { stdout } = await inMemory({
    args: ['lint', 'sub/troubled.onnx', ...on],
    files,
    columns: 72,
    env: { NO_COLOR: '1' },
  });
  const lines = stdout.split('\n').filter((line) => !/#|^sub/.test(line));
  for (const line of lines) assert.ok(displayWidth(line) <= 72, line);
});

for (const language of languages) {
  test(`the porting report in ${language} is as its schema says, and can be compared with`, async () => {
    const scripts = {
      'a/train.py':
        'import torch\nimport flash_attn\nimport triton\n\n@triton.jit\ndef f(x):\n    pass\n\nx = torch.zeros(8).cuda()\n',
      'a/requirements.txt': 'torch==2.4.1\n',
      'a/k.cu': '__global__ void k() {}\n',
    };
    const args = ['report', 'a', '--target', 'sophgo-sc11-fp300,ascend-910b2', '-f', 'json', '--lang', language];
    const first = JSON.parse((await inMemory({ args, files: scripts })).stdout);
    isValid('report-output', first);
    const again = await inMemory({
      args: [...args, '--since', 'old.json'],
      files: { ...scripts, 'old.json': JSON.stringify(first) },
    });
    const second = JSON.parse(again.stdout);
    isValid('report-output', second);
    for (const { progress } of second.targets) {
      assert.deepEqual([progress.solved, progress.added, progress.rules], [0, 0, []]);
    }
  });
}
