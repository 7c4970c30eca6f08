import type { OperatorContext } from '../../context';
import { asStandard } from '../../rules/as-standard';
import { type RuleTable, sharedRule } from '../../rules/operator-rules';
import { passThrough, schemaElementType } from '../../rules/schema-types';
import { shapeInput } from '../../rules/shape-input';
import { notations, sharedNotation } from '../../rules/shape-notation';
import { joining } from '../joining';
import { losses } from '../losses';
import { reduction } from '../reduction';

/** A gradient has the shape of what it is the gradient of. */

/** Gradients of operators that work element by element, from the output's gradient. */
// biome-ignore format: a line for each family
const elementwiseGradients = [
  'BiasFastGeluGrad_dX', 'BiasGeluGrad_dX', 'FastGeluGrad', 'GeluGrad', 'QuickGeluGrad', 'LeakyReluGrad', 'ReluGrad',
  'SigmoidGrad', 'TanhGrad', 'LogSoftmaxGrad', 'LogSoftmaxGrad_13', 'SoftmaxGrad', 'SoftmaxGrad_13', 'DropoutGrad',
  'BitmaskDropoutGrad', 'SoftmaxDropoutGrad', 'FakeQuantGrad',
];

/** The input that is the shape of what the gradient is of. */
function shapedAs(input: number): (context: OperatorContext) => void {
  return (context) => context.setTensor(0, schemaElementType(context, 0), shapeInput(context, input));
}

/** The concatenation, and how long each part was. */
const concat = asStandard(joining, 'Concat', 13);
function concatWithLengths(context: OperatorContext): void {
  concat.infer(context);
  context.setTensor(1, 7, [context.inputCount]);
}

export const microsoftTraining: RuleTable = [
  ...sharedNotation(elementwiseGradients, '[...] -> [...]'),
  ...notations({
    DivGrad: '_ [...] _ -> =1 =2',
    ConvGrad: '-> =1 =2 [_]',
    ConvTransposeGrad: '-> =1 =2 [_]',
    BatchNormalizationGrad: '_ [...] [C] -> =1 =2 2[C]',
    LayerNormalizationGrad: '-> =1 =2 =2',
    SimplifiedLayerNormalizationGrad: '-> =1 =2',
    InvertibleLayerNormalizationGrad: '[...] -> [...] =2 =2',
    SoftmaxCrossEntropyLossGrad: '_ [...] -> [...]',
    SoftmaxCrossEntropyGrad: '_ [...] -> [...]',
    SoftmaxCrossEntropyLossInternalGrad: '_ [...] -> [...]',
    ResizeGrad: '_ [...] -> 0[...]',
    AdamOptimizer: '-> =1 =4 =5 =2 =3 =6',
    AdamWOptimizer: '-> bool[1] =2 =4 =5',
    SGDOptimizer: '-> =1 =2',
    SGDOptimizerV2: '-> bool[1] =1',
    InPlaceAccumulator: '-> =0',
    InPlaceAccumulatorV2: '-> bool[1] =0',
    InplaceClipGradNorm: '-> =0',
    ZeroGradient: '-> =0',
    BatchNormInternal: '[...] [C] -> [...] [C] [C] [C] [C]',
    BiasSoftmaxDropout: '[...] -> [...] [...] [...]',
    BatchScale: '[...] -> 0[...] 0[...] 0[...]',
    ScaledSum: '[...] -> [...]',
    Scale: '[...] -> [...]',
    FakeQuant: '[...] -> 0[...] bool[...]',
    MegatronF: '[...] -> [...]',
    MegatronG: '[...] -> [...]',
    IsFinite: '[...] -> [...]',
    All: '-> bool[]',
    ReduceAllL2: '-> []',
    Group: '-> bool[]',
  }),
  ...sharedRule(['GatherGrad', 'GatherNDGrad'], shapedAs(0)),
  ...sharedRule(['GatherElementsGrad', 'SliceGrad'], shapedAs(1)),
  ['ConcatTraining', { infer: concatWithLengths, propagate: concat.propagate }],
  ['NegativeLogLikelihoodLossInternal', asStandard(losses, 'NegativeLogLikelihoodLoss', 13)],
  ['NegativeLogLikelihoodLossInternal2', asStandard(losses, 'NegativeLogLikelihoodLoss', 13)],
  ['SplitTraining', asStandard(joining, 'Split', 13)],
  ['ReduceSumTraining', asStandard(reduction, 'ReduceSum', 13)],
  ...passThrough(['PassThrough', 'AdasumAllReduce', 'AllReduce', 'NcclAllReduce']),
];
