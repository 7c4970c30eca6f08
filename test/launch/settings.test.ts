import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDeepSpeed, readYaml } from '../../core/launch';
import { scriptKindOf } from '../../core/lint';
import type { ScriptFacts } from '../../core/model';

/** Each setting as `keys = value`; its spans are held against the text. */
const settings = ({ text, settings: found = [] }: ScriptFacts) =>
  found.map(({ keys, keySpan, value, valueSpan, span }) => {
    assert.ok(text.slice(keySpan.start, keySpan.end).includes(keys.at(-1)!));
    assert.ok(text.slice(valueSpan.start, valueSpan.end).includes(String(value)));
    assert.ok(span.start <= keySpan.start && valueSpan.end <= span.end);
    return `${keys.join('.')} = ${String(value)}`;
  });

test("DeepSpeed's settings are read with their keys", () => {
  const text = '{\n\t"train_batch_size": 8,\n\t"optimizer": {"type": "Adam", "params": {"betas": [0.9, 0.95]}},\n}';
  assert.deepEqual(settings(readDeepSpeed('ds_config.json', text)), ['train_batch_size = 8', 'optimizer.type = Adam']);
});

test('other JSON, broken JSON and hostile JSON', () => {
  assert.equal(readDeepSpeed('ds_config.json', '{"bf16": {"enabled": true}}').settings, undefined);
  assert.equal(readDeepSpeed('ds_config.json', '[1, 2]').settings, undefined);
  assert.equal(readDeepSpeed('ds_config.json', '').settings, undefined);
  assert.deepEqual(settings(readDeepSpeed('ds.json', '{"train_batch_size": 8, "fp16": {"enabled": tr')), [
    'train_batch_size = 8',
  ]);
  assert.equal(readDeepSpeed('ds.json', `{"train_batch_size": ${'['.repeat(100_000)}`).settings, undefined);
});

test('by its name a file is a configuration of DeepSpeed', () => {
  for (const path of [
    'ds_config.json',
    'a/zero3.json',
    'zero2_offload.json',
    'gan_deepspeed_config.json',
    'ds_z1-x.json',
  ]) {
    assert.equal(scriptKindOf(path), 'deepspeed', path);
  }
  for (const path of ['config.json', 'ads.json', 'nonzero.json', 'tokenizer.json', 'ds_config.yaml.md']) {
    assert.equal(scriptKindOf(path), undefined, path);
  }
});

test('YAML: how containers get devices, and the precision of accelerate', () => {
  const compose = [
    'services:',
    '  a:',
    '    runtime: "nvidia"',
    '    deploy: {resources: {reservations: {devices: [{driver: nvidia, count: 1}]}}}',
    'mixed_precision: bf16',
    'learning_rate: 1',
  ].join('\n');
  assert.deepEqual(settings(readYaml('compose.yml', compose)), [
    'services.a.runtime = nvidia',
    'services.a.deploy.resources.reservations.devices.driver = nvidia',
    'mixed_precision = bf16',
  ]);
});
