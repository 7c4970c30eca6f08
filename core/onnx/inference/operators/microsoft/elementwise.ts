import type { OperatorContext } from '../../context';
import { broadcastShapes } from '../../rules/broadcast';
import { type RuleTable, sharedRule } from '../../rules/operator-rules';
import { schemaElementType } from '../../rules/schema-types';
import { notations, sharedNotation } from '../../rules/shape-notation';

const [int32, uint32] = [6, 12];

/** Operators of which each output has the first input's shape. */
// biome-ignore format: a line for each family
const shapedLikeFirst = [
  'BiasAdd', 'BiasGelu', 'FastGelu', 'Gelu', 'QuickGelu', 'BiasSoftmax', 'BiasDropout', 'Inverse', 'Trilu', 'SampleOp',
  'DequantizeLinear', 'QuantizeLinear', 'QuantizeWithOrder', 'QOrderedGelu',
  'QLinearLeakyRelu', 'QLinearSigmoid', 'QLinearSoftmax',
];

/** One output with the broadcast shape of some inputs; `elementType` instead of the schema's. */
function broadcastOf(...inputs: readonly number[]): (context: OperatorContext) => void {
  return (context) => {
    const shape = broadcastShapes(inputs.map((input) => context.shape(input)));
    context.setTensor(0, schemaElementType(context, 0), shape);
  };
}

/** Of signed or unsigned hashes. */
function murmurHash(context: OperatorContext): void {
  context.setTensor(0, context.int('positive') === 0 ? int32 : uint32, context.shape(0));
}

export const microsoftElementwise: RuleTable = [
  ...sharedNotation(shapedLikeFirst, '[...] -> [...] [...]'),
  // The mask is packed, a bit for each element.
  ...sharedNotation(['BitmaskDropout', 'BitmaskBiasDropout'], '[...] -> [...] [_]'),
  ...sharedRule(['ComplexMul', 'ComplexMulConj'], broadcastOf(0, 1)),
  ...sharedRule(['MulInteger'], broadcastOf(0, 2)),
  ...sharedRule(['QLinearAdd', 'QLinearMul'], broadcastOf(0, 3)),
  ...sharedRule(['QLinearWhere'], broadcastOf(0, 1, 4)),
  ...sharedRule(['MurmurHash3'], murmurHash),
  ...notations({
    BiasSplitGelu: '[N,S,D] -> [N,S,D/2]',
    IsAllFinite: '-> []',
    DequantizeWithOrder: '[...] -> @to[...]',
  }),
];
