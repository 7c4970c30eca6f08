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
  ]) {
    const { stdout } = await run('r1', ...args, '-f', 'json');
    const value = JSON.parse(stdout);
    isValid('estimate-output', value);
    assert.ok((value.points ?? value.estimates ?? [value]).length > 0);
  }
});

test('HTML is one document, in the asked language', async () => {
  const { stdout } = await inMemory({
    args: ['estimate', 'r1', '-t', 'ascend-910b2', '-f', 'html', '--lang', 'zh-cn'],
    files: { 'r1/config.json': config },
  });
  assert.match(stdout, /^<!DOCTYPE html>\n<html lang="zh-CN">/);
  assert.match(stdout, /<title>r1：昇腾 910B2<\/title>/);
  assert.match(stdout, /<\/html>\n$/);
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
