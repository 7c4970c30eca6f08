import { type Dimension, isKnown } from '../../../model';
import type { OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { multiply } from '../rules/dimensions';
import * as integers from '../rules/integers';
import { type RuleTable, sharedRule } from '../rules/operator-rules';
import { commonElementType } from '../rules/templates';
import {
  effectiveKernel,
  kernelShape,
  padsOrDefault,
  perAxis,
  positivePerAxis,
  type Window,
  windowCounts,
} from '../rules/windows';

/** The shape of a convolution of input `x` with weights `w`, N x C x D1 x ... and M x C/group x k1 x ... */
function convolutionShape(context: OperatorContext, x: number, w: number): readonly Dimension[] | undefined {
  const input = context.shapeOfRankAtLeast(x, 3);
  const weight = context.shape(w);
  if (input === undefined) return undefined;
  const spatial = input.slice(2);
  const kernel = kernelShape(context, spatial.length, weight);
  if (weight === undefined) return [input[0]!, null, ...spatial.map(() => null)];
  if (weight.length < 1) contradict('the weights have no dimensions', '权重没有维度');
  const window: Window = {
    kernel,
    dilations: positivePerAxis(context, 'dilations', spatial.length, 1),
    strides: positivePerAxis(context, 'strides', spatial.length, 1),
    ceil: false,
  };
  return [input[0]!, weight[0]!, ...windowCounts(context, spatial, window)];
}

function convolution(context: OperatorContext): void {
  context.setTensor(0, commonElementType(context), convolutionShape(context, 0, 1));
}

function integerConvolution(context: OperatorContext): void {
  context.setTensor(0, 6, convolutionShape(context, 0, 1));
}

/** X, its scale and zero point, W, its scale and zero point, the output's scale and zero point. */
function quantizedConvolution(context: OperatorContext): void {
  checkSameType(context, 0, 2);
  checkSameType(context, 3, 5);
  context.setTensor(0, context.elementType(7), convolutionShape(context, 0, 3));
}

export function checkSameType(context: OperatorContext, a: number, b: number): void {
  const [left, right] = [context.elementType(a), context.elementType(b)];
  if (left !== 0 && right !== 0 && left !== right) {
    contradict(`inputs ${a} and ${b} must have one element type`, `第 ${a} 个与第 ${b} 个输入的元素类型必须相同`);
  }
}

/** The output's size is the sum of what the strides and the kernel span, or is given. */
function transposedConvolution(context: OperatorContext): void {
  context.setTensor(0, commonElementType(context), transposedShape(context));
}

function transposedShape(context: OperatorContext): readonly Dimension[] | undefined {
  const [input, weight] = [context.shapeOfRankAtLeast(0, 3), context.shapeOfRankAtLeast(1, 3)];
  if (input === undefined) return undefined;
  const spatial = input.slice(2);
  const rank = spatial.length;
  const group = context.int('group') ?? 1;
  if (group <= 0) contradict(`group is ${group}`, `group 的值为 ${group}`);
  if (isKnown(input[1]) && integers.remainder(input[1], group) !== 0) {
    contradict(`${input[1]} channels cannot be divided into ${group} groups`, `${input[1]} 个通道不能分为 ${group} 组`);
  }
  const dilations = positivePerAxis(context, 'dilations', rank, 1);
  const strides = positivePerAxis(context, 'strides', rank, 1);
  const kernel = kernelShape(context, rank, weight);
  const outputPadding = perAxis(context, 'output_padding', rank, 0, 0);
  const given = context.ints('output_shape') && perAxis(context, 'output_shape', rank, 0, 0);
  const span = kernel.map((length, i) => effectiveKernel(length, dilations[i]!));
  const pads = padsOrDefault(context, rank);
  const auto = context.string('auto_pad') ?? 'NOTSET';
  if (pads !== undefined && auto !== 'NOTSET') contradict('has both pads and auto_pad', '同时给出了 pads 与 auto_pad');
  const channels = weight === undefined ? null : multiply(weight[1]!, group);
  return [
    input[0]!,
    channels,
    ...spatial.map((length, i): Dimension => {
      if (given !== undefined) return given[i]!;
      const kernelSpan = span[i]!;
      if (!isKnown(length) || !isKnown(kernelSpan)) return null;
      const full = integers.add(
        integers.add(integers.multiply(strides[i]!, integers.subtract(length, 1)), outputPadding[i]!),
        kernelSpan,
      );
      const padding = pads
        ? integers.add(pads[i]!, pads[i + rank]!)
        : isSame(auto)
          ? integers.maximum(integers.subtract(kernelSpan, strides[i]!), 0)
          : 0;
      return integers.subtract(full, padding);
    }),
  ];
}

function isSame(autoPad: string): boolean {
  return autoPad === 'SAME_UPPER' || autoPad === 'SAME_LOWER';
}

export const convolutions: RuleTable = [
  ...sharedRule(['Conv', 'DeformConv'], convolution),
  ...sharedRule(['ConvInteger'], integerConvolution),
  ...sharedRule(['QLinearConv'], quantizedConvolution),
  ...sharedRule(['ConvTranspose'], transposedConvolution),
];
