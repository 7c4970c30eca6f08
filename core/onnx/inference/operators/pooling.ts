import { type Dimension, type Integer, isKnown } from '../../../model';
import { missing, type OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { DimensionVariable, unifyShape } from '../rules/dimensions';
import * as integers from '../rules/integers';
import { type RuleTable, sharedRule } from '../rules/operator-rules';
import { padsOrDefault, perAxis, positivePerAxis, windowCounts } from '../rules/windows';

const int64 = 7;

/** MaxPool, AveragePool and LpPool: a window over each channel. `dilatedSince`: the first version that has dilations. */
function pool(dilatedSince: number): (context: OperatorContext) => void {
  return (context) => {
    const shape = pooledShape(context, context.opset >= dilatedSince);
    context.setTensor(0, context.elementType(0), shape);
    if (context.outputCount > 1) context.setTensor(1, int64, shape);
  };
}

function pooledShape(context: OperatorContext, dilated: boolean): readonly Dimension[] | undefined {
  const input = context.shapeOfRankAtLeast(0, 3);
  if (context.attribute('kernel_shape') === undefined) missing('kernel_shape');
  if (input === undefined) return undefined;
  const spatial = input.slice(2);
  const rank = spatial.length;
  const counts = windowCounts(context, spatial, {
    kernel: positivePerAxis(context, 'kernel_shape', rank, 1),
    dilations: dilated ? positivePerAxis(context, 'dilations', rank, 1) : new Array<Integer>(rank).fill(1),
    strides: positivePerAxis(context, 'strides', rank, 1),
    ceil: (context.int('ceil_mode') ?? 0) !== 0,
  });
  return [input[0]!, input[1]!, ...counts];
}

function globalPool(context: OperatorContext): void {
  const input = context.shape(0);
  const shape =
    input !== undefined && input.length >= 2 ? input.map((dimension, i) => (i < 2 ? dimension : 1)) : undefined;
  context.setTensor(0, context.elementType(0), shape);
}

/** The inverse of MaxPool: of the input's size times the strides, or as given by a third input. */
function maxUnpool(context: OperatorContext): void {
  const input = context.shapeOfRankAtLeast(0, 2);
  const indices = context.shapeOfRankAtLeast(1, 2);
  const given = context.shapeOfRank(2, 1);
  if (context.attribute('kernel_shape') === undefined) missing('kernel_shape');
  context.setTensor(0, context.elementType(0));
  if (input === undefined) return;
  const rank = input.length - 2;
  const kernel = perAxis(context, 'kernel_shape', rank, 1, 1);
  const strides = perAxis(context, 'strides', rank, 1, 1);
  const pads = padsOrDefault(context, rank);
  if (context.hasInput(2)) {
    if (given !== undefined && isKnown(given[0]) && given[0] !== input.length) {
      contradict(
        `output_shape has ${given[0]} elements, not ${input.length}`,
        `output_shape 有 ${given[0]} 个元素，应为 ${input.length} 个`,
      );
    }
    const elements = context.elements(2);
    context.setTensor(0, context.elementType(0), elements ?? input.map(() => null));
    return;
  }
  const spatial = input.slice(2).map((length, i): Dimension => {
    if (!isKnown(length)) return null;
    const full = integers.add(integers.multiply(strides[i]!, integers.subtract(length, 1)), kernel[i]!);
    return pads === undefined ? full : integers.subtract(full, integers.add(pads[i]!, pads[i + rank]!));
  });
  context.setTensor(0, context.elementType(0), [input[0]!, indices?.[1] ?? input[1]!, ...spatial]);
}

/** One pooled patch for each region of interest; `columns` numbers describe a region. */
function regionPool(columns: number, sizeOf: (context: OperatorContext) => readonly [Dimension, Dimension]) {
  return (context: OperatorContext): void => {
    const [batch, channels, height, width] = [0, 1, 2, 3].map(() => new DimensionVariable());
    const regions = new DimensionVariable();
    unifyShape(context, 0, [batch!, channels!, height!, width!]);
    unifyShape(context, 1, [regions, new DimensionVariable(columns)]);
    if (context.inputCount > 2) unifyShape(context, 2, [regions]);
    context.setTensor(0, context.elementType(0), [regions.value, channels!.value, ...sizeOf(context)]);
  };
}

function pooledSize(context: OperatorContext): readonly [Dimension, Dimension] {
  if (context.attribute('pooled_shape') === undefined) missing('pooled_shape');
  const [height, width] = positivePerAxis(context, 'pooled_shape', 2, 1);
  return [height!, width!];
}

function alignedSize(context: OperatorContext): readonly [Dimension, Dimension] {
  return [context.int('output_height') ?? 1, context.int('output_width') ?? 1];
}

function nonMaxSuppression(context: OperatorContext): void {
  context.setTensor(0, int64, [null, 3]);
}

export const pooling: RuleTable = [
  ...sharedRule(['MaxPool'], pool(10)),
  ...sharedRule(['AveragePool'], pool(19)),
  ...sharedRule(['LpPool'], pool(18)),
  ...sharedRule(['GlobalAveragePool', 'GlobalLpPool', 'GlobalMaxPool'], globalPool),
  ...sharedRule(['MaxUnpool'], maxUnpool),
  ...sharedRule(['MaxRoiPool'], regionPool(5, pooledSize)),
  ...sharedRule(['RoiAlign'], regionPool(4, alignedSize)),
  ...sharedRule(['NonMaxSuppression'], nonMaxSuppression),
];
