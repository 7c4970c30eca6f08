import type { Dimension } from '../../../model';
import { normalizeAxis, type OperatorContext } from '../context';
import { asStandard } from '../rules/as-standard';
import * as integers from '../rules/integers';
import { type RuleTable, sharedRule } from '../rules/operator-rules';
import { shapeInput } from '../rules/shape-input';
import { notations, sharedNotation } from '../rules/shape-notation';
import { statisticsShape } from './normalization';
import { slicing } from './slicing';

/**
 * Operators that ONNX Runtime adds to the standard domain: experiments of ONNX's first versions, what its optimizer makes,
 * and plugins of TensorRT (named _TRT; their outputs are documented in github.com/NVIDIA/TensorRT, folder plugin).
 */

const float = 1;

/** The input over its root mean square, of the scale's type; then the inverse of that. */
function simplifiedLayerNormalization(context: OperatorContext): void {
  const input = context.shape(0);
  context.setTensor(0, context.elementType(1), input);
  const shape = input && statisticsShape(input, normalizeAxis(context.number('axis') ?? -1, input.length));
  for (let i = 1; i < context.outputCount; i++) context.setTensor(i, context.number('stash_type') ?? float, shape);
}

/** Without a border: left, top, right and bottom; or cut to attribute scale, height and width. */
function crop(context: OperatorContext): void {
  const input = context.shape(0);
  context.setTensor(0, context.elementType(0));
  const border = context.ints('border');
  if (input?.length !== 4 || border?.length !== 4) return;
  const [left, top, right, bottom] = border as readonly [number, number, number, number];
  const size = context.ints('scale');
  const rest = (length: Dimension, before: Dimension, after: Dimension): Dimension =>
    typeof length === 'number' ? integers.subtract(length, Number(before) + Number(after)) : null;
  const [height, width] = size?.length === 2 ? size : [rest(input[2]!, top, bottom), rest(input[3]!, left, right)];
  context.setTensor(0, context.elementType(0), [input[0]!, input[1]!, height!, width!]);
}

/** Of a shape that is an attribute, an input, or an input's own; `extra_shape` follows it. */
function givenTensorFill(context: OperatorContext): void {
  const extra = context.ints('extra_shape') ?? [];
  const given = context.hasInput(0)
    ? context.int('input_as_shape') === 1
      ? shapeInput(context, 0)
      : context.shape(0)
    : context.ints('shape');
  context.setTensor(0, context.elementType(0) || float, given && [...given, ...extra]);
}

export const runtimeStandard: RuleTable = [
  ...sharedRule(['SimplifiedLayerNormalization'], simplifiedLayerNormalization),
  ...sharedNotation(
    ['Affine', 'ImageScaler', 'ParametricSoftplus', 'Scale', 'ScaledTanh', 'DisentangledAttention_TRT'],
    '[...] -> [...]',
  ),
  ...sharedRule(['Crop'], crop),
  ...sharedRule(['GivenTensorFill'], givenTensorFill),
  ['DynamicSlice', asStandard(slicing, 'Slice', 10)],
  ...sharedNotation(
    ['MultilevelCropAndResize_TRT', 'PyramidROIAlign_TRT'],
    '[B,N,_] [_,C,_,_] -> [B,N,C,@pooled_size,@pooled_size]',
  ),
  ...notations({
    EfficientNMS_TRT: '[B,...] -> [B,1] [B,@max_output_boxes,4] [B,@max_output_boxes] [B,@max_output_boxes]',
  }),
];
