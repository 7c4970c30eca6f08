import { normalizeAxis, type OperatorContext } from '../context';
import { type RuleTable, sharedRule } from '../rules';
import { likeFirstInput } from '../templates';
import { statisticsShape } from './normalization';

const float = 1;

/** Operators that ONNX Runtime adds to the standard domain. */

/** The input over its root mean square; then the inverse of that. */
function simplifiedLayerNormalization(context: OperatorContext): void {
  const input = context.shape(0);
  context.setType(0, context.tensor(0));
  const shape = input && statisticsShape(input, normalizeAxis(context.number('axis') ?? -1, input.length));
  for (let i = 1; i < context.outputCount; i++) context.setTensor(i, float, shape);
}

export const runtimeStandard: RuleTable = [
  ...sharedRule(['SimplifiedLayerNormalization'], simplifiedLayerNormalization),
  ...sharedRule(['Affine', 'ImageScaler', 'ParametricSoftplus', 'Scale', 'ScaledTanh'], likeFirstInput),
];
