/**
 * For each condition of tpu-mlir an operator that breaks it and one that meets it; `?` before one of the first kind: the
 * graph does not tell. `$` stands for the operator's type. `null`: it holds for every operator of the type.
 */
export type ConditionCases = Readonly<
  Record<string, Readonly<Record<string, readonly [breaks: string, meets: string | null]>>>
>;

/** Conditions that several operators share, by id. */
export const sharedCases: Readonly<Record<string, readonly [breaks: string, meets: string | null]>> = {
  'two-inputs': ['$ (float[2], float[2], float[2])', '$ (float[2], float[2])'],
  'one-input': ['$ (float[2], float[2])', '$ (float[2])'],
  'default-alpha': ['$ (float[2])', '$ <alpha = 0.3> (float[2])'],
  noop: [
    'opset 18 $ <noop_with_empty_axes = 1> (float[2,3])',
    'opset 18 $ <noop_with_empty_axes = 1> (float[2,3], int64[1] = {1})',
  ],
  rank: ['?$ <axes = [0]> (float[1,1,1,1,1,1,2])', '$ <axes = [0]> (float[2,3])'],
  'constant-axes': ['opset 18 $ (float[2,3], int64[1])', 'opset 18 $ (float[2,3], int64[1] = {1})'],
  'no-dynamic-subnet': ['@cv184x $ (float[2,3])', '@bm1690 $ (float[2,3])'],
  'dynamic-subnet': ['@bm1690 $ (float[2,3])', '@cv184x $ (float[2,3])'],
};

const gru = 'float[2,1,4], float[1,9,4] = ?, float[1,9,3] = ?';
const lstm = 'float[2,1,4], float[1,12,4] = ?, float[1,12,3] = ?';
const boxes = 'float[1,6,4], float[1,2,6]';
const parameters = 'float[3] = ?, float[3] = ?, float[3] = ?, float[3] = ?';

export const tpuMlirCases: ConditionCases = {
  Atan: { decomposed: ['Atan (float[2])', null] },
  AveragePool: {
    'kernel-shape': ['AveragePool (float[1,2,8,8])', 'AveragePool <kernel_shape = [2,2]> (float[1,2,8,8])'],
    'default-strides': [
      'AveragePool <kernel_shape = [2,2]> (float[1,2,8,8])',
      'AveragePool <kernel_shape = [8,8]> (float[1,2,8,8])',
    ],
    dilations: [
      'opset 19 AveragePool <kernel_shape = [2,2], dilations = [2,2]> (float[1,2,8,8])',
      'opset 19 AveragePool <kernel_shape = [2,2], dilations = [1,1]> (float[1,2,8,8])',
    ],
  },
  MaxPool: {
    'kernel-shape': ['MaxPool (float[1,2,8,8])', 'MaxPool <kernel_shape = [2,2]> (float[1,2,8,8])'],
    'default-strides': [
      'MaxPool <kernel_shape = [3,3]> (float[1,2,N,M])',
      'MaxPool <kernel_shape = [3,3], strides = [1,1]> (float[1,2,N,M])',
    ],
    dilations: [
      'MaxPool <kernel_shape = [2,2], dilations = [1,2]> (float[1,2,8,8])',
      'MaxPool <kernel_shape = [2,2]> (float[1,2,8,8])',
    ],
    indices: [
      'MaxPool <kernel_shape = [2,2]> (float[1,2,8,8]) => 2',
      'MaxPool <kernel_shape = [2,2]> (float[1,2,8,8])',
    ],
  },
  BatchNormalization: {
    'constant-parameters': [
      'BatchNormalization <epsilon = 0.001> (float[1,3,4,4], float[3] = ?, float[3] = ?, float[3], float[3] = ?)',
      `BatchNormalization <epsilon = 0.001> (float[1,3,4,4], ${parameters})`,
    ],
    epsilon: [
      `BatchNormalization (float[1,3,4,4], ${parameters})`,
      `BatchNormalization <epsilon = 0.001> (float[1,3,4,4], ${parameters})`,
    ],
    'training-mode': [
      `BatchNormalization <training_mode = 1> (float[1,3,4,4], ${parameters})`,
      `BatchNormalization <training_mode = 0> (float[1,3,4,4], ${parameters})`,
    ],
    'training-outputs': [
      `BatchNormalization <training_mode = 1> (float[1,3,4,4], ${parameters}) => 3`,
      `BatchNormalization (float[1,3,4,4], ${parameters})`,
    ],
  },
  Cast: {
    'lost-truncation': ['Cast <to = 7> (float16[2])', 'Cast <to = 7> (float[2])'],
    'lost-truth': ['Cast <to = 9> (float[2])', 'Cast <to = 9> (bool[2])'],
    'lost-wrap': ['?Cast <to = 3> (int64[2])', 'Cast <to = 6> (int64[2])'],
    'lost-rounding': ['opset 19 Cast <to = 17> (float[2])', 'Cast <to = 10> (float[2])'],
    removed: ['Cast <to = 10> (float[2])', 'Cast <to = 1> (int64[2])'],
  },
  Constant: { value: ['Constant <value_int = 3> ()', 'Constant <value = float {3}> ()'] },
  ConstantOfShape: {
    'single-value': [
      'ConstantOfShape <value = float[2] {1,2}> (int64[2])',
      'ConstantOfShape <value = float[1] {1}> (int64[2])',
    ],
  },
  Conv: {
    'constant-bias': [
      'Conv (float[1,2,8,8], float[4,2,3,3] = ?, float[4])',
      'Conv (float[1,2,8,8], float[4,2,3,3], float[4] = ?)',
    ],
  },
  ConvTranspose: {
    'kernel-shape': [
      'ConvTranspose (float[1,2,8,8], float[2,4,3,3] = ?)',
      'ConvTranspose <kernel_shape = [3,3]> (float[1,2,8,8], float[2,4,3,3] = ?)',
    ],
    'auto-pad': [
      'ConvTranspose <kernel_shape = [3,3], auto_pad = "SAME_UPPER"> (float[1,2,8,8], float[2,4,3,3] = ?)',
      'ConvTranspose <kernel_shape = [3,3], auto_pad = "VALID"> (float[1,2,8,8], float[2,4,3,3] = ?)',
    ],
    'constant-bias': [
      'ConvTranspose (float[1,2,8,8], float[2,4,3,3] = ?, float[4])',
      'ConvTranspose (float[1,2,8,8], float[2,4,3,3] = ?)',
    ],
  },
  Clip: {
    'computed-bound': ['Clip (float[2], float, float = {6})', 'Clip (float[2], -, float = {6})'],
    relu: ['Clip (float[2], float = {0}, float = {6})', 'Clip (float[2], float = {-1}, float = {6})'],
  },
  CumSum: {
    'constant-axis': ['CumSum (float[2,3], int64)', 'CumSum (float[2,3], int64 = {1})'],
    'exclusive-reverse': ['CumSum <reverse = 1> (float[2,3], int64 = {1})', 'CumSum (float[2,3], int64 = {1})'],
  },
  DequantizeLinear: {
    'zero-point': ['DequantizeLinear (uint8[2], float = {1})', 'DequantizeLinear (uint8[2], float = {1}, uint8 = {0})'],
    'constant-parameters': [
      'DequantizeLinear (uint8[2], float, uint8 = {0})',
      'DequantizeLinear (uint8[2], float = {1}, uint8 = {0})',
    ],
    blocks: [
      'opset 21 DequantizeLinear <block_size = 2> (uint8[4], float[2] = ?, uint8[2] = ?)',
      'opset 21 DequantizeLinear (uint8[4], float = {1}, uint8 = {0})',
    ],
  },
  QuantizeLinear: {
    'zero-point': ['QuantizeLinear (float[2], float = {1})', 'QuantizeLinear (float[2], float = {1}, uint8 = {0})'],
    'constant-parameters': [
      'QuantizeLinear (float[2], float = {1}, uint8)',
      'QuantizeLinear (float[2], float = {1}, uint8 = {0})',
    ],
    blocks: [
      'opset 21 QuantizeLinear <block_size = 2> (float[4], float[2] = ?, uint8[2] = ?)',
      'opset 21 QuantizeLinear (float[4], float = {1}, uint8 = {0})',
    ],
  },
  Div: { 'integer-division': ['Div (int64[2], int64[2])', 'Div (int64[2], int64 = {3})'] },
  Dropout: { mask: ['Dropout (float[2]) => 2', 'Dropout (float[2])'] },
  Einsum: {
    operands: ['Einsum <equation = "ii"> (float[2,2])', 'Einsum <equation = "ij,jk->ik"> (float[2,3], float[3,4])'],
    equation: [
      '?Einsum <equation = "ij,jk->ik"> (float[2,3], float[3,4])',
      'Einsum <equation = "b h i d, b h j d -> b h i j"> (float[1,2,3,4], float[1,2,5,4])',
    ],
  },
  Gather: { 'dynamic-subnet': ['@bm1684 Gather (float[4], int64[2])', '@bm1684x Gather (float[4], int64[2])'] },
  GatherND: {
    'batch-dims': ['GatherND <batch_dims = 1> (float[2,3], int64[2,1])', 'GatherND (float[2,3], int64[2,1])'],
  },
  Gemm: {
    'trans-a': ['Gemm <transA = 1> (float[3,2], float[3,4])', 'Gemm (float[2,3], float[3,4])'],
    'trans-b': ['Gemm <transB = 1> (float[2,3], float[3,3])', 'Gemm <transB = 1> (float[2,3], float[3,3] = ?)'],
    'trans-b-shape': ['Gemm <transB = 1> (float[2,3], float[4,3])', 'Gemm <transB = 1> (float[2,3], float[4,3] = ?)'],
    alpha: ['Gemm <alpha = 0.5> (float[2,3], float[3,4])', 'Gemm <alpha = 0.5> (float[2,3], float[3,4] = ?)'],
    beta: [
      'Gemm <beta = 0.5> (float[2,3], float[3,4], float[4])',
      'Gemm <beta = 0.5> (float[2,3], float[3,4], float[4] = ?)',
    ],
  },
  GroupNormalization: {
    'constant-parameters': [
      'opset 21 GroupNormalization <num_groups = 1> (float[1,2,4], float[2], float[2] = ?)',
      'opset 21 GroupNormalization <num_groups = 1> (float[1,2,4], float[2] = ?, float[2] = ?)',
    ],
    'single-element': [
      'opset 18 GroupNormalization <num_groups = 1> (float[1,2,4], float[1] = {2}, float[1] = {0})',
      'opset 18 GroupNormalization <num_groups = 1> (float[1,2,4], float[1] = {1}, float[1] = {0})',
    ],
  },
  GridSample: {
    mode: [
      'GridSample <padding_mode = "zeros"> (float[1,2,4,4], float[1,3,3,2])',
      'GridSample <mode = "bilinear", padding_mode = "zeros"> (float[1,2,4,4], float[1,3,3,2])',
    ],
    'padding-mode': [
      'GridSample <mode = "nearest"> (float[1,2,4,4], float[1,3,3,2])',
      'GridSample <mode = "nearest", padding_mode = "border"> (float[1,2,4,4], float[1,3,3,2])',
    ],
    'nearest-5d': [
      'GridSample <mode = "nearest"> (float[1,2,4,4,4], float[1,3,3,3,3])',
      'GridSample <mode = "bilinear"> (float[1,2,4,4,4], float[1,3,3,3,3])',
    ],
  },
  GRU: {
    'sequence-lens': [`GRU <hidden_size = 3> (${gru}, float[1,18] = ?, int32[1])`, `GRU <hidden_size = 3> (${gru})`],
    'constant-parameters': [
      'GRU <hidden_size = 3> (float[2,1,4], float[1,9,4], float[1,9,3] = ?)',
      `GRU <hidden_size = 3> (${gru})`,
    ],
    reverse: [`GRU <hidden_size = 3, direction = "reverse"> (${gru})`, `GRU <hidden_size = 3> (${gru})`],
    'linear-before-reset': [
      `GRU <hidden_size = 3> (${gru})`,
      `GRU <hidden_size = 3, linear_before_reset = 1> (${gru})`,
    ],
    clip: [`GRU <hidden_size = 3, clip = 1.0> (${gru})`, `GRU <hidden_size = 3> (${gru})`],
    activations: [
      `GRU <hidden_size = 3, activations = ["Relu", "Tanh"]> (${gru})`,
      `GRU <hidden_size = 3, activations = ["Sigmoid", "Tanh"]> (${gru})`,
    ],
  },
  LSTM: {
    'sequence-lens': [
      `LSTM <hidden_size = 3> (${lstm}, float[1,24] = ?, int32[1])`,
      `LSTM <hidden_size = 3> (${lstm})`,
    ],
    'constant-parameters': [
      'LSTM <hidden_size = 3> (float[2,1,4], float[1,12,4] = ?, float[1,12,3])',
      `LSTM <hidden_size = 3> (${lstm})`,
    ],
    reverse: [`LSTM <hidden_size = 3, direction = "reverse"> (${lstm})`, `LSTM <hidden_size = 3> (${lstm})`],
    peepholes: [`LSTM <hidden_size = 3> (${lstm}, -, -, -, -, float[1,9] = ?)`, `LSTM <hidden_size = 3> (${lstm})`],
    clip: [`LSTM <hidden_size = 3, clip = 1.0> (${lstm})`, `LSTM <hidden_size = 3> (${lstm})`],
    'input-forget': [`LSTM <hidden_size = 3, input_forget = 1> (${lstm})`, `LSTM <hidden_size = 3> (${lstm})`],
    activations: [`LSTM <hidden_size = 3, activations = ["Relu"]> (${lstm})`, `LSTM <hidden_size = 3> (${lstm})`],
    'initial-c': [
      `LSTM <hidden_size = 3> (${lstm}, -, -, -, float[1,1,3])`,
      `LSTM <hidden_size = 3> (${lstm}, -, -, float[1,1,3], float[1,1,3])`,
    ],
  },
  Identity: { removed: ['Identity (float[2])', null] },
  InstanceNormalization: {
    'constant-parameters': [
      'InstanceNormalization (float[1,2,4], float[2], float[2] = ?)',
      'InstanceNormalization (float[1,2,4], float[2] = ?, float[2] = ?)',
    ],
  },
  LayerNormalization: {
    'constant-parameters': [
      'LayerNormalization (float[2,3], float[3])',
      'LayerNormalization (float[2,3], float[3] = ?)',
    ],
    statistics: ['LayerNormalization (float[2,3], float[3] = ?) => 3', 'LayerNormalization (float[2,3], float[3] = ?)'],
  },
  LRN: {
    attributes: [
      'LRN <size = 3> (float[1,4,4,4])',
      'LRN <size = 3, alpha = 1.0, beta = 0.5, bias = 1.0> (float[1,4,4,4])',
    ],
  },
  LogSoftmax: { softmax: ['LogSoftmax (float[2])', null] },
  Mod: { fmod: ['Mod <fmod = 1> (float[2], float[2])', 'Mod (int64[2], int64[2])'] },
  Neg: { multiplied: ['Neg (float[2])', null] },
  NonMaxSuppression: {
    inputs: ['NonMaxSuppression (float[1,6,4])', `NonMaxSuppression (${boxes})`],
    'center-point-box': [
      `NonMaxSuppression <center_point_box = 1> (${boxes})`,
      `NonMaxSuppression <center_point_box = 0> (${boxes})`,
    ],
    host: [`@bm1684 NonMaxSuppression (${boxes})`, `@bm1684x NonMaxSuppression (${boxes})`],
    'dynamic-subnet': [`@bm1684x NonMaxSuppression (${boxes})`, `@bm1684 NonMaxSuppression (${boxes})`],
    'no-dynamic-subnet': [`@cv184x NonMaxSuppression (${boxes})`, `@bm1684x NonMaxSuppression (${boxes})`],
  },
  Not: { compared: ['Not (bool[2])', null] },
  OneHot: {
    axis: [
      'OneHot <axis = 0> (int64[3], int64 = {5}, float[2] = {0,1})',
      'OneHot (int64[3], int64 = {5}, float[2] = {0,1})',
    ],
    inputs: ['OneHot (int64[3], int64 = {5})', 'OneHot (int64[3], int64 = {5}, float[2] = {0,1})'],
    'constant-depth': [
      'OneHot (int64[3], int64, float[2] = {0,1})',
      'OneHot (int64[3], int64 = {5}, float[2] = {0,1})',
    ],
  },
  Or: {
    'constant-operand': ['Or (bool[2], bool[2] = ?)', 'Or (bool[2], bool[2])'],
    added: ['Or (bool[2], bool[2])', null],
  },
  Pad: {
    mode: ['opset 19 Pad <mode = "wrap"> (float[2,3], int64[4] = ?)', 'Pad <mode = "edge"> (float[2,3], int64[4] = ?)'],
    'constant-value': ['Pad (float[2,3], int64[4] = ?, float)', 'Pad (float[2,3], int64[4] = ?, float = {1})'],
    axes: ['opset 18 Pad (float[2,3], int64[2] = ?, -, int64[1] = {1})', 'opset 18 Pad (float[2,3], int64[4] = ?)'],
  },
  PRelu: { 'leaky-relu': ['PRelu (float[1,2,4], float[1] = {0.1})', 'PRelu (float[1,2,4], float[2,1] = {0.1, 0.2})'] },
  Pow: { simplified: ['Pow (float[2], float = {2})', 'Pow (float[2], float = {3})'] },
  RandomNormalLike: { frozen: ['RandomNormalLike (float[2])', null] },
  Range: {
    'data-dependent': ['Range (int64 = {0}, int64, int64 = {1})', 'Range (int64 = {0}, int64 = {9}, int64 = {1})'],
  },
  ReduceSum: {
    'constant-axes': ['ReduceSum (float[2,3], int64[1])', 'ReduceSum (float[2,3], int64[1] = {1})'],
    rank: ['?ReduceSum (float[1,1,1,1,1,1,2], int64[1] = {1})', 'ReduceSum (float[2,3], int64[1] = {1})'],
    noop: ['ReduceSum <noop_with_empty_axes = 1> (float[2,3])', 'ReduceSum (float[2,3])'],
  },
  ReduceLogSumExp: {
    keepdims: ['ReduceLogSumExp <axes = [1]> (float[2,3])', 'ReduceLogSumExp <axes = [1], keepdims = 0> (float[2,3])'],
    'axes-input': [
      'opset 18 ReduceLogSumExp (float[2,3], int64[1] = {1})',
      'ReduceLogSumExp <axes = [1]> (float[2,3])',
    ],
    decomposed: ['ReduceLogSumExp <axes = [1]> (float[2,3])', null],
  },
  Resize: {
    cubic: [
      'Resize <mode = "cubic"> (float[1,1,4,4], -, float[4] = {1,1,2,2})',
      'Resize <mode = "linear"> (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    'tf-half-pixel': [
      'opset 11 Resize <coordinate_transformation_mode = "tf_half_pixel_for_nn"> (float[1,1,4,4], float[0] = {}, float[4] = {1,1,2,2})',
      'Resize (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    'nearest-mode': [
      'Resize <coordinate_transformation_mode = "half_pixel", nearest_mode = "floor"> (float[1,1,4,4], -, float[4] = {1,1,2,2})',
      'Resize (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    unread: [
      'opset 18 Resize <axes = [2,3]> (float[1,1,4,4], -, float[2] = {2,2})',
      'opset 18 Resize (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    'grid-sample': [
      'Resize <mode = "linear"> (float[1,1,4,4,4], -, float[5] = {1,1,2,2,2})',
      'Resize <mode = "linear"> (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    identity: ['Resize (float[1,1,4,4], -, float[4] = {1,1,1,1})', 'Resize (float[1,1,4,4], -, float[4] = {1,1,2,2})'],
    'computed-shape': [
      'Resize (float[1,1,4,4], -, -, int64[4])',
      'Resize (float[1,1,4,4], -, -, int64[4] = {1,1,8,8})',
    ],
  },
  ReverseSequence: {
    axes: [
      'ReverseSequence <batch_axis = 0, time_axis = 2> (float[2,3,4], int64[2])',
      'ReverseSequence (float[2,3,4], int64[3])',
    ],
    'sequence-lens': ['ReverseSequence (float[2,3], int64[3])', 'ReverseSequence (float[2,3], int64[3] = {2,2,2})'],
  },
  RoiAlign: {
    'three-inputs': ['RoiAlign (float[1,2,8,8], float[3,4])', 'RoiAlign (float[1,2,8,8], float[3,4], int64[3])'],
  },
  ScatterElements: {
    reduction: [
      'ScatterElements <reduction = "none"> (float[3], int64[1], float[1])',
      'ScatterElements (float[3], int64[1], float[1])',
    ],
    'three-inputs': ['ScatterElements (float[3], int64[1])', 'ScatterElements (float[3], int64[1], float[1])'],
  },
  ScatterND: {
    reduction: [
      'ScatterND <reduction = "add"> (float[3], int64[1,1], float[1])',
      'ScatterND (float[3], int64[1,1], float[1])',
    ],
    'three-inputs': ['ScatterND (float[3], int64[1,1])', 'ScatterND (float[3], int64[1,1], float[1])'],
  },
  Slice: {
    'computed-bounds': [
      'Slice (float[4], int64[1] = {0}, int64[1])',
      'Slice (float[4], int64[1] = {0}, int64[1] = {2})',
    ],
  },
  Squeeze: { 'constant-axes': ['Squeeze (float[1,3], int64[1])', 'Squeeze (float[1,3], int64[1] = {0})'] },
  Unsqueeze: { 'constant-axes': ['Unsqueeze (float[3], int64[1])', 'opset 11 Unsqueeze <axes = [0]> (float[3])'] },
  Split: {
    axis: ['Split (float[4]) => 2', 'Split <axis = 0> (float[4]) => 2'],
    'constant-sizes': [
      'Split <axis = 0> (float[4], int64[2]) => 2',
      'Split <axis = 0> (float[4], int64[2] = {1,3}) => 2',
    ],
    uneven: [
      'opset 18 Split <axis = 0, num_outputs = 2> (float[5]) => 2',
      'opset 18 Split <axis = 0, num_outputs = 2> (float[4]) => 2',
    ],
  },
  Sum: {
    'constant-operand': ['Sum (float[2], float[2] = ?)', 'Sum (float[2], float[2])'],
    added: ['Sum (float[2], float[2])', null],
  },
  TopK: {
    sorted: ['TopK <sorted = 0> (float[4], int64[1] = {2}) => 2', 'TopK (float[4], int64[1] = {2}) => 2'],
    host: ['@bm1684 TopK (float[4], int64[1] = {2}) => 2', '@bm1690 TopK (float[4], int64[1] = {2}) => 2'],
    'dynamic-subnet': ['@bm1690 TopK (float[4], int64[1] = {2}) => 2', '@cv183x TopK (float[4], int64[1] = {2}) => 2'],
    'no-dynamic-subnet': [
      '@cv184x TopK (float[4], int64[1] = {2}) => 2',
      '@bm1690 TopK (float[4], int64[1] = {2}) => 2',
    ],
  },
  Trilu: { diagonal: ['Trilu (float[3,3], int64 = {1})', 'Trilu (float[3,3], int64 = {0})'] },
  Upsample: {
    scales: ['opset 9 Upsample (float[1,1,4,4], float[4])', 'opset 9 Upsample (float[1,1,4,4], float[4] = {1,1,2,2})'],
    'half-pixel': ['?opset 9 Upsample (float[1,1,4,4], float[4] = {1,1,2,2})', null],
  },
  Where: {
    'three-inputs': ['Where (bool[2], float[2])', 'Where (bool[2], float[2], float[2])'],
    'equal-elements': [
      '?Where (bool[1], float[2,2] = {5,5,5,5}, float[1])',
      'Where (bool[2,2], float[2,2] = {5,5,5,5}, float[1])',
    ],
  },
  If: {
    condition: [
      'If <then_branch = t () => (float a) { a = Constant <value = float {1}> () }, else_branch = e () => (float b) { b = Constant <value = float {2}> () }> (bool, bool)',
      'If <then_branch = t () => (float a) { a = Constant <value = float {1}> () }, else_branch = e () => (float b) { b = Constant <value = float {2}> () }> (bool)',
    ],
    outputs: [
      'If <then_branch = t () => (float a, float a) { a = Constant <value = float {1}> () }, else_branch = e () => (float b, float b) { b = Constant <value = float {2}> () }> (bool) => 2',
      'If <then_branch = t () => (float a) { a = Constant <value = float {1}> () }, else_branch = e () => (float b) { b = Constant <value = float {2}> () }> (bool)',
    ],
  },
  Loop: {
    'trip-count': [
      'Loop <body = l (int64 i, bool c, float v) => (bool d, float w) { d = Identity (c) w = Identity (v) }> (-, -, float)',
      'Loop <body = l (int64 i, bool c, float v) => (bool d, float w) { d = Identity (c) w = Identity (v) }> (int64, -, float)',
    ],
  },
};
