import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeSettings } from '../../core/lint';
import { lintCheckpoint } from '../../core/lint/checkpoint';
import { isModelConfiguration } from '../../core/llm';
import { deepseekR1 } from '../cli/deepseek-r1';

const settings = mergeSettings({ targets: ['sophgo-sc11-fp300', 'ascend-910b2', 'ascend-310p', 'sophgo-bm1684x'] });
const r1 = JSON.stringify(deepseekR1);
const withValue = (key: string, value: string) =>
  JSON.stringify({ ...deepseekR1, [key]: 0 }).replace(`"${key}":0`, `"${key}":${value}`);

/** Texts that somebody could put in a user's way. */
const texts: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['a cut text', r1.slice(0, r1.length / 2)],
  ['deep lists', `{"model_type": "llama", "x": ${'['.repeat(200_000)}`],
  ['deep objects', `{"model_type": "llama", "x": ${'{"a":'.repeat(200_000)}`],
  ['names of Object', '{"__proto__": {"model_type": "llama"}, "constructor": 3, "model_type": "toString"}'],
  ['a type that is no text', '{"model_type": {"a": 1}, "architectures": [3, null, {}]}'],
  ['millions of keys', `{"model_type": "llama"${',"a":1'.repeat(300_000)}}`],
  ['lists where objects belong', '{"model_type": "qwen3", "quantization_config": [], "rope_scaling": 3}'],
  ...['-1', '0', '1e308', '1.5', '"61"', 'null', '[]', '9007199254740991', '4294967296'].flatMap((value) =>
    [
      'num_hidden_layers',
      'hidden_size',
      'n_routed_experts',
      'num_attention_heads',
      'vocab_size',
      'kv_lora_rank',
      'num_nextn_predict_layers',
      'num_experts_per_tok',
      'max_position_embeddings',
      'first_k_dense_replace',
    ].map((key): [string, string] => [`${key} of ${value}`, withValue(key, value)]),
  ),
  ['groups of nothing', withValue('quantization_config', '{"quant_method": "gptq", "bits": 0, "group_size": 0}')],
  ['blocks of nothing', withValue('quantization_config', '{"quant_method": "fp8", "weight_block_size": [0, -1]}')],
];

for (const [what, text] of texts) {
  test(`${what}: an answer, in time, with numbers that are some`, () => {
    const start = process.cpuUsage();
    isModelConfiguration(text);
    const report = lintCheckpoint({ path: '/config.json', text }, settings);
    const { user } = process.cpuUsage(start);
    assert.ok(user < 5e6, `${user / 1e6} s`);
    for (const { message } of [...report.findings, ...report.problems]) {
      assert.ok(!/NaN|Infinity|undefined|\[object/.test(message.en), message.en);
    }
  });
}
