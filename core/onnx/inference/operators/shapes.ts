import { type Dimension, type Integer, isKnown, type Shape } from '../../../model';
import { normalizeAxes, normalizeAxis, type OperatorContext } from '../context';
import { contradict, giveUp } from '../contradiction';
import { countOf, isInteger, mostElements } from '../elements';
import { copyElements } from '../propagation/casting';
import { expandElements, transposeElements } from '../propagation/rearranging';
import { outputElementType, setElements } from '../propagation/tensor-elements';
import { broadcastTwo } from '../rules/broadcast';
import { product, unknownDimensions } from '../rules/dimensions';
import * as integers from '../rules/integers';
import { type RuleTable, sharedRule } from '../rules/operator-rules';
import { shapeInput } from '../rules/shape-input';

const int64 = 7;

/** The dimensions that Shape takes, from version 15 on a range of them. */
function shapeRange(context: OperatorContext): readonly Dimension[] | undefined {
  const shape = context.shape(0);
  if (shape === undefined) return undefined;
  return shape.slice(context.number('start') ?? 0, context.number('end'));
}

function shape(context: OperatorContext): void {
  context.setTensor(0, int64, [shapeRange(context)?.length ?? null]);
}

function propagateShape(context: OperatorContext): void {
  const range = shapeRange(context);
  if (range !== undefined && range.length <= mostElements) setElements(context, range);
}

function size(context: OperatorContext): void {
  context.setTensor(0, int64, []);
}

function propagateSize(context: OperatorContext): void {
  const count = context.shape(0) && product(context.shape(0)!);
  if (count !== undefined && count !== null) setElements(context, [count]);
}

function reshape(context: OperatorContext): void {
  const elementType = context.elementType(0);
  const input = context.shape(0);
  const target = context.opset < 5 ? context.ints('shape') : shapeInput(context, 1);
  const allowZero = context.int('allowzero') === 1;
  context.setTensor(0, elementType, target && reshapedShape(input, target, allowZero));
}

/**
 * 0 stands for the input's dimension (unless `allowZero`), -1 for what is left over. A symbol stands for itself: it names
 * a dimension of some tensor, so it cannot be -1.
 */
function reshapedShape(input: Shape, target: readonly Dimension[], allowZero: boolean): Dimension[] {
  if (target.filter((dimension) => dimension === -1).length > 1) {
    contradict('the shape has more than one -1', '目标形状中有多个 -1');
  }
  const result = target.map((dimension, i): Dimension => {
    if (isKnown(dimension) && dimension < -1) {
      contradict(`${dimension} is no dimension`, `目标形状中的 ${dimension} 不是有效维度`);
    }
    if (dimension !== 0 || allowZero) return dimension === -1 ? null : dimension;
    if (input !== undefined && i >= input.length) {
      contradict(`0 at position ${i} has no dimension to copy`, `目标形状第 ${i} 位的 0 没有可复制的输入维度`);
    }
    return input?.[i] ?? null;
  });
  const free = target.indexOf(-1);
  if (free >= 0 && input !== undefined) {
    const others = result.filter((_, i) => i !== free);
    result[free] = others.includes(null) ? null : leftOver(input, others);
  } else if (input !== undefined) checkSameCount(input, result);
  return result;
}

/** What the product of `input` is divided by that of `others`; symbols that both have cancel out. */
function leftOver(input: readonly Dimension[], others: readonly Dimension[]): Dimension {
  const [above, below] = cancelSymbols(input, others);
  if (below.some((dimension) => !isKnown(dimension)) || above.includes(null)) return null;
  const divisor = integers.product(below as Integer[]);
  if (divisor === 0) contradict('-1 together with 0 has no value', '目标形状中 -1 与 0 同时出现，无法确定维度');
  const symbols = above.filter((dimension) => !isKnown(dimension));
  const dividend = integers.product(above.filter(isKnown));
  if (symbols.length > 0) return symbols.length === 1 && dividend === divisor ? symbols[0]! : null;
  if (integers.remainder(dividend, divisor) !== 0) {
    contradict(`${dividend} elements cannot be divided by ${divisor}`, `元素个数 ${dividend} 不能被 ${divisor} 整除`);
  }
  return integers.divideTruncated(dividend, divisor);
}

function cancelSymbols(above: readonly Dimension[], below: readonly Dimension[]): [Dimension[], Dimension[]] {
  const rest = [...above];
  const left = below.filter((dimension) => {
    const at = typeof dimension === 'string' ? rest.indexOf(dimension) : -1;
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [rest, left];
}

function checkSameCount(input: readonly Dimension[], output: readonly Dimension[]): void {
  const [above, below] = cancelSymbols(input, output);
  if (!above.every(isKnown) || !below.every(isKnown)) return;
  const [from, to] = [integers.product(above), integers.product(below)];
  // With cancelled symbols the rest may differ where a symbol is 0.
  if (from !== to && above.length === input.length) {
    contradict(`${from} elements cannot be reshaped to ${to}`, `${from} 个元素不能变形为 ${to} 个元素`);
  }
}

function flatten(context: OperatorContext): void {
  const input = context.shape(0);
  const axis = context.number('axis') ?? 1;
  context.setTensor(0, context.elementType(0), [null, null]);
  if (input === undefined) return;
  const at = axis < 0 && context.opset >= 11 ? axis + input.length : axis;
  if (at < 0 || at > input.length) {
    contradict(`axis ${axis} is outside of rank ${input.length}`, `轴 ${axis} 超出秩 ${input.length}`);
  }
  context.setTensor(0, context.elementType(0), [product(input.slice(0, at)), product(input.slice(at))]);
}

/** An attribute until version 13, then an input; undefined: left out. */
function axesOf(context: OperatorContext): readonly Integer[] | undefined {
  if (context.opset < 13) return context.ints('axes');
  return context.hasInput(1) ? (context.integers(1) ?? giveUp()) : undefined;
}

/** Where the axes are an input that is computed: how many they are. */
function axesCount(context: OperatorContext): number | undefined {
  const count = context.opset >= 13 ? context.shape(1)?.[0] : undefined;
  return typeof count === 'number' && count <= mostElements ? count : undefined;
}

/** Runs `infer`; where the axes are not known, they still change the rank by `direction` for each. */
function withKnownRank(direction: 1 | -1, infer: (context: OperatorContext) => void) {
  return (context: OperatorContext): void => {
    const [rank, count] = [context.rank(0), axesCount(context)];
    const known = rank !== undefined && count !== undefined;
    context.setTensor(0, context.elementType(0), known ? unknownDimensions(rank + direction * count) : undefined);
    infer(context);
  };
}

function squeeze(context: OperatorContext): void {
  const input = context.shape(0);
  const given = axesOf(context);
  if (input === undefined) return;
  if (given === undefined) {
    if (input.every(isKnown)) {
      context.setTensor(
        0,
        context.elementType(0),
        input.filter((dimension) => dimension !== 1),
      );
    }
    return;
  }
  const axes = new Set(given.map((axis) => normalizeAxis(axis, input.length)));
  for (const axis of axes) {
    const dimension = input[axis];
    if (isKnown(dimension) && dimension !== 1) {
      contradict(`axis ${axis} is ${dimension} long, not 1`, `第 ${axis} 轴的长度为 ${dimension}，不是 1`);
    }
  }
  context.setTensor(
    0,
    context.elementType(0),
    input.filter((_, i) => !axes.has(i)),
  );
}

function unsqueeze(context: OperatorContext): void {
  const input = context.shape(0);
  const given = axesOf(context) ?? contradict('has no axes', '缺少 axes');
  if (input === undefined) return;
  const rank = input.length + given.length;
  const axes = new Set(normalizeAxes(given, rank));
  let next = 0;
  context.setTensor(
    0,
    context.elementType(0),
    Array.from({ length: rank }, (_, i) => (axes.has(i) ? 1 : input[next++]!)),
  );
}

function transpose(context: OperatorContext): void {
  const input = context.shape(0);
  const order = context.ints('perm');
  if (input === undefined) {
    const rank = order?.length;
    context.setTensor(0, context.elementType(0), rank === undefined ? undefined : new Array<null>(rank).fill(null));
    return;
  }
  if (order === undefined) {
    context.setTensor(0, context.elementType(0), input.toReversed());
    return;
  }
  if (new Set(order).size !== order.length || order.some((axis) => axis < 0 || axis >= input.length)) {
    contradict(
      `perm [${order}] is no permutation of ${input.length} axes`,
      `perm [${order}] 不是 ${input.length} 个轴的排列`,
    );
  }
  context.setTensor(
    0,
    context.elementType(0),
    order.map((axis) => input[Number(axis)]!),
  );
}

function expand(context: OperatorContext): void {
  const [input, target] = [context.shape(0), shapeInput(context, 1)];
  context.setTensor(0, context.elementType(0), input && target && broadcastTwo(input, target));
}

function constantOfShape(context: OperatorContext): void {
  const value = context.tensorAttribute('value');
  if (context.attribute('value') !== undefined && value === undefined) {
    contradict('attribute value is no tensor', '属性 value 不是张量');
  }
  if (value !== undefined && value.dims.length !== 1) {
    contradict('attribute value must hold one element', '属性 value 必须恰好包含一个元素');
  }
  const target = shapeInput(context, 0);
  const elementType = context.elementType(0);
  if (elementType !== 0 && elementType !== int64) {
    contradict('the shape must be of type int64', '形状输入的类型必须为 int64');
  }
  const negative = target?.find((dimension) => isKnown(dimension) && dimension < 0);
  if (negative !== undefined) contradict(`${negative} is no dimension`, `${negative} 不是有效维度`);
  context.setTensor(0, value?.elementType ?? 1, target);
}

function propagateConstantOfShape(context: OperatorContext): void {
  const elements = context.elements(0);
  const count = countOf(elements);
  if (count === undefined) return;
  const value = context.tensorAttribute('value');
  const element = value === undefined ? 0 : value.elements?.[0];
  if (typeof element !== 'number' && typeof element !== 'bigint') return;
  if (value !== undefined && !isInteger(outputElementType(context)) && ![1, 9, 11].includes(value.elementType)) return;
  setElements(context, new Array(count).fill(element));
}

export const shapes: RuleTable = [
  ...sharedRule(['Shape'], shape, propagateShape),
  ...sharedRule(['Size'], size, propagateSize),
  ...sharedRule(['Reshape'], reshape, copyElements),
  ...sharedRule(['Flatten'], flatten, copyElements),
  ...sharedRule(['Squeeze'], withKnownRank(-1, squeeze), copyElements),
  ...sharedRule(['Unsqueeze'], withKnownRank(1, unsqueeze), copyElements),
  ...sharedRule(['Transpose'], transpose, transposeElements),
  ...sharedRule(['Expand'], expand, expandElements),
  ...sharedRule(['ConstantOfShape'], constantOfShape, propagateConstantOfShape),
];
