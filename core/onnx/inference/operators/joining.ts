import { type Dimension, type Integer, isKnown } from '../../../model';
import { missing, normalizeAxis, type OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { concatElements, splitElements, tileElements } from '../propagation/rearranging';
import { add, multiply, unify, withDimension } from '../rules/dimensions';
import * as integers from '../rules/integers';
import { type RuleTable, sharedRule } from '../rules/operator-rules';
import { commonElementType } from '../rules/templates';

function concat(context: OperatorContext): void {
  const elementType = commonElementType(context);
  const axis = context.number('axis') ?? (context.opset < 4 ? 1 : missing('axis'));
  const shapes = context.operator.inputs.map((_, i) => context.shape(i));
  const known = shapes.filter((shape) => shape !== undefined);
  context.setTensor(0, elementType, known.length === shapes.length ? concatenated(known, axis) : undefined);
}

function concatenated(shapes: readonly (readonly Dimension[])[], axis: number): readonly Dimension[] | undefined {
  const [first, ...others] = shapes;
  if (first === undefined) return undefined;
  const at = normalizeAxis(axis, first.length);
  const result = first.slice();
  for (const [i, shape] of others.entries()) {
    if (shape.length !== first.length) {
      contradict(
        `inputs 0 and ${i + 1} have ranks ${first.length} and ${shape.length}`,
        `第 0 个与第 ${i + 1} 个输入的秩分别为 ${first.length} 和 ${shape.length}`,
      );
    }
    for (let j = 0; j < shape.length; j++) {
      result[j] = j === at ? add(result[j]!, shape[j]!) : unify(result[j]!, shape[j]!);
    }
  }
  return result;
}

function split(context: OperatorContext): void {
  const elementType = context.elementType(0);
  const shape = context.shape(0);
  const count = context.outputCount;
  for (let i = 0; i < count; i++) context.setTensor(i, elementType);
  if (shape === undefined) return;
  const axis = normalizeAxis(context.number('axis') ?? 0, shape.length);
  const lengths = splitLengths(context, shape[axis]!);
  for (let i = 0; i < count; i++) context.setTensor(i, elementType, withDimension(shape, axis, lengths?.[i] ?? null));
}

/** The lengths of the parts, as given or in equal parts (the last one smaller from version 18 on). */
function splitLengths(context: OperatorContext, length: Dimension): readonly Dimension[] | undefined {
  const count = context.outputCount;
  const isInput = context.opset >= 13 ? context.hasInput(1) : context.opset === 1 && context.hasInput(1);
  const parts = context.number('num_outputs');
  if (context.opset >= 18 && isInput === (parts !== undefined)) {
    contradict('needs either input split or attribute num_outputs', '必须且只能提供输入 split 或属性 num_outputs 之一');
  }
  const given = isInput ? context.elements(1) : context.ints('split');
  if (given !== undefined) return checkedLengths(given, count, length);
  if (isInput) return undefined;
  if (parts !== undefined && parts < 1) contradict(`num_outputs is ${parts}`, `num_outputs 的值为 ${parts}`);
  return isKnown(length) ? equalParts(length, parts ?? count, context.opset >= 18) : undefined;
}

function checkedLengths(given: readonly Dimension[], count: number, length: Dimension): readonly Dimension[] {
  if (given.length !== count) {
    contradict(
      `has ${count} outputs but ${given.length} lengths`,
      `有 ${count} 个输出，却给出了 ${given.length} 个长度`,
    );
  }
  if (!given.every(isKnown)) return given;
  const total = given.reduce<Integer>(integers.add, 0);
  if (given.some((part) => part < 0) || (isKnown(length) && total !== length)) {
    contradict(`cannot split ${length} into ${given.join(' + ')}`, `无法将长度 ${length} 拆分为 ${given.join(' + ')}`);
  }
  return given;
}

function equalParts(length: Integer, parts: number, mayDiffer: boolean): readonly Dimension[] {
  if (integers.remainder(length, parts) === 0) {
    return new Array<Dimension>(parts <= 4096 ? parts : 0).fill(integers.divideTruncated(length, parts));
  }
  if (!mayDiffer)
    contradict(`cannot split ${length} into ${parts} equal parts`, `无法将长度 ${length} 均分为 ${parts} 份`);
  const each = integers.add(integers.divideTruncated(length, parts), 1);
  const last = integers.subtract(length, integers.multiply(each, parts - 1));
  // Where the parts before the last take more than there is, runtimes differ.
  if (last < 0 || parts > 4096) return [];
  return [...new Array<Dimension>(parts - 1).fill(each), last];
}

function tile(context: OperatorContext): void {
  const input = context.shape(0);
  const elementType = context.elementType(0);
  if (context.opset < 6) {
    context.setTensor(0, elementType, input && tiledAlongAxis(context, input));
    return;
  }
  const repeats = context.elements(1);
  if (input === undefined) {
    context.setTensor(0, elementType);
    return;
  }
  if (repeats === undefined) {
    context.setTensor(0, elementType, new Array<null>(input.length).fill(null));
    return;
  }
  if (repeats.length !== input.length || repeats.some((times) => isKnown(times) && times < 0)) {
    contradict(
      `repeats [${repeats}] do not fit a tensor of rank ${input.length}`,
      `repeats [${repeats}] 与秩为 ${input.length} 的张量不匹配`,
    );
  }
  context.setTensor(
    0,
    elementType,
    input.map((dimension, i) => multiply(dimension, repeats[i]!)),
  );
}

/** Version 1: a number of tiles and the axis to repeat along. */
function tiledAlongAxis(context: OperatorContext, input: readonly Dimension[]): readonly Dimension[] {
  const [tiles, axis] = [1, 2].map((i) => integers.wholeNumber(Number(context.scalar(i) ?? Number.NaN)));
  if (axis === undefined) return new Array<null>(input.length).fill(null);
  const at = normalizeAxis(axis, input.length);
  return withDimension(input, at, tiles === undefined ? null : multiply(input[at]!, tiles));
}

export const joining: RuleTable = [
  ...sharedRule(['Concat'], concat, concatElements),
  ...sharedRule(['Split'], split, splitElements),
  ...sharedRule(['Tile'], tile, (context) => {
    if (context.opset >= 6) tileElements(context);
  }),
];
