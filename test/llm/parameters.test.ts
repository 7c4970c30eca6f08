import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  cacheBytesPerToken,
  checkpointBytes,
  countParameters,
  type ModelDescription,
  readModelDescription,
} from '../../core/llm';
import { inShared, withoutShared } from '../harness/repository';

interface KnownModel {
  readonly config: Record<string, unknown>;
  readonly computed: {
    readonly total?: number;
    readonly activated_incl_embed_and_head?: number;
    readonly activated_excl_embed?: number;
    readonly mtp_unique?: number;
    readonly fp8_block128_checkpoint_bytes?: number;
    readonly bf16_bytes_main?: number;
    readonly kv_bytes_per_token?: Record<string, number>;
  };
}

const file = inShared('facts/llm/models.json');
const skip = withoutShared('facts/llm/models.json');
const models = Object.entries(
  file === undefined ? {} : (JSON.parse(readFileSync(file, 'utf8')) as Record<string, KnownModel>),
);

function describe(config: Record<string, unknown>): ModelDescription {
  const { description, problems } = readModelDescription(JSON.stringify(config));
  assert.deepEqual(problems, []);
  assert.ok(description);
  return description;
}

const counted = models.filter(([, { computed }]) => computed.total !== undefined);

test('25 models state a count', { skip }, () => assert.equal(counted.length, 25));

for (const [name, { config, computed }] of counted) {
  test(`${name}: parameters and bytes as published`, () => {
    const model = describe(config);
    const parameters = countParameters(model);
    assert.equal(parameters.total, computed.total);
    assert.equal(parameters.active, computed.activated_incl_embed_and_head);
    assert.equal(parameters.activeWithoutEmbedding, computed.activated_excl_embed);
    assert.equal(parameters.prediction, computed.mtp_unique);
    const cache = computed.kv_bytes_per_token ?? {};
    const withoutIndexer = { ...model, attention: { ...model.attention, indexer: undefined } } as ModelDescription;
    assert.equal(cacheBytesPerToken(withoutIndexer, 'bf16'), cache['bf16']);
    assert.equal(cacheBytesPerToken(withoutIndexer, 'fp8'), cache['fp8_1B'] ?? cache['fp8_or_int8']);
    if (computed.fp8_block128_checkpoint_bytes !== undefined && model.quantization !== undefined) {
      assert.equal(checkpointBytes(model), computed.fp8_block128_checkpoint_bytes);
    }
  });
}

for (const [name, { config }] of models.filter(([, { computed }]) => computed.total === undefined)) {
  test(`${name}: an architecture that is not known is refused by its name`, () => {
    const { description, problems } = readModelDescription(JSON.stringify(config));
    assert.equal(description, undefined);
    assert.match(problems[0]!.message.en, /deepseek_v4/);
    assert.match(problems[0]!.message.zh, /deepseek_v4/);
  });
}

/** Models of the first generations, with keys of their own; counts as their model cards state them. */
const spelledOtherwise: readonly (readonly [name: string, total: number, config: Record<string, unknown>])[] = [
  [
    'Qwen-7B',
    7_721_324_544,
    {
      model_type: 'qwen',
      hidden_size: 4096,
      intermediate_size: 22016,
      num_hidden_layers: 32,
      num_attention_heads: 32,
      kv_channels: 128,
      vocab_size: 151936,
    },
  ],
  [
    'ChatGLM3-6B',
    6_243_584_000,
    {
      model_type: 'chatglm',
      hidden_size: 4096,
      ffn_hidden_size: 13696,
      num_layers: 28,
      num_attention_heads: 32,
      kv_channels: 128,
      multi_query_group_num: 2,
      add_qkv_bias: true,
      add_bias_linear: false,
      padded_vocab_size: 65024,
    },
  ],
  [
    'DeepSeek-V3 in the words of its own inference code',
    671_026_419_200,
    {
      vocab_size: 129280,
      dim: 7168,
      inter_dim: 18432,
      moe_inter_dim: 2048,
      n_layers: 61,
      n_dense_layers: 3,
      n_heads: 128,
      n_routed_experts: 256,
      n_shared_experts: 1,
      n_activated_experts: 8,
      n_expert_groups: 8,
      n_limited_groups: 4,
      score_func: 'sigmoid',
      q_lora_rank: 1536,
      kv_lora_rank: 512,
      qk_nope_head_dim: 128,
      qk_rope_head_dim: 64,
      v_head_dim: 128,
      dtype: 'fp8',
    },
  ],
];

for (const [name, total, config] of spelledOtherwise) {
  test(`${name}: keys of its own`, () => assert.equal(countParameters(describe(config)).total, total));
}
