import { type Dimension, isKnown, type Shape } from '../../../../model';
import { normalizeAxis, type OperatorContext } from '../../context';
import { asStandard } from '../../rules/as-standard';
import { multiply, withDimension } from '../../rules/dimensions';
import * as integers from '../../rules/integers';
import { type RuleTable, sharedRule } from '../../rules/operator-rules';
import { schemaElementType } from '../../rules/schema-types';
import { shapeInput } from '../../rules/shape-input';
import { notations } from '../../rules/shape-notation';
import { indexing } from '../indexing';

const uint8 = 2;

/** Rows of a table whose elements are quantized; smaller ones lie packed in bytes along the last axis. */
function gatherQuantized(context: OperatorContext): void {
  const [data, indices] = [context.shape(0), context.shape(1)];
  context.setTensor(0, context.elementType(2));
  // What a byte holds more than one of depends on its type.
  if (data === undefined || indices === undefined || data.length === 0 || context.elementType(0) === 0) return;
  const axis = normalizeAxis(context.number('gather_axis') ?? 0, data.length);
  const last = data.length - 1;
  const logical = withDimension(data, last, multiply(data[last]!, elementsPerUnit(context)));
  context.setTensor(0, context.elementType(2), [...logical.slice(0, axis), ...indices, ...logical.slice(axis + 1)]);
}

function elementsPerUnit(context: OperatorContext): Dimension {
  if (context.elementType(0) !== uint8) return 1;
  const bits = context.int('bits') ?? 4;
  return bits === 2 || bits === 4 || bits === 8 ? 8 / bits : null;
}

/** A dimension of 1 is put in. */
function expandDimensions(context: OperatorContext): void {
  const input = context.shape(0);
  const axis = context.scalar(1);
  if (input === undefined || axis === undefined) {
    context.setTensor(0, context.elementType(0), input && new Array<null>(input.length + 1).fill(null));
    return;
  }
  const at = normalizeAxis(axis, input.length + 1);
  context.setTensor(0, context.elementType(0), [...input.slice(0, at), 1, ...input.slice(at)]);
}

/** All slices of a length along an axis; they become a last axis of their own. */
function unfold(context: OperatorContext): void {
  const input = context.shape(0);
  context.setTensor(0, context.elementType(0));
  const [size, step] = [context.int('size'), context.int('step') ?? 1];
  if (input === undefined || input.length === 0 || size === undefined || size <= 0 || step <= 0) return;
  const axis = normalizeAxis(context.number('dim') ?? -1, input.length);
  const length = input[axis]!;
  const free = isKnown(length) ? integers.subtract(length, size) : -1;
  const count = free < 0 ? null : integers.add(integers.divideTruncated(free, step), 1);
  context.setTensor(0, context.elementType(0), [...withDimension(input, axis, count), size]);
}

/** Beginnings and ends of all axes, in a vector or a matrix of one row. */
function pad(context: OperatorContext): void {
  const input = context.shape(0);
  const pads = context.integers(1);
  const known = pads !== undefined && pads.length === 2 * (input?.length ?? -1);
  context.setTensor(
    0,
    context.elementType(0),
    input?.map((length, i) => {
      if (!known) return null;
      const amount = integers.add(pads[i]!, pads[i + input.length]!);
      if (amount === 0) return length;
      const padded = isKnown(length) ? integers.add(length, amount) : null;
      return isKnown(padded) && padded < 0 ? null : padded;
    }),
  );
}

/** Of integers: how many steps fit before the limit. A fraction's steps depend on how it is rounded. */
function range(context: OperatorContext): void {
  const [start, limit] = [context.scalar(0), context.scalar(1)];
  const delta = context.hasInput(2) ? context.scalar(2) : 1;
  context.setTensor(0, schemaElementType(context, 0), [rangeLength(start, limit, delta)]);
}

function rangeLength(
  start: Dimension | undefined,
  limit: Dimension | undefined,
  delta: Dimension | undefined,
): Dimension {
  const all = [start, limit, delta];
  if (!all.every((value) => isKnown(value) && (typeof value === 'bigint' || Number.isSafeInteger(value)))) return null;
  const [from, to, by] = all.map((value) => BigInt(value as number)) as [bigint, bigint, bigint];
  if (by === 0n) return null;
  const distance = by > 0n ? to - from : from - to;
  const step = by > 0n ? by : -by;
  return distance <= 0n ? 0 : Number((distance + step - 1n) / step);
}

/** Attributes axes and keepdims. */
function reduce(context: OperatorContext): void {
  const input = context.shape(0);
  const given = context.ints('axes') ?? [];
  const keeps = (context.int('keepdims') ?? 1) !== 0;
  context.setTensor(
    0,
    schemaElementType(context, 0),
    input &&
      reduced(
        input,
        given.map((axis) => normalizeAxis(axis, input.length)),
        keeps,
      ),
  );
}

function reduced(input: readonly Dimension[], axes: readonly number[], keeps: boolean): Shape {
  const isReduced = (axis: number) => axes.length === 0 || axes.includes(axis);
  return keeps
    ? input.map((length, axis) => (isReduced(axis) ? 1 : length))
    : input.filter((_, axis) => !isReduced(axis));
}

/** Strings become lists of tokens; of no strings there are none to count. */
function tokenize(context: OperatorContext): void {
  const input = context.shape(0);
  context.setTensor(0, context.elementType(0), input && !input.includes(0) ? [...input, null] : undefined);
}

/** The forward transform keeps half of the last axes of the signal, and its numbers are complex: pairs. */
function realFourierTransform(context: OperatorContext): void {
  const input = context.shape(0);
  const length = input?.at(-1);
  const half = isKnown(length) ? integers.add(integers.divideTruncated(length, 2), 1) : null;
  context.setTensor(0, context.elementType(0), input?.length ? [...input.slice(0, -1), half, 2] : undefined);
}

function inverseRealFourierTransform(context: OperatorContext): void {
  const input = context.shape(0);
  const half = input?.at(-2);
  const length = isKnown(half) ? integers.multiply(integers.subtract(half, 1), 2) : null;
  const shape = input !== undefined && input.length >= 2 ? [...input.slice(0, -2), length] : undefined;
  context.setTensor(0, context.elementType(0), shape);
}

/** A block floating point tensor is a blob; its shape and strides are tensors. */
function quantizeToBlocks(context: OperatorContext): void {
  const rank = context.rank(0) ?? null;
  for (const [output, length] of [null, rank, rank].entries()) {
    context.setTensor(output, schemaElementType(context, output), [length]);
  }
}

function dequantizeBlocks(context: OperatorContext): void {
  context.setTensor(0, context.number('dtype') ?? 1, shapeInput(context, 1));
}

export const microsoftIndexing: RuleTable = [
  ['GatherND', asStandard(indexing, 'GatherND', 11)],
  ['ShrunkenGather', asStandard(indexing, 'Gather', 13)],
  ...sharedRule(['GatherBlockQuantized'], gatherQuantized),
  ...sharedRule(['ExpandDims'], expandDimensions),
  ...sharedRule(['UnfoldTensor'], unfold),
  ...sharedRule(['Pad'], pad),
  ...sharedRule(['Range'], range),
  ...sharedRule(['QLinearReduceMean', 'ReduceSumInteger'], reduce),
  ...sharedRule(['Tokenizer'], tokenize),
  ...sharedRule(['Rfft'], realFourierTransform),
  ...sharedRule(['Irfft'], inverseRealFourierTransform),
  ...sharedRule(['QuantizeBFP'], quantizeToBlocks),
  ...sharedRule(['DequantizeBFP'], dequantizeBlocks),
  ...notations({
    TorchEmbedding: '[_,M] [...] -> [...,M]',
    Unique: '[N] -> [_] [N] [_]',
    GridSample: '[N,C,_,_] [_,H,W,_] -> 0[N,C,H,W]',
    CropAndResize: '[_,C,_,_] [R,_] [R] -> [R,C,#3.0,#3.1]',
    DynamicTimeWarping: '-> [2,_]',
    // Characters of words, embedded and convolved.
    WordConvEmbedding: '[S,...] [F,...] -> [S,F]',
    NGramRepeatBlock: '_ [B,V] -> [B,V]',
  }),
];
