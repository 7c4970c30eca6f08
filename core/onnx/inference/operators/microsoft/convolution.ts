import { type Dimension, type Integer, isKnown, type Shape } from '../../../../model';
import type { OperatorContext } from '../../context';
import { asStandard } from '../../rules/as-standard';
import { multiply } from '../../rules/dimensions';
import * as integers from '../../rules/integers';
import { type RuleTable, sharedRule } from '../../rules/operator-rules';
import { schemaElementType } from '../../rules/schema-types';
import {
  effectiveKernel,
  kernelShape,
  padsOrDefault,
  perAxis,
  positivePerAxis,
  type Window,
  windowCounts,
} from '../../rules/windows';
import { isSet } from '../linear-algebra';
import { pooling } from '../pooling';

/** Where the channels of an input stand; ONNX has them first. */
type Layout = 'first' | 'last' | 'attribute';

function isChannelsLast(context: OperatorContext, layout: Layout): boolean {
  return layout === 'last' || (layout === 'attribute' && isSet(context, 'channels_last'));
}

/** Batch, channels and the spatial dimensions of an input of rank 3 or more. */
function dissect(
  shape: Shape,
  last: boolean,
): { batch: Dimension; channels: Dimension; spatial: Dimension[] } | undefined {
  if (shape === undefined || shape.length < 3) return undefined;
  const spatial = last ? shape.slice(1, -1) : shape.slice(2);
  return { batch: shape[0]!, channels: shape.at(last ? -1 : 1)!, spatial };
}

function assemble(batch: Dimension, channels: Dimension, spatial: readonly Dimension[], last: boolean): Dimension[] {
  return last ? [batch, ...spatial, channels] : [batch, channels, ...spatial];
}

/** The weights are M x C/group x k1 x ... in either layout. */
function convolution(x: number, w: number, layout: Layout): (context: OperatorContext) => void {
  return (context) => {
    const last = isChannelsLast(context, layout);
    const input = dissect(context.shape(x), last);
    context.setTensor(0, schemaElementType(context, 0));
    if (input === undefined) return;
    const { batch, spatial } = input;
    const weight = context.shape(w);
    const counts = windowCounts(context, spatial, windowOf(context, kernelShape(context, spatial.length, weight)));
    context.setTensor(0, schemaElementType(context, 0), assemble(batch, weight?.[0] ?? null, counts, last));
  };
}

function windowOf(context: OperatorContext, kernel: readonly Dimension[]): Window {
  return {
    kernel,
    dilations: positivePerAxis(context, 'dilations', kernel.length, 1),
    strides: positivePerAxis(context, 'strides', kernel.length, 1),
    ceil: isSet(context, 'ceil_mode'),
  };
}

function pool(layout: Layout): (context: OperatorContext) => void {
  return (context) => {
    const last = isChannelsLast(context, layout);
    const input = dissect(context.shape(0), last);
    context.setTensor(0, schemaElementType(context, 0));
    if (input === undefined) return;
    const kernel = positivePerAxis(context, 'kernel_shape', input.spatial.length, 1);
    const counts = windowCounts(context, input.spatial, windowOf(context, kernel));
    context.setTensor(0, schemaElementType(context, 0), assemble(input.batch, input.channels, counts, last));
  };
}

function globalPool(context: OperatorContext): void {
  const last = isSet(context, 'channels_last');
  const input = dissect(context.shape(0), last);
  const spatial = input?.spatial.map(() => 1);
  const shape = input && assemble(input.batch, input.channels, spatial!, last);
  context.setTensor(0, context.elementType(0), shape);
}

/** ConvTranspose of input `x` with weights `w`; its pads are what `padsOf` says. */
function transposedConvolution(
  x: number,
  w: number,
  padsOf: (context: OperatorContext, rank: number) => readonly Integer[] | undefined,
): (context: OperatorContext) => void {
  return (context) => {
    const input = dissect(context.shape(x), false);
    const elementType = schemaElementType(context, 0);
    context.setTensor(0, elementType);
    if (input === undefined) return;
    const rank = input.spatial.length;
    const weight = context.shape(w);
    const { kernel, dilations, strides } = windowOf(context, kernelShape(context, rank, weight));
    const outputPadding = perAxis(context, 'output_padding', rank, 0, 0);
    const pads = padsOf(context, rank);
    const spatial = input.spatial.map((length, i): Dimension => {
      const span = effectiveKernel(kernel[i]!, dilations[i]!);
      if (!isKnown(length) || !isKnown(span) || pads === undefined) return null;
      const steps = integers.multiply(strides[i]!, integers.subtract(length, 1));
      const full = integers.add(integers.add(steps, outputPadding[i]!), span);
      return integers.subtract(full, integers.add(pads[i]!, pads[i + rank]!));
    });
    const channels = weight === undefined ? null : multiply(weight[1]!, context.int('group') ?? 1);
    context.setTensor(0, elementType, [input.batch, channels, ...spatial]);
  };
}

function inputPads(context: OperatorContext, rank: number): readonly Integer[] | undefined {
  if (isPaddedAutomatically(context)) return undefined;
  const pads = context.hasInput(2) ? context.integers(2) : new Array<Integer>(2 * rank).fill(0);
  return pads?.length === 2 * rank ? pads : undefined;
}

/** An output_shape says what the pads are, in a way that depends on where they go. */
function attributePads(context: OperatorContext, rank: number): readonly Integer[] | undefined {
  if (isPaddedAutomatically(context) || context.attribute('output_shape') !== undefined) return undefined;
  return padsOrDefault(context, rank) ?? new Array<Integer>(2 * rank).fill(0);
}

function isPaddedAutomatically(context: OperatorContext): boolean {
  return (context.string('auto_pad') ?? 'NOTSET') !== 'NOTSET';
}

export const microsoftConvolution: RuleTable = [
  ...sharedRule(['FusedConv'], convolution(0, 1, 'first')),
  ...sharedRule(['NhwcConv', 'NhwcFusedConv'], convolution(0, 1, 'last')),
  ...sharedRule(['QLinearConv'], convolution(0, 3, 'attribute')),
  ...sharedRule(['QLinearConvTranspose'], transposedConvolution(0, 3, attributePads)),
  ...sharedRule(['ConvTransposeWithDynamicPads'], transposedConvolution(0, 1, inputPads)),
  ...sharedRule(['NhwcMaxPool'], pool('last')),
  ...sharedRule(['QLinearAveragePool'], pool('attribute')),
  ...sharedRule(['QLinearGlobalAveragePool'], globalPool),
  ['MaxpoolWithMask', asStandard(pooling, 'MaxPool', 8)],
];
