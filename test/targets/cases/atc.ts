import type { ConditionCases } from './tpu-mlir';

/** As in cases/tpu-mlir.ts, for ATC. */
export const sharedAtcCases: Readonly<Record<string, readonly [breaks: string, meets: string | null]>> = {
  'select-last-index': ['$ <select_last_index = 1> (float[2])', '$ (float[2])'],
  noop: ['$ <noop_with_empty_axes = 1> (float[2,3])', '$ <axes = [0]> (float[2,3])'],
  inputs: ['$ ()', '$ (float[2], float[2])'],
  blocksize: ['$ (float[1,4,4,4])', '$ <blocksize = 2> (float[1,4,4,4])'],
};

const conv = 'float[1,2,8,8], float[4,2,3,3] = ?';
const transposed = 'float[1,2,8,8], float[2,4,3,3] = ?';
const image = 'float[1,2,8,8]';

function pooling(type: string): ConditionCases[string] {
  return {
    dimensions: [
      `${type} <kernel_shape = [2,2,2,2]> (float[1,2,8,8,8,8])`,
      `${type} <kernel_shape = [2,2]> (${image})`,
    ],
    'even-pads': [
      `${type} <kernel_shape = [2,2], pads = [1,1,1]> (${image})`,
      `${type} <kernel_shape = [2,2], pads = [1,1,1,1]> (${image})`,
    ],
    'large-stride': [
      `${type} <kernel_shape = [2,2], strides = [64,64]> (${image})`,
      `@950 ${type} <kernel_shape = [2,2], strides = [64,64]> (${image})`,
    ],
    'large-kernel': [
      `${type} <kernel_shape = [17,17]> (float[1,2,32,32])`,
      `${type} <kernel_shape = [16,16]> (float[1,2,32,32])`,
    ],
    'input-width': [
      `?${type} <kernel_shape = [2,2]> (float[1,2,8,5000])`,
      `${type} <kernel_shape = [2,2]> (float[1,2,8,4096])`,
    ],
    batch: [`?${type} <kernel_shape = [2,2]> (float[65537,2,8,8])`, `${type} <kernel_shape = [2,2]> (${image})`],
  };
}

export const atcCases: ConditionCases = {
  AveragePool: {
    ...pooling('AveragePool'),
    'ceil-mode': [
      `?AveragePool <kernel_shape = [2,2], ceil_mode = 1, auto_pad = "VALID"> (${image})`,
      `AveragePool <kernel_shape = [2,2], ceil_mode = 1> (${image})`,
    ],
    'same-lower': [
      `?AveragePool <kernel_shape = [2,2], auto_pad = "SAME_LOWER"> (${image})`,
      `AveragePool <kernel_shape = [2,2], auto_pad = "SAME_UPPER"> (${image})`,
    ],
  },
  MaxPool: {
    ...pooling('MaxPool'),
    indices: [`MaxPool <kernel_shape = [2,2]> (${image}) => 2`, `MaxPool <kernel_shape = [2,2]> (${image})`],
    'storage-order': [
      `MaxPool <kernel_shape = [2,2], storage_order = 1> (${image})`,
      `MaxPool <kernel_shape = [2,2]> (${image})`,
    ],
    'kernel-shape': [`MaxPool (${image})`, `MaxPool <kernel_shape = [2,2]> (${image})`],
    dilations: [
      `?MaxPool <kernel_shape = [2,2], dilations = [2,2]> (${image})`,
      `MaxPool <kernel_shape = [2,2]> (${image})`,
    ],
    'valid-ceil': [
      `?MaxPool <kernel_shape = [2,2], auto_pad = "VALID", ceil_mode = 1> (${image})`,
      `MaxPool <kernel_shape = [2,2], auto_pad = "VALID"> (${image})`,
    ],
    'pads-and-auto-pad': [
      `?MaxPool <kernel_shape = [2,2], auto_pad = "VALID", pads = [0,0,0,0]> (${image})`,
      `MaxPool <kernel_shape = [2,2], pads = [0,0,0,0]> (${image})`,
    ],
  },
  LpPool: {
    dimensions: ['LpPool <kernel_shape = [2,2,2,2]> (float[1,2,8,8,8,8])', `LpPool <kernel_shape = [2,2]> (${image})`],
    'auto-pad': [
      `LpPool <kernel_shape = [2,2], auto_pad = "SAME"> (${image})`,
      `LpPool <kernel_shape = [2,2]> (${image})`,
    ],
    'ceil-mode': [
      `opset 18 LpPool <kernel_shape = [2,2], ceil_mode = 1> (${image})`,
      `opset 18 LpPool <kernel_shape = [2,2]> (${image})`,
    ],
    dilations: [
      `opset 18 LpPool <kernel_shape = [2,2], dilations = [2,2]> (${image})`,
      `opset 18 LpPool <kernel_shape = [2,2]> (${image})`,
    ],
    'even-pads': [
      `LpPool <kernel_shape = [2,2], pads = [1]> (${image})`,
      `LpPool <kernel_shape = [2,2], pads = [1,1,1,1]> (${image})`,
    ],
    'same-lower': [
      `?LpPool <kernel_shape = [2,2], auto_pad = "SAME_LOWER"> (${image})`,
      `LpPool <kernel_shape = [2,2]> (${image})`,
    ],
  },
  BatchNormalization: {
    'training-mode': [
      '?BatchNormalization <training_mode = 1> (float[1,3,4], float[3] = ?, float[3] = ?, float[3] = ?, float[3] = ?)',
      'BatchNormalization (float[1,3,4], float[3] = ?, float[3] = ?, float[3] = ?, float[3] = ?)',
    ],
  },
  BitShift: {
    direction: ['BitShift (uint8[2], uint8[2])', 'BitShift <direction = "LEFT"> (uint8[2], uint8[2])'],
    'direction-value': [
      'BitShift <direction = "UP"> (uint8[2], uint8[2])',
      'BitShift <direction = "RIGHT"> (uint8[2], uint8[2])',
    ],
    left: [
      '?BitShift <direction = "LEFT"> (uint32[2], uint32[2])',
      'BitShift <direction = "RIGHT"> (uint32[2], uint32[2])',
    ],
  },
  Cast: { 'target-type': ['?Cast <to = 8> (float[2])', 'Cast <to = 10> (float[2])'] },
  Clip: {
    bounds: ['Clip (float[2])', 'Clip (float[2], float = {0})'],
    'scalar-bounds': ['?Clip (float[2], float[2] = ?)', 'Clip (float[2], float = {0})'],
  },
  Col2Im: {
    dilations: [
      'opset 18 Col2Im <dilations = [1]> (float[1,4,9], int64[2] = {4,4}, int64[2] = {2,2})',
      'opset 18 Col2Im (float[1,4,9], int64[2] = {4,4}, int64[2] = {2,2})',
    ],
    pads: [
      'opset 18 Col2Im <pads = [1]> (float[1,4,9], int64[2] = {4,4}, int64[2] = {2,2})',
      'opset 18 Col2Im <pads = [0,0,0,0]> (float[1,4,9], int64[2] = {4,4}, int64[2] = {2,2})',
    ],
    strides: [
      'opset 18 Col2Im <strides = [1]> (float[1,4,9], int64[2] = {4,4}, int64[2] = {2,2})',
      'opset 18 Col2Im <strides = [1,1]> (float[1,4,9], int64[2] = {4,4}, int64[2] = {2,2})',
    ],
  },
  Concat: {
    axis: ['Concat (float[2], float[2])', 'Concat <axis = 0> (float[2], float[2])'],
    inputs: ['Concat <axis = 0> ()', 'Concat <axis = 0> (float[2], float[2])'],
  },
  Constant: { sparse: ['?Constant <sparse_value = 1> ()', 'Constant <value = float {1}> ()'] },
  ConstantOfShape: {
    'value-type': [
      '?ConstantOfShape <value = uint16[1] {3}> (int64[2])',
      'ConstantOfShape <value = int64[1] {3}> (int64[2])',
    ],
  },
  Conv: {
    'weight-size-950': [
      '?@950 Conv <strides = [1,1], kernel_shape = [512,3]> (float[1,2,600,8], float[4,2,512,3] = ?)',
      '@950 Conv <strides = [1,1], kernel_shape = [511,3]> (float[1,2,600,8], float[4,2,511,3] = ?)',
    ],
    'even-pads': [`Conv <pads = [1,1,1]> (${conv})`, `Conv <pads = [1,1,1,1]> (${conv})`],
    attributes: [`Conv (${conv})`, `Conv <strides = [1,1]> (${conv})`],
    inputs: ['Conv <strides = [1,1]> (float[1,2,8,8])', `Conv <strides = [1,1]> (${conv})`],
    rank: ['Conv <strides = [1,1]> (float[1,2], float[4,2] = ?)', `Conv <strides = [1,1]> (${conv})`],
    'auto-pad-3d': [
      'Conv <auto_pad = "SAME_UPPER"> (float[1,1,4,4,4], float[1,1,3,3,3] = ?)',
      'Conv <auto_pad = "VALID"> (float[1,1,4,4,4], float[1,1,3,3,3] = ?)',
    ],
    dilations: [`?Conv <dilations = [256,1]> (${conv})`, `Conv <dilations = [2,2]> (${conv})`],
    pads: [`?Conv <pads = [256,0,0,0]> (${conv})`, `Conv <pads = [1,1,1,1]> (${conv})`],
    strides: [`?Conv <strides = [64,1]> (${conv})`, `Conv <strides = [1,1]> (${conv})`],
    'input-width': ['?Conv (float[1,2,8,5000], float[4,2,3,3])', `Conv (${conv})`],
    'weight-size': ['?Conv (float[1,1,300,300], float[1,1,256,3])', `Conv (${conv})`],
    'output-width': ['?Conv (float[1,2,8,3], float[4,2,3,3])', `Conv (${conv})`],
    'auto-pad': [`?Conv <auto_pad = "SAME_LOWER"> (${conv})`, `Conv <auto_pad = "VALID"> (${conv})`],
  },
  ConvTranspose: {
    'weight-size-950': [
      '?@950 ConvTranspose <strides = [1,1], kernel_shape = [512,3]> (float[1,2,8,8], float[2,4,512,3] = ?)',
      '@950 ConvTranspose <strides = [1,1], kernel_shape = [511,3]> (float[1,2,8,8], float[2,4,511,3] = ?)',
    ],
    'even-pads': [`ConvTranspose <pads = [1,1,1]> (${transposed})`, `ConvTranspose <pads = [1,1,1,1]> (${transposed})`],
    'kernel-shape': [`ConvTranspose (${transposed})`, `ConvTranspose <kernel_shape = [3,3]> (${transposed})`],
    'output-shape': [
      `ConvTranspose <kernel_shape = [3,3], output_shape = [9]> (${transposed})`,
      `ConvTranspose <kernel_shape = [3,3], output_shape = [9,9]> (${transposed})`,
    ],
    inputs: ['ConvTranspose (float[1,2,8,8])', `ConvTranspose (${transposed})`],
    rank: ['ConvTranspose (float[1,2], float[2,4] = ?)', `ConvTranspose (${transposed})`],
    dilations: [`?ConvTranspose <dilations = [2,2]> (${transposed})`, `ConvTranspose (${transposed})`],
    'larger-output': [`?ConvTranspose <output_shape = [20,20]> (${transposed})`, `ConvTranspose (${transposed})`],
    'auto-pad': [`?ConvTranspose <auto_pad = "SAME_UPPER"> (${transposed})`, `ConvTranspose (${transposed})`],
  },
  DepthToSpace: {
    blocksize: ['DepthToSpace <blocksize = 1> (float[1,4,4,4])', 'DepthToSpace <blocksize = 2> (float[1,4,4,4])'],
  },
  Einsum: { equation: ['Einsum (float[2], float[2])', 'Einsum <equation = "i,i->"> (float[2], float[2])'] },
  // Later documents lift these for other chips.
  Expand: { 'constant-shape': ['?@310 Expand (float[1], int64[2])', 'Expand (float[1], int64[2])'] },
  EyeLike: {
    type: ['?EyeLike <dtype = 4> (float[2,2])', 'EyeLike <dtype = 7> (float[2,2])'],
    diagonal: ['?EyeLike <k = 1> (float[2,2])', 'EyeLike (float[2,2])'],
  },
  GatherND: {
    'batch-dims': ['GatherND <batch_dims = 1> (float[2,3], int64[2,1])', 'GatherND (float[2,3], int64[2,1])'],
  },
  GlobalMaxPool: { rank: ['GlobalMaxPool (float[1,2,8])', 'GlobalMaxPool (float[1,2,8,8])'] },
  GridSample: {
    'align-corners': [
      'GridSample <align_corners = 2> (float[1,2,4,4], float[1,3,3,2])',
      'GridSample <align_corners = 1> (float[1,2,4,4], float[1,3,3,2])',
    ],
  },
  IsInf: { 'one-sign': ['IsInf <detect_negative = 0> (float[2])', 'IsInf (float[2])'] },
  LRN: {
    size: ['LRN (float[1,4,4,4])', 'LRN <size = 3> (float[1,4,4,4])'],
    'odd-size': ['LRN <size = 4> (float[1,4,4,4])', 'LRN <size = 5> (float[1,4,4,4])'],
  },
  MatMul: { rank: ['?MatMul (float[1,1,1,1,1,2,3], float[3,4])', 'MatMul (float[2,3], float[3,4])'] },
  MaxUnpool: {
    kernel_shape: [
      'MaxUnpool (float[1,1,2,2], int64[1,1,2,2])',
      'MaxUnpool <kernel_shape = [2,2]> (float[1,1,2,2], int64[1,1,2,2])',
    ],
  },
  Mean: { inputs: ['Mean (float[2])', 'Mean (float[2], float[2])'] },
  Mod: {
    fmod: ['Mod <fmod = 1> (int64[2], int64[2])', 'Mod (int64[2], int64[2])'],
    float: ['?Mod (float[2], float[2])', 'Mod <fmod = 1> (float[2], float[2])'],
  },
  Multinomial: { 'output-type': ['Multinomial <dtype = 1> (float[1,4])', 'Multinomial <dtype = 7> (float[1,4])'] },
  NonMaxSuppression: {
    inputs: ['NonMaxSuppression (float[1,6,4])', 'NonMaxSuppression (float[1,6,4], float[1,2,6])'],
  },
  OneHot: {
    axis: [
      '?OneHot <axis = -2> (int64[3], int64 = {5}, float[2] = {0,1})',
      'OneHot (int64[3], int64 = {5}, float[2] = {0,1})',
    ],
  },
  PRelu: { slope: ['?PRelu (float[1,2,4], float[2,4])', 'PRelu (float[1,2,4], float[2,1])'] },
  Pad: { 'even-pads': ['opset 10 Pad <pads = [1]> (float[2])', 'opset 10 Pad <pads = [1,1]> (float[2])'] },
  RandomNormal: {
    shape: ['RandomNormal ()', 'RandomNormal <shape = [2]> ()'],
    'output-type': ['RandomNormal <shape = [2], dtype = 7> ()', 'RandomNormal <shape = [2], dtype = 1> ()'],
  },
  RandomNormalLike: { 'output-type': ['RandomNormalLike <dtype = 7> (float[2])', 'RandomNormalLike (float[2])'] },
  RandomUniform: {
    'output-type': ['RandomUniform <shape = [2], dtype = 11> ()', 'RandomUniform <shape = [2], dtype = 7> ()'],
  },
  RandomUniformLike: { 'output-type': ['RandomUniformLike <dtype = 7> (float[2])', 'RandomUniformLike (float[2])'] },
  Range: { int64: ['?@310 Range (int64, int64, int64)', 'Range (int64, int64, int64)'] },
  ReduceSum: {
    'empty-axes': ['ReduceSum (float[2,3])', 'ReduceSum (float[2,3], int64[2] = {0,1})'],
  },
  Resize: {
    'nearest-mode': [
      'Resize <coordinate_transformation_mode = "half_pixel", nearest_mode = "floor"> (float[1,1,4,4], -, float[4] = {1,1,2,2})',
      'Resize (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    coordinates: [
      'Resize <coordinate_transformation_mode = "tf_crop_and_resize"> (float[1,1,4,4], float[8] = ?, float[4] = {1,1,2,2})',
      'Resize (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    rank: [
      'Resize (float[1,1,4], -, float[3] = {1,1,2})',
      'Resize <mode = "linear"> (float[1,1,4], -, float[3] = {1,1,2})',
    ],
    'interpolation-950': [
      '@950 Resize <mode = "linear"> (float[1,1,2,2], -, float[4] = {1,1,2,2})',
      '@950 Resize <mode = "nearest"> (float[1,1,2,2], -, float[4] = {1,1,2,2})',
    ],
    antialias: [
      'opset 18 Resize <antialias = 1, mode = "linear"> (float[1,1,4,4], -, float[4] = {1,1,2,2})',
      'opset 18 Resize (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    axes: [
      'opset 18 Resize <axes = [2,3]> (float[1,1,4,4], -, float[2] = {2,2})',
      'opset 18 Resize (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    'aspect-ratio': [
      'opset 18 Resize <keep_aspect_ratio_policy = "not_larger"> (float[1,1,4,4], -, -, int64[4] = {1,1,8,8})',
      'opset 18 Resize (float[1,1,4,4], -, -, int64[4] = {1,1,8,8})',
    ],
    inputs: ['Resize (float[1,1,4,4])', 'Resize (float[1,1,4,4], -, float[4] = {1,1,2,2})'],
    mode: [
      'Resize <mode = "area"> (float[1,1,4,4], -, float[4] = {1,1,2,2})',
      'Resize <mode = "cubic"> (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    'constant-size': ['?@310 Resize (float[1,1,4,4], -, -, int64[4])', 'Resize (float[1,1,4,4], -, -, int64[4])'],
  },
  ScatterND: {
    multiplication: [
      'opset 18 ScatterND <reduction = "mul"> (float[3], int64[1,1], float[1])',
      'opset 18 ScatterND <reduction = "add"> (float[3], int64[1,1], float[1])',
    ],
    reduction: [
      'opset 18 ScatterND <reduction = "xor"> (float[3], int64[1,1], float[1])',
      'opset 18 ScatterND (float[3], int64[1,1], float[1])',
    ],
  },
  Selu: { parameters: ['Selu <alpha = 1.5> (float[2])', 'Selu (float[2])'] },
  Slice: {
    bounds: ['opset 9 Slice <starts = [0]> (float[4,4])', 'opset 9 Slice <starts = [0], ends = [2]> (float[4,4])'],
    rank: [
      '?@310P Slice (float[4], int64[1] = {0}, int64[1] = {2})',
      'Slice (float[4], int64[1] = {0}, int64[1] = {2})',
    ],
    step: [
      '?@310P Slice (float[4,4], int64[1] = {0}, int64[1] = {4}, int64[1] = {1}, int64[1] = {2})',
      'Slice (float[4,4], int64[1] = {0}, int64[1] = {4}, int64[1] = {1}, int64[1] = {2})',
    ],
  },
  Split: {
    sizes: ['opset 11 Split <split = [1,3]> (float[4]) => 3', 'opset 11 Split <split = [1,3]> (float[4]) => 2'],
    'num-outputs': [
      'opset 18 Split <num_outputs = 3> (float[4]) => 2',
      'opset 18 Split <num_outputs = 2> (float[4]) => 2',
    ],
    uneven: ['opset 18 Split <num_outputs = 2> (float[5]) => 2', 'opset 18 Split <num_outputs = 2> (float[4]) => 2'],
    empty: ['?Split (float[4], int64[2] = {0,4}) => 2', 'Split (float[4], int64[2] = {1,3}) => 2'],
  },
  TopK: { k: ['opset 9 TopK (float[4]) => 2', 'opset 9 TopK <k = 2> (float[4]) => 2'] },
  Transpose: { perm: ['Transpose (float[2,3])', 'Transpose <perm = [1,0]> (float[2,3])'] },
  Trilu: { inputs: ['Trilu (float[3,3], int64, int64)', 'Trilu (float[3,3])'] },
  Unsqueeze: { axes: ['Unsqueeze (float[3])', 'Unsqueeze (float[3], int64[1] = {0})'] },
};
