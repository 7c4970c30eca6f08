/** The NPU operator that does the work of an ONNX operator which the parser makes several of. */
export interface KernelChoice {
  readonly name: string;
  /** The ONNX input whose element type decides; 0 where absent. `none`: it is not to be compared. */
  readonly input?: number | 'none';
  /** The NPU operator whose definition for the Ascend 950 decides, where it is another one. */
  readonly on950?: string;
}

/**
 * Where the facts name several NPU operators, the one that computes; the others adapt shapes and types around it. `null`:
 * none of them stands for the whole. Operators with one NPU operator need no entry.
 */
export const kernelChoices: Readonly<Record<string, KernelChoice | null>> = {
  ArgMax: { name: 'ArgMaxV2' },
  ArgMin: { name: 'ArgMin' },
  AveragePool: { name: 'AvgPoolV2' },
  BitShift: { name: 'RightShift' },
  Clip: { name: 'ClipByValue' },
  Compress: null,
  Concat: null,
  Conv: { name: 'Conv2D' },
  ConvTranspose: { name: 'Conv2DTranspose' },
  EyeLike: null,
  Gemm: { name: 'MatMulV2' },
  LayerNormalization: { name: 'LayerNorm' },
  LpNormalization: { name: 'LpNormV2' },
  LpPool: null,
  Max: { name: 'Maximum' },
  MaxPool: { name: 'MaxPoolV3' },
  MaxUnpool: null,
  Mean: { name: 'AccumulateNV2' },
  Min: { name: 'Minimum' },
  NonMaxSuppression: { name: 'NonMaxSuppressionV6' },
  OneHot: null,
  Pad: { name: 'PadV3' },
  RandomNormal: { name: 'RandomStandardNormal', input: 'none' },
  RandomNormalLike: { name: 'RandomStandardNormal', input: 'none' },
  RandomUniform: { name: 'RandomUniform', input: 'none' },
  RandomUniformLike: { name: 'RandomUniform', input: 'none' },
  ReduceLogSum: { name: 'ReduceSum' },
  // The parser makes a ResizeNearestNeighborV2 of mode nearest; a condition says what is known of the other modes.
  Resize: { name: 'Resize', on950: 'ResizeNearestNeighborV2' },
  RoiAlign: { name: 'ROIAlign' },
  ScatterND: null,
  Split: { name: 'SplitV' },
  Squeeze: { name: 'Squeeze' },
  ThresholdedRelu: { name: 'Threshold' },
  Unique: { name: 'UniqueWithCountsAndSorting' },
  Unsqueeze: { name: 'Unsqueeze' },
  Where: { name: 'SelectV2', input: 1 },
  Xor: null,
  Col2Im: { name: 'Col2ImV2' },
  // The parser makes another input type of these before the kernel.
  AffineGrid: { name: 'AffineGrid' },
  ConstantOfShape: { name: 'Fill', input: 'none' },
};

/**
 * What the parser makes of an operator in the newest sources, where older ones have another way too; the Ascend 950 came
 * with the newest.
 */
export const newestParts: Readonly<Record<string, readonly string[]>> = {
  ScatterND: ['TensorMove', 'ScatterNdUpdate', 'ScatterNdAdd', 'ScatterNdMax', 'ScatterNdMin'],
};

/** The kernel's input that stands for the data, the first of these that it has. */
export const dataInputs: readonly string[] = [
  'x',
  'x1',
  'input_x',
  'logits',
  'features',
  'data',
  'scores',
  'then',
  'boxes',
  'start',
  'theta',
  'x0',
];
