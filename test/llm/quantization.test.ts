import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkpointBytes, readModelDescription } from '../../core/llm';

/** One layer of 4,096 x 4,096 projections and nothing else that is quantised: bytes are counted by hand below. */
const tiny = {
  model_type: 'llama',
  torch_dtype: 'float16',
  hidden_size: 4096,
  intermediate_size: 8192,
  num_hidden_layers: 1,
  num_attention_heads: 32,
  num_key_value_heads: 32,
  vocab_size: 32000,
  tie_word_embeddings: true,
};
const attention = 4 * 4096 * 4096;
const feedForward = 3 * 4096 * 8192;
/** Embedding and three norms, in 16 bits. */
const rest = 2 * (32000 * 4096 + 3 * 4096);

const bytes = (quantization: object) =>
  checkpointBytes(readModelDescription(JSON.stringify({ ...tiny, quantization_config: quantization })).description!);

test('GPTQ of 4 bits in groups of 128: packed weights, scales, zero points, and an order of channels', () => {
  const linear = (rows: number, columns: number) => {
    const groups = (columns / 128) * rows;
    return (rows * columns) / 2 + groups * 2 + groups / 2 + columns * 4;
  };
  assert.equal(
    bytes({ quant_method: 'gptq', bits: 4, group_size: 128 }),
    rest + 4 * linear(4096, 4096) + 2 * linear(8192, 4096) + linear(4096, 8192),
  );
});

test('GPTQ with one group a row', () => {
  const linear = (rows: number, columns: number) => (rows * columns) / 2 + rows * 2 + rows / 2 + columns * 4;
  assert.equal(
    bytes({ quant_method: 'gptq', bits: 4, group_size: -1 }),
    rest + 4 * linear(4096, 4096) + 2 * linear(8192, 4096) + linear(4096, 8192),
  );
});

test('compressed-tensors W8A8: a 16-bit scale per output channel', () => {
  const group = { weights: { num_bits: 8, strategy: 'channel', symmetric: true }, input_activations: { num_bits: 8 } };
  assert.equal(
    bytes({ quant_method: 'compressed-tensors', config_groups: { group_0: group }, ignore: ['lm_head'] }),
    rest + attention + feedForward + 2 * (4 * 4096 + 2 * 8192 + 4096),
  );
});

test('FP8 with one scale per tensor, and with blocks', () => {
  assert.equal(bytes({ quant_method: 'fp8' }), rest + attention + feedForward + 7 * 4);
  assert.equal(
    bytes({ quant_method: 'fp8', weight_block_size: [128, 128] }),
    rest + attention + feedForward + ((attention + feedForward) / (128 * 128)) * 4,
  );
});

test('bytes are not told where layers stay unquantised that the format says nothing of', () => {
  assert.equal(
    bytes({ quant_method: 'fp8', modules_to_not_convert: ['lm_head', 'model.layers.0.self_attn'] }),
    undefined,
  );
  assert.equal(
    bytes({ quant_method: 'awq', bits: 4, group_size: 128, modules_to_not_convert: ['visual'] }) === undefined,
    false,
  );
  assert.equal(bytes({ quant_method: 'something-new' }), undefined);
});
