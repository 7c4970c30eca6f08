import { type Dimension, type Integer, isKnown } from '../../../model';
import { missing, normalizeAxes, type OperatorContext } from '../context';
import { contradict } from '../contradiction';
import type { Elements } from '../elements';
import { add, unknownDimensions } from '../rules/dimensions';
import * as integers from '../rules/integers';
import { type RuleTable, sharedRule } from '../rules/operator-rules';
import { shapeInput } from '../rules/shape-input';

function pad(context: OperatorContext): void {
  const input = context.shape(0);
  const elementType = context.elementType(0);
  context.setTensor(0, elementType);
  if (input === undefined) return;
  const pads = context.opset >= 11 ? context.elements(1) : padAttribute(context);
  const axes = padAxes(context, input.length);
  if (pads === undefined || axes === undefined) {
    context.setTensor(
      0,
      elementType,
      input.map((dimension, i) => (axes?.includes(i) === false ? dimension : null)),
    );
    return;
  }
  if (pads.length !== 2 * axes.length) {
    contradict(
      `has ${pads.length} pads for ${axes.length} axes`,
      `${axes.length} 个轴却给出了 ${pads.length} 个填充值`,
    );
  }
  const result = input.slice();
  axes.forEach((axis, i) => {
    result[axis] = padded(input[axis]!, pads[i]!, pads[i + axes.length]!);
  });
  context.setTensor(0, elementType, result);
}

function padAttribute(context: OperatorContext): Elements {
  // Version 1 calls it paddings.
  return context.ints(context.opset < 2 ? 'paddings' : 'pads') ?? missing('pads');
}

function padAxes(context: OperatorContext, rank: number): readonly number[] | undefined {
  if (context.opset < 18 || !context.hasInput(3)) return Array.from({ length: rank }, (_, axis) => axis);
  const axes = context.integers(3);
  return axes && normalizeAxes(axes, rank);
}

function padded(length: Dimension, before: Dimension, after: Dimension): Dimension {
  const total = isKnown(before) && isKnown(after) ? integers.add(before, after) : null;
  if (total === null) return null;
  const result = add(length, total);
  if (isKnown(result) && result < 0)
    contradict(`removes more than the ${length} there are`, `裁剪量超过了维度 ${length}`);
  return result;
}

/** Crops or pads to a given shape. */
function centerCropPad(context: OperatorContext): void {
  const input = context.shape(0);
  const target = context.elements(1);
  context.setTensor(0, context.elementType(0));
  if (input === undefined) return;
  const given = context.ints('axes');
  const axes = given ? normalizeAxes(given, input.length) : input.map((_, i) => i);
  if (target !== undefined && target.length !== axes.length) {
    contradict(
      `has ${target.length} lengths for ${axes.length} axes`,
      `${axes.length} 个轴却给出了 ${target.length} 个长度`,
    );
  }
  const result = input.slice();
  axes.forEach((axis, i) => {
    result[axis] = target?.[i] ?? null;
  });
  context.setTensor(0, context.elementType(0), result);
}

/** Upsample, and Resize until version 10: only by scales. */
function upsample(context: OperatorContext): void {
  const input = context.shape(0);
  const scales = context.opset >= 9 ? context.values(1) : scaleAttributes(context);
  context.setTensor(0, context.elementType(0), input && scaled(input, scales, allAxes(input)));
}

function scaleAttributes(context: OperatorContext): Elements | undefined {
  if (context.opset >= 7) return context.floats('scales') ?? missing('scales');
  const [height, width] = [context.float('height_scale'), context.float('width_scale')];
  return height === undefined || width === undefined ? undefined : [1, 1, height, width];
}

function resize(context: OperatorContext): void {
  const input = context.shape(0);
  if (context.opset < 11) {
    context.setTensor(0, context.elementType(0), input && scaled(input, context.values(1), allAxes(input)));
    return;
  }
  const policy = context.string('keep_aspect_ratio_policy') ?? 'stretch';
  const [hasScales, hasSizes] = [isGiven(context, 2), isGiven(context, 3)];
  if (context.opset >= 13 && hasScales !== undefined && hasScales === hasSizes) {
    contradict('needs either scales or sizes, and not both', '必须且只能提供 scales 与 sizes 之一');
  }
  if (!['stretch', 'not_larger', 'not_smaller'].includes(policy)) {
    contradict('keep_aspect_ratio_policy has an unknown value', 'keep_aspect_ratio_policy 的取值未知');
  }
  if (hasScales === true && policy !== 'stretch') {
    contradict('scales do not go with keep_aspect_ratio_policy', 'scales 不能与 keep_aspect_ratio_policy 同时使用');
  }
  context.setTensor(0, context.elementType(0));
  if (input === undefined) return;
  const given = context.ints('axes');
  const axes = given ? normalizeAxes(given, input.length) : allAxes(input);
  if (hasSizes === undefined || hasScales === undefined) {
    context.setTensor(0, context.elementType(0), unknownAlong(input, axes));
    return;
  }
  const result = hasSizes ? sized(input, shapeInput(context, 3), axes, policy) : scaled(input, scalesOf(context), axes);
  context.setTensor(0, context.elementType(0), result);
}

/** An empty constant stands for an input that is left out. Undefined: its length is not known. */
function isGiven(context: OperatorContext, index: number): boolean | undefined {
  if (!context.hasInput(index)) return false;
  const length = context.values(index)?.length ?? context.shape(index)?.[0];
  return length === undefined || length === null || typeof length === 'string'
    ? undefinedUnlessAlone(context, index)
    : length > 0;
}

/** Of an input of unknown length: it is given, where the other one is not there at all. */
function undefinedUnlessAlone(context: OperatorContext, index: number): boolean | undefined {
  return context.hasInput(index === 2 ? 3 : 2) ? undefined : true;
}

/** The region that is cropped changes the size too: then nothing is known. */
function scalesOf(context: OperatorContext): Elements | undefined {
  return context.string('coordinate_transformation_mode') === 'tf_crop_and_resize' ? undefined : context.values(2);
}

function allAxes(shape: readonly Dimension[]): number[] {
  return shape.map((_, axis) => axis);
}

function unknownAlong(input: readonly Dimension[], axes: readonly number[]): Dimension[] {
  return input.map((dimension, axis) => (axes.includes(axis) ? null : dimension));
}

function scaled(
  input: readonly Dimension[],
  scales: Elements | undefined,
  axes: readonly number[],
): readonly Dimension[] {
  if (scales === undefined) return unknownAlong(input, axes);
  checkCount(scales, axes, 'scales');
  const result = input.slice();
  axes.forEach((axis, i) => {
    result[axis] = scaledDimension(input[axis]!, scales[i]!);
  });
  return result;
}

/**
 * floor(length × scale). ONNX's own inference multiplies in double, ONNX Runtime in single precision: where the two
 * differ in their rounding, the dimension is unknown.
 */
function scaledDimension(length: Dimension, scale: Dimension): Dimension {
  if (!isKnown(scale)) return null;
  if (!isKnown(length)) return scale === 1 ? length : null;
  const exact = Number(length) * Number(scale);
  const size = Math.floor(exact);
  if (!Number.isSafeInteger(size)) return null;
  if (length < exactInSingle && size !== Math.floor(Math.fround(exact))) return null;
  return size < 0 ? contradict(`a scale of ${scale} is negative`, `缩放系数 ${scale} 为负`) : size;
}

function sized(
  input: readonly Dimension[],
  sizes: Elements | undefined,
  axes: readonly number[],
  policy: string,
): readonly Dimension[] {
  if (sizes === undefined) return unknownAlong(input, axes);
  checkCount(sizes, axes, 'sizes');
  const lengths = axes.map((axis) => input[axis]!);
  const actual = policy === 'stretch' ? sizes : keptRatio(lengths, sizes, policy);
  const result = input.slice();
  axes.forEach((axis, i) => {
    const size = actual?.[i] ?? null;
    result[axis] = isKnown(size) && size <= 0 ? null : size;
  });
  return result;
}

/** Single precision holds every integer below. */
const exactInSingle = 2 ** 24;

/** One scale for all axes: the smallest (or greatest) of those that the sizes ask for. */
function keptRatio(lengths: readonly Dimension[], sizes: Elements, policy: string): Elements | undefined {
  if (!lengths.every(isKnown) || !sizes.every(isKnown)) return undefined;
  const scales = lengths.map((length, i) => Number(sizes[i] as Integer) / Number(length));
  const scale = policy === 'not_larger' ? Math.min(...scales) : Math.max(...scales);
  return lengths.map((length) => {
    const exact = scale * Number(length);
    const rounded = Math.round(exact);
    // Halves are rounded up or to even, and the products of runtimes differ in their last bits.
    return Math.abs(Math.abs(exact - Math.trunc(exact)) - 0.5) < 1e-4 || !Number.isSafeInteger(rounded)
      ? null
      : rounded;
  });
}

function checkCount(list: Elements, axes: readonly number[], name: string): void {
  if (list.length !== axes.length) {
    contradict(
      `has ${list.length} ${name} for ${axes.length} axes`,
      `${axes.length} 个轴却给出了 ${list.length} 个 ${name}`,
    );
  }
}

function affineGrid(context: OperatorContext): void {
  const size = shapeInput(context, 1);
  context.setTensor(0, context.elementType(0));
  if (size === undefined) return;
  if (size.length !== 4 && size.length !== 5) {
    contradict(`size has ${size.length} elements, not 4 or 5`, `size 有 ${size.length} 个元素，应为 4 或 5 个`);
  }
  const [batch, , ...spatial] = size;
  context.setTensor(0, context.elementType(0), [batch!, ...spatial, spatial.length]);
}

/** Blocks laid out in an image: the inverse of im2col. */
function col2Im(context: OperatorContext): void {
  const input = context.shapeOfRank(0, 3);
  const [imageShape, blockShape] = [context.shapeOfRank(1, 1), context.shapeOfRank(2, 1)];
  const [image, block] = [context.elements(1), context.elements(2)];
  context.setTensor(0, context.elementType(0));
  const rank = spatialRank(context, [
    imageShape?.[0],
    blockShape?.[0],
    image?.length,
    block?.length,
    context.listLength('dilations'),
    context.listLength('strides'),
    context.ints('pads') && context.ints('pads')!.length / 2,
  ]);
  if (block?.some((length) => isKnown(length) && length <= 0)) {
    contradict('block_shape must be positive', 'block_shape 必须为正');
  }
  const area = block?.every(isKnown) ? integers.product(block) : undefined;
  const spatial = image ?? unknownDimensions(rank);
  if (spatial === undefined) return;
  const channels = input?.[1] ?? null;
  const divided = area !== undefined && isKnown(channels) ? integers.divideTruncated(channels, area) : null;
  context.setTensor(0, context.elementType(0), [input?.[0] ?? null, area === 1 ? channels : divided, ...spatial]);
}

function spatialRank(context: OperatorContext, counts: readonly (Dimension | undefined)[]): Integer | undefined {
  const known = counts.filter((count) => isKnown(count));
  if (new Set(known).size > 1) {
    contradict(
      `${context.operator.opType} is given spatial ranks ${[...new Set(known)].join(', ')}`,
      `给出的空间维数不一致：${[...new Set(known)].join('、')}`,
    );
  }
  return known[0];
}

export const resizing: RuleTable = [
  ...sharedRule(['Pad'], pad),
  ...sharedRule(['CenterCropPad'], centerCropPad),
  ...sharedRule(['Upsample'], upsample),
  ...sharedRule(['Resize'], resize),
  ...sharedRule(['AffineGrid'], affineGrid),
  ...sharedRule(['Col2Im'], col2Im),
];
