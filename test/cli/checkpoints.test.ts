import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deepseekR1 } from './deepseek-r1';
import { isValid } from './output-schemas';
import { inMemory } from './world';

const r1 = JSON.stringify(deepseekR1, undefined, 2);
const lint = (files: Readonly<Record<string, string | Uint8Array>>, ...args: string[]) =>
  inMemory({ args: ['lint', ...args, '--lang', 'en'], files });

test('configurations of models are found in folders, those of other programs are not', async () => {
  const { code, stdout } = await lint(
    {
      'r1/config.json': r1,
      'r1/inference/config_671B.json': r1,
      'web/config.json': '{"port": 8080}',
      'broken/config.json': '{',
      'other/settings.json': r1,
      'huge/config.json': `{"model_type": "${'x'.repeat(5 << 20)}"}`,
    },
    '.',
    '--target',
    'ascend-910b2',
    '--format',
    'json',
  );
  assert.equal(code, 1);
  const report = JSON.parse(stdout);
  isValid('lint-output', report);
  assert.deepEqual(
    report.files.map(({ path, kind }: { path: string; kind: string }) => [path, kind]),
    [
      ['r1/config.json', 'checkpoint'],
      ['r1/inference/config_671B.json', 'checkpoint'],
    ],
  );
  const [{ checkpoint, findings }] = report.files;
  assert.deepEqual(
    [checkpoint.architecture, checkpoint.params, checkpoint.weightBytes],
    ['deepseek_v3', 671026419200, 688574839360],
  );
  const weights = findings.find(({ rule }: { rule: string }) => rule === 'llm/unsupported-weights');
  const { line, column } = weights.range.start;
  assert.equal(r1.split('\n')[line - 1]!.slice(column - 1), '"fp8",');
  assert.deepEqual([weights.target, weights.route, weights.severity], ['ascend-910b2', 'vllm-ascend', 'error']);
});

test('a configuration stands beside models in every format', async () => {
  const files = { 'config.json': r1 };
  const text = await lint(files, '.', '--target', 'sophgo-sc11-fp300');
  assert.match(text.stdout, /config\.json {2}deepseek_v3 · 671\.0 B parameters, 37\.\d B active · 641 GiB of weights/);
  assert.match(text.stdout, /silent error {2}llm\/expert-routing/);
  assert.match(text.stdout, /1 model: 1 silent error/);
  const markdown = await lint(files, '.', '--target', 'sophgo-sc11-fp300', '--format', 'markdown');
  assert.match(markdown.stdout, /## config\.json\n\ndeepseek\\_v3 · 671\.0 B parameters/);
  const github = await lint(files, '.', '--target', 'sophgo-sc11-fp300', '--format', 'github');
  assert.match(github.stdout, /::error file=config\.json,line=\d+,.*llm\/expert-routing/);
  const sarif = JSON.parse((await lint(files, '.', '--target', 'sophgo-sc11-fp300', '--format', 'sarif')).stdout);
  const [result] = sarif.runs[0].results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'llm/expert-routing');
  assert.ok(result.locations[0].physicalLocation.region.startLine > 1);
});

test('the route is the settings’', async () => {
  const { stdout } = await lint(
    {
      'config.json': r1,
      'portolan.config.json': '{"targets": ["sophgo-sc11-fp300"], "routes": ["llm-tpu"]}',
    },
    '.',
  );
  assert.match(stdout, /llm_convert has no converter for deepseek_v3/);
});

test('rules can be off, and findings ignored', async () => {
  const configuration = {
    targets: ['ascend-910b2'],
    rules: { 'llm/tensor-parallel': 'off', 'llm/device-memory': 'error' },
    ignores: [{ rule: 'llm/unsupported-weights', file: 'config.json', reason: 'the W8A8 copy is used' }],
  };
  const { stdout } = await lint({ 'config.json': r1, 'portolan.config.json': JSON.stringify(configuration) }, '.');
  assert.doesNotMatch(stdout, /llm\/tensor-parallel|llm\/unsupported-weights/);
  assert.match(stdout, /error {2}llm\/device-memory/);
});

test('a JSON file that is named and is no model says so', async () => {
  const { code, stdout } = await lint({ 'tsconfig.json': '{"files": []}' }, 'tsconfig.json');
  assert.equal(code, 2);
  assert.match(stdout, /not known to be a model/);
  const broken = await lint({ 'config.json': '[1, 2' }, 'config.json');
  assert.equal(broken.code, 2);
  assert.match(broken.stdout, /not valid JSON|is a JSON object/);
});

test('a target that no checkpoint can be carried to is told, and is no error', async () => {
  const { code, stdout } = await lint({ 'config.json': r1 }, '.', '--target', 'ascend-910a');
  assert.equal(code, 0);
  assert.match(stdout, /warning {2}No route is known/);
});

test('headers of weights beside the configuration are read, the weights are not', async () => {
  const header = new TextEncoder().encode(JSON.stringify({ w: { dtype: 'BF16', shape: [2], data_offsets: [0, 4] } }));
  const shard = new Uint8Array(8 + header.length + 4);
  new DataView(shard.buffer).setBigUint64(0, BigInt(header.length), true);
  shard.set(header, 8);
  const { stdout } = await lint(
    { 'config.json': r1, 'model.safetensors': shard, 'other.safetensors': shard.slice(0, 20) },
    '.',
  );
  assert.match(stdout, /other\.safetensors: The header is said to have/);
  const whole = await lint({ 'config.json': r1, 'model.safetensors': shard }, '.');
  assert.match(whole.stdout, /llm\/checkpoint-size/);
  assert.match(whole.stdout, /The tensors beside this file have 4 B \(BF16 4 B\)/);
});
