import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Fit, fitMemory, tensorPlan, type WeightChoice } from '../../core/estimate';
import { type ModelDescription, readModelDescription } from '../../core/llm';
import type { Vendor } from '../../core/model';
import { inShared, withoutShared } from '../harness/repository';

interface FitCase {
  readonly id: string;
  readonly model: string;
  readonly weights: string;
  readonly chips: number;
  readonly mem_per_chip_gb: number;
  readonly expected_fit: boolean | string;
  readonly source: string;
}

const choices: Readonly<Record<string, WeightChoice>> = {
  fp8: 'fp8',
  bf16: 'bf16',
  f16: 'bf16',
  int8: 'int8',
  int4: 'w4',
  'int4 g32': 'w4',
  'int4 experts': 'w4-experts',
};

/** Public configurations of models that the facts have no entry of. */
const others: Readonly<Record<string, Record<string, unknown>>> = {
  'Qwen/Qwen-7B': {
    model_type: 'qwen',
    hidden_size: 4096,
    intermediate_size: 22016,
    num_hidden_layers: 32,
    num_attention_heads: 32,
    kv_channels: 128,
    vocab_size: 151936,
    no_bias: true,
    tie_word_embeddings: false,
  },
  'THUDM/chatglm3-6b': {
    model_type: 'chatglm',
    hidden_size: 4096,
    ffn_hidden_size: 13696,
    num_layers: 28,
    num_attention_heads: 32,
    kv_channels: 128,
    multi_query_attention: true,
    multi_query_group_num: 2,
    add_qkv_bias: true,
    add_bias_linear: false,
    padded_vocab_size: 65024,
    tie_word_embeddings: false,
    torch_dtype: 'float16',
  },
};

function shared<T>(file: string): T | undefined {
  const found = inShared('facts/llm', file);
  return found === undefined ? undefined : (JSON.parse(readFileSync(found, 'utf8')) as T);
}

const models = shared<Record<string, { config: Record<string, unknown> }>>('models.json') ?? {};
const { entries } = shared<{ entries: FitCase[] }>('memory-fit-cases.json') ?? { entries: [] };

function modelNamed(name: string): ModelDescription {
  // The facts name the instruction-tuned variant of the same size.
  const config = models[name]?.config ?? models[`${name}-Instruct`]?.config ?? others[name];
  const { description, problems } = readModelDescription(JSON.stringify(config));
  assert.ok(description, JSON.stringify(problems));
  return description;
}

/** 256 GB is a card of two chips with 128 each; a "GB" of device memory is a GiB. */
function deviceOf({ mem_per_chip_gb: gigabytes, chips, source }: FitCase): {
  devices: number;
  vendor: Vendor;
  memoryBytes: number;
  usableBytes?: number;
} {
  const gib = 2 ** 30;
  if (gigabytes === 256) {
    return { devices: 2 * chips, vendor: 'sophgo', memoryBytes: 128 * gib, usableBytes: 120.5 * gib };
  }
  const vendor =
    /ophgo|sophon/.test(source) || gigabytes === 16
      ? 'sophgo'
      : gigabytes === 64 || gigabytes === 24
        ? 'huawei'
        : 'nvidia';
  return { devices: chips, vendor, memoryBytes: gigabytes * gib };
}

const expected = (fit: FitCase['expected_fit']): Fit => (fit === true ? 'fits' : fit === false ? 'no' : 'tight');

test('24 cases', { skip: withoutShared('facts/llm/memory-fit-cases.json') }, () => assert.equal(entries.length, 24));

for (const entry of entries) {
  test(`${entry.id}: ${entry.model} ${entry.weights} on ${entry.chips} x ${entry.mem_per_chip_gb} GB`, () => {
    const weights = choices[entry.weights];
    assert.ok(weights, entry.weights);
    const { devices, ...device } = deviceOf(entry);
    const fit = fitMemory({
      model: modelNamed(entry.model),
      plan: tensorPlan(devices),
      device,
      weights,
      cache: 'bf16',
      context: 4096,
      concurrency: 1,
      chunk: 2048,
    });
    assert.equal(fit.fit, expected(entry.expected_fit), JSON.stringify(fit));
  });
}
