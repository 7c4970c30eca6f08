import type { OperatorCase } from './operator-case';

/**
 * Calls that ONNX Runtime has no kernel for on a CPU and no inference either: what their documentation says of the
 * outputs (docs/ContribOperators.md of microsoft/onnxruntime), or what their computation leaves no choice about, as a
 * gradient has the shape of what it is the gradient of.
 */
const calls: readonly (readonly [
  op: string,
  inputs: OperatorCase['inputs'],
  outputs: readonly string[],
  attributes?: OperatorCase['attributes'],
])[] = [
  ['ComplexMul', ['float[4,3,2]', 'float[3,2]'], ['float[4,3,2]']],
  ['ComplexMulConj', ['float16[3,2]', 'float16[3,2]'], ['float16[3,2]']],
  ['BitmaskBiasDropout', ['float[2,3,4]', 'float[4]'], ['float[2,3,4]']],
  ['ReduceSumInteger', ['int8[2,3,4]'], ['[2,4]'], { axes: [1], keepdims: 0 }],
  ['Rfft', ['float[2,8]'], ['float[2,5,2]'], { signal_ndim: 1, normalized: 0, onesided: 1 }],
  ['Irfft', ['float[2,5,2]'], ['float[2,8]'], { signal_ndim: 1, normalized: 0, onesided: 1 }],
  ['QuantizeBFP', ['float[2,3,4]'], ['uint8[?]', 'int64[3]', 'int64[3]'], { bfp_type: 0 }],
  ['DequantizeBFP', ['uint8[24]', { type: 'int64[2]', elements: [4, 6] }, 'int64[2]'], ['float[4,6]'], { bfp_type: 0 }],
  [
    'RelativePositionBias',
    ['float[32,4]', { type: 'int64[1]', elements: [6] }, { type: 'int64[1]', elements: [6] }],
    ['float[1,4,6,6]'],
    { max_distance: 128 },
  ],
  ['RemovePadding', ['float[2,4,8]', 'int32[2]'], ['float[?,8]', 'int32[2,4]', 'int32[3]', 'int32[1]']],
  ['ShrunkenGather', ['float[5,3,4]', 'int64[2]'], ['float[2,3,4]']],
  ['MultiHeadAttention', ['float[2,3,2,3,4]'], ['float[2,3,8]', 'float[2,2,3,4]', 'float[2,2,3,4]'], { num_heads: 2 }],
  [
    'MultiHeadAttention',
    ['float[2,3,8]', 'float[2,3,8]', 'float[2,3,8]', '', '', '', 'float[2,2,6,4]', 'float[2,2,6,4]'],
    ['float[2,3,8]', 'float[2,2,9,4]', 'float[2,2,9,4]', '[2,2,3,9]'],
    { num_heads: 2 },
  ],
  // The cache of a window keeps its size; that of a chunk is not decided by its length.
  [
    'GroupQueryAttention',
    ['float[1,3,64]', 'float[1,3,32]', 'float[1,3,32]', 'float[1,2,8,16]', 'float[1,2,8,16]', 'int32[1]', 'int32'],
    ['float[1,3,64]', 'float[1,2,8,16]', 'float[1,2,8,16]'],
    { num_heads: 4, kv_num_heads: 2, sliding_window_cache: 1, local_window_size: 8 },
  ],
  [
    'GroupQueryAttention',
    ['float16[1,3,64]', 'float16[1,3,32]', 'float16[1,3,32]', 'uint8[1,2,8,8]', 'uint8[1,2,8,8]', 'int32[1]', 'int32'],
    ['float16[1,3,64]', 'uint8[1,2,?,8]', 'uint8[1,2,?,8]'],
    { num_heads: 4, kv_num_heads: 2, kv_cache_bit_width: 4 },
  ],
  [
    'BeamSearch',
    [
      'int32[2,5]',
      { type: 'int32[1]', elements: [9] },
      '',
      { type: 'int32[1]', elements: [4] },
      { type: 'int32[1]', elements: [3] },
    ],
    ['int32[2,3,9]', 'undefined[2,3]', 'undefined[?,2,4,?]'],
    { eos_token_id: 1, pad_token_id: 0 },
  ],
  [
    'WhisperBeamSearch',
    [
      'float[2,80,30]',
      { type: 'int32[1]', elements: [9] },
      '',
      { type: 'int32[1]', elements: [4] },
      { type: 'int32[1]', elements: [1] },
    ],
    ['int32[2,1,9]'],
    { eos_token_id: 1, pad_token_id: 0 },
  ],
  [
    'GreedySearch',
    ['int32[2,5]', { type: 'int32[1]', elements: [9] }],
    ['int32[2,9]'],
    { eos_token_id: 1, pad_token_id: 0 },
  ],
  [
    'Sampling',
    ['int32[2,5]', { type: 'int32[1]', elements: [9] }],
    ['int32[2,9]'],
    { eos_token_id: 1, pad_token_id: 0 },
  ],
  [
    'VarlenCausalConvWithState',
    ['float16[7,16]', 'float16[16,1,4]', 'int32[3]', '', 'float16[2,16,3]'],
    ['float16[7,16]', 'float16[2,16,3]'],
  ],
  ['SparseToDenseMatMul', ['sparse_tensor(float[3,4])', 'float[4,5]'], ['float[3,5]']],
  ['SparseToDenseMatMul', ['sparse_tensor(float[4,3])', 'float[5,4]'], ['float[3,5]'], { transA: 1, transB: 1 }],
  [
    'QLinearConvTranspose',
    ['uint8[1,2,3,4]', 'float', 'uint8', 'uint8[2,5,3,3]', 'float', 'uint8', 'float', 'uint8'],
    ['uint8[1,5,6,9]'],
    { strides: [2, 2], pads: [1, 0, 0, 0] },
  ],
  [
    'LinearAttention',
    ['float[2,3,8]', 'float[2,3,16]', 'float[2,3,24]'],
    ['float[2,3,24]', 'float[5,2,4,4,6]'],
    { q_num_heads: 2, kv_num_heads: 4, update_rule: 'linear', state_window: 5 },
  ],
  ['CausalConvWithState', ['float[2,8,5]', 'float[8,1,4]'], ['float[2,8,5]', 'float[3,2,8,3]'], { state_window: 3 }],
  [
    'CausalConvWithState',
    ['float16[2,5,24]', 'float16[8,1,4]'],
    ['float16[2,5,8]', 'float16[]'],
    { channels_last: 1, input_channels: 8, input_channel_offset: 8 },
  ],
  ['GatherPacked', ['uint8[10,66]', 'int64[2,3]'], ['bfloat16[2,3,256]'], { packed_type: 16, K: 256 }],
  ['ShardedMoE', ['float16[6,8]', 'float16[6,4]', 'float16[4,16,8]', '', 'float16[4,8,16]'], ['float16[6,8]']],
];

export const documented: readonly OperatorCase[] = calls.map(([op, inputs, outputs, attributes]) => ({
  op,
  domain: 'com.microsoft',
  inputs,
  outputs: outputs.map((output) => (output.startsWith('[') ? `undefined${output}` : output)),
  ...(attributes && { attributes }),
}));
