import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deepseekR1 } from './deepseek-r1';
import { isValid } from './output-schemas';
import { inMemory } from './world';

const config = JSON.stringify(deepseekR1);
const run = (...args: string[]) =>
  inMemory({ args: ['estimate', ...args, '--lang', 'en'], files: { 'r1/config.json': config, 'bad.json': '{}' } });

test('text: how many cards, with a band and the assumptions', async () => {
  const { code, stdout } = await run('r1', '--target', 'sophgo-sc11-fp300', '--concurrency', '1');
  assert.equal(code, 0);
  assert.match(stdout, /8 devices = 4 × SC11 FP300/);
  assert.match(stdout, /6 devices = 3 × SC11 FP300 .* loads, tight/);
  assert.match(stdout, /TPOT +[\d.]+ \([\d.]+ – [\d.]+\) ms/);
  assert.match(stdout, /those of bm1684x/);
});

test('JSON holds what the text says', async () => {
  const { stdout } = await run('r1/config.json', '-t', 'ascend-910b2', '--devices', '16', '--tp', '4', '-f', 'json');
  const one = JSON.parse(stdout);
  assert.deepEqual([one.target, one.weights, one.plan.devices, one.plan.tp], ['ascend-910b2', 'int8', 16, 4]);
  assert.equal(one.model.params, 671026419200);
  assert.equal(one.memory.fits, true);
  assert.ok(Math.abs(one.decode.tokensPerSecond / 16 - one.decode.tokensPerSecondPerDevice) < 1e-9);
  assert.ok(one.layers.every((layer: { timeUs: number }) => layer.timeUs > 0));
});

test('JSON is what its schema says: one target, several, a sweep', async () => {
  for (const args of [
    ['-t', 'sophgo-sc11-fp300'],
    ['-t', 'nvidia-h800', '--batch', '64', '--context', '4096'],
    ['--compare', 'nvidia-a800,ascend-910b2'],
    ['-t', 'ascend-910b2', '--sweep', '--devices', '16'],
    ['-t', 'ascend-910b2', '--mtp', '1', '--what-if', 'memory.efficiency=0.8'],
    ['--compare', 'nvidia-a800,ascend-910b2,sophgo-sc11-fp300', '--training', '--devices', '512'],
  ]) {
    const { stdout } = await run('r1', ...args, '-f', 'json');
    const value = JSON.parse(stdout);
    isValid('estimate-output', value);
    assert.ok((value.points ?? value.estimates ?? value.training ?? [value]).length > 0);
  }
});

test('a plan that the software refuses is told with the reason', async () => {
  const { code, stderr } = await run('r1', '-t', 'ascend-910b2', '--devices', '16', '--tp', '8');
  assert.equal(code, 1);
  assert.match(stderr, /ascend-910b2: With graphs latent attention needs 32, 64 or 128 heads per rank/);
  const eager = await run('r1', '-t', 'ascend-910b2', '--devices', '16', '--tp', '8', '--eager');
  assert.equal(eager.code, 0);
});

test('what-if: another constant, beside the time without it', async () => {
  const { stdout } = await run('r1', '-t', 'nvidia-h800', '--devices', '16', '--what-if', 'memory.bandwidth=1000');
  const [, before, after] = /unchanged TPOT is ([\d.]+) ms, not ([\d.]+) ms/.exec(stdout)!;
  assert.ok(Number(after) > 1.5 * Number(before), `${before} and ${after}`);
  assert.match(stdout, /Changed by the asker: memory\.bandwidth = 1000/);
  for (const wrong of ['memory.efficiency', 'memory.efficiency=2', 'nothing=1', 'collective.floor=3GB/s']) {
    const { code, stderr } = await run('r1', '-t', 'nvidia-h800', '--what-if', wrong);
    assert.equal(code, 2, wrong);
    assert.match(stderr, /--what-if/);
  }
});

test('how sure: the class, its error, and the nearest measurement; another chip’s is called so', async () => {
  const h800 = await run('r1', '-t', 'nvidia-h800');
  const said = h800.stdout.replaceAll(/\n +/g, ' ');
  assert.match(
    said,
    /published measurements of .* that no constant was set on, half are within [\d.]+ % of the estimate/,
  );
  assert.match(said, /nearest published measurement: deepseek_v3 on \d+ ×/);
  const sc11 = await run('r1', '-t', 'sophgo-sc11-fp300');
  assert.match(sc11.stdout.replaceAll(/\n +/g, ' '), /None of those like this one was taken on SC11 FP300/);
});

test('training: what a step takes, in memory and time', async () => {
  const { code, stdout } = await run('r1', '-t', 'ascend-910b2', '--training', '--devices', '1024', '--zero', '1');
  assert.equal(code, 0);
  assert.match(stdout, /optimizer states +[\d.]+ GiB/);
  assert.match(stdout, /time +[\d.]+ s \([\d.]+ – [\d.]+\)/);
  const small = await run('r1', '-t', 'ascend-910b2', '--training', '--devices', '8');
  assert.equal(small.code, 1);
  assert.match(small.stdout, /does not fit/);
});

test('an ONNX model: the time of its operators', async () => {
  const files = { 'm.onnxtxt': matmuls };
  const one = (...args: string[]) => inMemory({ args: ['estimate', 'm.onnxtxt', ...args, '--lang', 'en'], files });
  const { code, stdout } = await one('-t', 'ascend-910b2');
  assert.equal(code, 0);
  assert.match(stdout, /m\.onnxtxt · Ascend 910B2 · atc/);
  assert.match(stdout, /One run on one device, ≈ [\d.]+ ms/);
  assert.match(stdout, /large \(MatMul\) +1 +[\d.,]+ +9\d\.\d % +compute +8\.8 TFLOP/);
  const value = JSON.parse((await one('--compare', 'ascend-910b2,nvidia-a800', '-f', 'json')).stdout);
  isValid('estimate-output', value);
  // 8.8 TFLOP in FP16 at 354 TFLOP/s take 24.9 ms at the least.
  const [ascend] = value.graphs;
  assert.ok(ascend.totalUs > 24_900 && ascend.totalUs < 45_000, String(ascend.totalUs));
  assert.equal(ascend.operators.length, 2);
});

const matmuls = `<ir_version: 8, opset_import: ["" : 17]>
net (float[16384,16384] x) => (float[16384,16384] z)
  <float[16384,16384] w = ["location": "w.bin"]> {
  [large] y = MatMul (x, w)
  [relu] z = Relu (y)
}
`;

test('an ONNX model whose sizes are open: what is left out is said, and given sizes count', async () => {
  const files = { 'm.onnxtxt': open };
  const one = (...args: string[]) =>
    inMemory({ args: ['estimate', 'm.onnxtxt', '-t', 'ascend-910b2', ...args, '--lang', 'en'], files });
  const unknown = await one();
  assert.match(unknown.stdout, /One run on one device, without the 3 of 3 operators whose shapes are not known/);
  assert.match(unknown.stderr, /3 operators have no known shapes .*--dim tokens=SIZE/);
  const { stdout, stderr } = await one('--dim', 'tokens=2048');
  assert.doesNotMatch(stderr, /--dim/);
  // Two of three are alike; the reshape moves nothing.
  assert.match(stdout, /MatMul → float\[2048,4096\] +2 /);
  assert.match(stdout, /last \(MatMul\) +1 /);
  assert.match(stdout, /2 operators take no time/);
  assert.equal((await one('--dim', 'token=1')).stderr.match(/no dimension has this name; there are tokens/)?.length, 1);
});

const open = `<ir_version: 8, opset_import: ["" : 17]>
net (float[tokens,4096] x) => (float[1,M,1024] z)
  <float[4096,4096] v = ["location": "w.bin"], float[4096,4096] w = ["location": "w.bin"],
   float[4096,1024] u = ["location": "w.bin"]> {
  [first] a = MatMul (x, v)
  [second] b = MatMul (a, w)
  [last] c = MatMul (b, u)
  [shape] s = Constant <value_ints = [1, -1, 1024]> ()
  [reshape] z = Reshape (c, s)
}
`;

test('HTML is one document, in the asked language', async () => {
  const { stdout } = await inMemory({
    args: ['estimate', 'r1', '-t', 'ascend-910b2', '-f', 'html', '--lang', 'zh-cn'],
    files: { 'r1/config.json': config },
  });
  assert.match(stdout, /^<!DOCTYPE html>\n<html lang="zh-CN">/);
  assert.match(stdout, /<title>r1：昇腾 910B2<\/title>/);
  assert.match(stdout, /<\/html>\n$/);
});

test('training and ONNX models have pages too', async () => {
  const args = ['--format', 'html', '--lang', 'en'];
  const training = await inMemory({
    args: ['estimate', 'r1', '-t', 'ascend-910b2', '--training', '--devices', '1024', ...args],
    files: { 'r1/config.json': config },
  });
  assert.match(training.stdout, /optimizer states/);
  const both = await inMemory({
    args: ['estimate', 'm.onnxtxt', '-t', 'ascend-910b2,sophgo-sc11-fp300', ...args],
    files: { 'm.onnxtxt': matmuls },
  });
  for (const { code, stdout } of [training, both]) {
    assert.equal(code, 0);
    assert.match(stdout, /^<!DOCTYPE html>/);
    assert.doesNotMatch(stdout, /<script|https?:\/\/(?!www\.w3\.org)/);
  }
  assert.match(both.stdout, /Ascend 910B2: By type of operator/);
});

test('targets side by side, the first is 1', async () => {
  const { code, stdout } = await run('r1', '--compare', 'nvidia-a800,ascend-910b2', '--devices', '16');
  assert.equal(code, 0);
  assert.match(stdout, /nvidia-a800 .* 1\n/);
  assert.match(stdout, /ascend-910b2 .* 0\.\d+\n/);
});

test('markdown has tables, and a sweep keeps to its limit', async () => {
  const { stdout } = await run(
    'r1',
    '-t',
    'ascend-910b2',
    '--devices',
    '16',
    '--sweep',
    '-f',
    'markdown',
    '--max-tpot',
    '60',
  );
  const times = [...stdout.matchAll(/^\| 16 \|[^|]+\|[^|]+\| ([\d.]+) \|/gm)].map(([, time]) => Number(time));
  assert.ok(times.length > 2 && times.every((time) => time <= 60), stdout);
});

test('what does not fit ends with 1, what cannot be read with 2', async () => {
  const small = await run('r1', '-t', 'ascend-910b2', '--devices', '8', '--lang', 'zh-cn');
  assert.equal(small.code, 1);
  for (const args of [
    ['bad.json', '-t', 'ascend-910b2'],
    ['none.json', '-t', 'ascend-910b2'],
    ['r1'],
    ['r1', '-t', 'ascend-910b9'],
    ['r1', '-t', 'ascend-910b2', '--tp', 'x'],
  ]) {
    const { code, stderr } = await run(...args);
    assert.equal(code, 2, args.join(' '));
    assert.notEqual(stderr, '');
  }
});
