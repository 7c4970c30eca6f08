import type { OperatorCase } from './operator-case';

/** ONNX Runtime's operators of training: what a gradient is the gradient of, or an optimizer updates, has its shape. */

const elementwise = [
  'BiasFastGeluGrad_dX', 'BiasGeluGrad_dX', 'FastGeluGrad', 'GeluGrad', 'QuickGeluGrad', 'LeakyReluGrad', 'ReluGrad',
  'SigmoidGrad', 'TanhGrad', 'LogSoftmaxGrad', 'LogSoftmaxGrad_13', 'SoftmaxGrad', 'SoftmaxGrad_13',
]; // biome-ignore format: a line for each family

type Call = readonly [
  op: string,
  inputs: OperatorCase['inputs'],
  outputs: readonly string[],
  attributes?: OperatorCase['attributes'],
];

const sizes = { type: 'int64[2]', elements: [5, 4] };

const calls: readonly Call[] = [
  ...elementwise.map((op): Call => [op, ['float[2,3]', 'float[2,3]'], ['float[2,3]']]),
  ['DropoutGrad', ['float[2,3]', 'bool[2,3]'], ['float[2,3]']],
  ['BitmaskDropoutGrad', ['float[2,3]', 'uint32[1]'], ['float[2,3]']],
  ['SoftmaxDropoutGrad', ['float[2,3]', 'bool[2,3]', 'float[2,3]'], ['float[2,3]'], { axis: -1 }],
  ['FakeQuantGrad', ['float[2,3]', 'bool[2,3]'], ['float[2,3]']],
  ['FakeQuant', ['float[2,3]', 'float', 'float'], ['float[2,3]', 'bool[2,3]']],
  ['DivGrad', ['float[2,3]', 'float[2,3]', 'float[3]'], ['float[2,3]', 'float[3]']],
  [
    'ConvGrad',
    ['float[1,4,6,6]', 'float[1,3,8,8]', 'float[4,3,3,3]'],
    ['float[1,3,8,8]', 'float[4,3,3,3]', 'float[?]'],
  ],
  ['ConvTransposeGrad', ['float[1,3,8,8]', 'float[1,4,6,6]', 'float[4,3,3,3]'], ['float[1,4,6,6]', 'float[4,3,3,3]']],
  [
    'BatchNormalizationGrad',
    ['float[2,3,4]', 'float[2,3,4]', 'float[3]', 'float[3]', 'float[3]'],
    ['float[2,3,4]', 'float[3]', 'float[3]'],
    { epsilon: { float: 0.5 } },
  ],
  [
    'LayerNormalizationGrad',
    ['float[2,3,4]', 'float[2,3,4]', 'float[4]', 'float[2,3,1]', 'float[2,3,1]'],
    ['float[2,3,4]', 'float[4]', 'float[4]'],
  ],
  [
    'SimplifiedLayerNormalizationGrad',
    ['float[2,3,4]', 'float[2,3,4]', 'float[4]', 'float[2,3,1]'],
    ['float[2,3,4]', 'float[4]'],
  ],
  [
    'InvertibleLayerNormalizationGrad',
    ['float[2,3,4]', 'float[2,3,4]', 'float[4]', 'float[4]', 'float[2,3,1]'],
    ['undefined[2,3,4]', 'float[4]', 'float[4]'],
  ],
  ['SoftmaxCrossEntropyLossGrad', ['float', 'float[6,5]', 'int64[6]'], ['float[6,5]']],
  ['SoftmaxCrossEntropyLossInternalGrad', ['float', 'float[6,5]', 'int64[6]'], ['undefined[6,5]']],
  ['SoftmaxCrossEntropyGrad', ['float', 'float[6,5]', 'float[6,5]'], ['float[6,5]']],
  ['ResizeGrad', ['float[1,2,8,8]', 'float[1,2,4,4]'], ['float[1,2,4,4]']],
  ['GatherGrad', [sizes, 'int64[3]', 'float[3,4]'], ['float[5,4]']],
  ['GatherNDGrad', [sizes, 'int64[3,1]', 'float[3,4]'], ['float[5,4]']],
  ['GatherElementsGrad', ['float[3,4]', sizes, 'int64[3,4]'], ['float[5,4]']],
  ['SliceGrad', ['float[2,4]', sizes, 'int64[1]', 'int64[1]'], ['float[5,4]']],
  [
    'AdamOptimizer',
    ['float', 'int64', 'float[4]', 'float[4]', 'float16[4]', 'float16[4]'],
    ['int64', 'float16[4]', 'float16[4]', 'float[4]', 'float[4]'],
  ],
  [
    'AdamWOptimizer',
    ['float', 'int64', 'seq(float[4])', 'seq(float[4])', 'seq(float[4])', 'seq(float[4])'],
    ['bool[1]', 'seq(float[4])', 'seq(float[4])', 'seq(float[4])'],
  ],
  ['SGDOptimizer', ['float', 'float[4]', 'float[4]'], ['float[4]', 'float[4]']],
  ['SGDOptimizerV2', ['float', 'seq(float[4])', 'seq(float[4])'], ['bool[1]', 'seq(float[4])']],
  ['InPlaceAccumulator', ['float[4]', 'float16[4]'], ['float[4]']],
  ['InPlaceAccumulatorV2', ['float[4]', 'float[4]'], ['bool[1]', 'float[4]']],
  ['InplaceClipGradNorm', ['seq(float[4])'], ['seq(float[4])']],
  ['ZeroGradient', ['float[4]', 'bool[1]'], ['float[4]']],
  [
    'BatchNormInternal',
    ['float16[2,3,4]', 'float16[3]', 'float16[3]', 'float[3]', 'float[3]'],
    ['float16[2,3,4]', 'float[3]', 'float[3]', 'float[3]', 'float[3]'],
  ],
  [
    'BiasSoftmaxDropout',
    ['float[2,3,4]', 'float[4]'],
    ['float[2,3,4]', 'bool[2,3,4]', 'float[2,3,4]'],
    { axis: -1, is_inner_broadcast: 1 },
  ],
  ['NegativeLogLikelihoodLossInternal', ['float[6,5]', 'int64[6]'], ['float']],
  ['NegativeLogLikelihoodLossInternal2', ['float[6,5]', 'int64[6]'], ['float[6]'], { reduction: 'none' }],
  ['BatchScale', ['float[2,3]'], ['float[2,3]', 'float[2,3]'], { scale_0: { float: 1 }, scale_1: { float: 2 } }],
  ['ScaledSum', ['float[2,3]', 'float[2,3]'], ['float[2,3]'], { scale_0: { float: 1 }, scale_1: { float: 2 } }],
  ['Scale', ['float[2,3]', 'float'], ['float[2,3]']],
  ['MegatronF', ['float[2,3]'], ['float[2,3]']],
  ['MegatronG', ['float[2,3]'], ['float[2,3]']],
  ['IsFinite', ['float[2,3]'], ['bool[2,3]']],
  ['All', ['bool[2,3]'], ['bool']],
  ['ReduceAllL2', ['float[2,3]', 'float[4]'], ['undefined']],
  ['Group', ['float[2]', 'int64[3]'], ['bool']],
  ['ConcatTraining', ['float[2,3]', 'float[2,5]'], ['float[2,8]', 'int64[2]'], { axis: 1 }],
  ['SplitTraining', ['float[9,2]', sizes], ['float[5,2]', 'float[4,2]'], { axis: 0 }],
  ['ReduceSumTraining', ['float[2,3,4]', { type: 'int64[1]', elements: [1] }], ['float[2,4]'], { keepdims: 0 }],
  ['PassThrough', ['float[2]', 'int64[3]'], ['float[2]', 'int64[3]']],
  ['AdasumAllReduce', ['float[2]', 'float[3]'], ['float[2]', 'float[3]']],
  ['AllReduce', ['float[2]', 'float[3]'], ['float[2]', 'float[3]']],
  ['NcclAllReduce', ['float[2]', 'float[3]'], ['float[2]', 'float[3]']],
];

export const training: readonly OperatorCase[] = calls.map(([op, inputs, outputs, attributes]) => ({
  op,
  domain: 'com.microsoft',
  inputs,
  outputs,
  ...(attributes && { attributes }),
}));
