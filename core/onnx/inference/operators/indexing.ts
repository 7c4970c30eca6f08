import { type Dimension, isKnown } from '../../../model';
import { normalizeAxis, type OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { gatherElements, scatterElements } from '../propagation/rearranging';
import { unify, withDimension } from '../rules/dimensions';
import * as integers from '../rules/integers';
import { type RuleTable, sharedRule } from '../rules/operator-rules';

const int64 = 7;

function gather(context: OperatorContext): void {
  const [data, indices] = [context.shapeOfRankAtLeast(0, 1), context.shape(1)];
  context.setTensor(0, context.elementType(0));
  if (data === undefined || indices === undefined) return;
  const axis = normalizeAxis(context.number('axis') ?? 0, data.length);
  context.setTensor(0, context.elementType(0), [...data.slice(0, axis), ...indices, ...data.slice(axis + 1)]);
}

function gatherAlongAxis(context: OperatorContext): void {
  context.setTensor(0, context.elementType(0), context.shape(1));
}

function gatherND(context: OperatorContext): void {
  const [data, indices] = [context.shapeOfRankAtLeast(0, 1), context.shapeOfRankAtLeast(1, 1)];
  context.setTensor(0, context.elementType(0));
  const last = indices?.at(-1);
  if (data === undefined || indices === undefined || !isKnown(last)) return;
  const taken = integers.add(last, context.int('batch_dims') ?? 0);
  if (taken > data.length) {
    contradict(
      `indices of ${taken} dimensions do not fit data of rank ${data.length}`,
      `索引需要 ${taken} 个维度，但数据的秩只有 ${data.length}`,
    );
  }
  context.setTensor(0, context.elementType(0), [...indices.slice(0, -1), ...data.slice(Number(taken))]);
}

function scatter(context: OperatorContext): void {
  context.setTensor(0, context.elementType(0), context.shape(0));
}

/** Writes into a cache: the cache keeps its shape, and the update has it too, but for the axis. */
function tensorScatter(context: OperatorContext): void {
  const [cache, update] = [context.shape(0), context.shape(1)];
  const indices = context.shapeOfRank(2, 1);
  context.setTensor(0, context.elementType(0), cache);
  if (cache === undefined) return;
  if (indices !== undefined && cache.length > 0) unify(indices[0]!, cache[0]!);
  if (update === undefined) return;
  if (update.length !== cache.length) {
    contradict(
      `cache and update have ranks ${cache.length} and ${update.length}`,
      `缓存与更新张量的秩分别为 ${cache.length} 和 ${update.length}`,
    );
  }
  const axis = normalizeAxis(context.number('axis') ?? -2, cache.length);
  if (axis === 0) contradict('axis 0 is the batch', '轴 0 是批次维，不能用作写入轴');
  for (const [i, dimension] of cache.entries()) if (i !== axis) unify(dimension, update[i]!);
}

function compress(context: OperatorContext): void {
  const input = context.shapeOfRankAtLeast(0, 1);
  const axis = context.number('axis');
  if (axis === undefined) context.setTensor(0, context.elementType(0), [null]);
  else {
    const shape = input && withDimension(input, normalizeAxis(axis, input.length), null);
    context.setTensor(0, context.elementType(0), shape);
  }
}

function unique(context: OperatorContext): void {
  const input = context.shape(0);
  const axis = context.number('axis');
  for (let i = 1; i < context.outputCount; i++) context.setTensor(i, int64, [null]);
  if (axis === undefined) context.setTensor(0, context.elementType(0), [null]);
  else {
    const shape = input && withDimension(input, normalizeAxis(axis, input.length), null);
    context.setTensor(0, context.elementType(0), shape);
  }
}

function nonZero(context: OperatorContext): void {
  context.setTensor(0, int64, [context.rank(0) ?? null, null]);
}

function topK(context: OperatorContext): void {
  const input = context.shape(0);
  const elementType = context.elementType(0);
  context.setTensor(0, elementType);
  context.setTensor(1, int64);
  if (input === undefined) return;
  const axis = normalizeAxis(context.number('axis') ?? -1, input.length);
  const shape = withDimension(input, axis, topKCount(context, input[axis]!));
  context.setTensor(0, elementType, shape);
  context.setTensor(1, int64, shape);
}

function topKCount(context: OperatorContext, length: Dimension): Dimension {
  if (context.opset < 10) {
    const count = context.int('k') ?? 0;
    return count > 0 ? count : contradict(`k is ${count}`, `k 的值为 ${count}`);
  }
  const elements = context.elements(1);
  const shape = context.shape(1);
  if (elements !== undefined && (elements.length !== 1 || (shape !== undefined && shape.length !== 1))) {
    contradict('K must be a vector of one element', 'K 必须是只含一个元素的一维张量');
  }
  const count = elements?.[0] ?? null;
  if (isKnown(count) && isKnown(length) && count > length) {
    contradict(`${length} elements have no top ${count}`, `只有 ${length} 个元素，无法取前 ${count} 个`);
  }
  return count;
}

function oneHot(context: OperatorContext): void {
  const [indices, depth, values] = [context.shape(0), context.shape(1), context.shapeOfRank(2, 1)];
  const elementType = context.elementType(2);
  if (values !== undefined && isKnown(values[0]) && values[0] !== 2) {
    contradict(`values must hold 2 elements, not ${values[0]}`, `values 应包含 2 个元素，而不是 ${values[0]} 个`);
  }
  if (depth !== undefined && (depth.length > 1 || (isKnown(depth[0]) && depth[0] > 1))) {
    contradict('depth must be one number', 'depth 必须是单个数');
  }
  const known = context.scalar(1);
  const count = known === undefined ? undefined : integers.wholeNumber(Math.trunc(Number(known)));
  if (count !== undefined && count < 0) contradict(`depth is ${count}`, `depth 的值为 ${count}`);
  if (context.opset < 11 && context.elements(0)?.some((index) => isKnown(index) && index < 0)) {
    contradict('indices must not be negative before version 11', '在版本 11 之前索引不能为负');
  }
  context.setTensor(0, elementType);
  if (indices === undefined) return;
  if (indices.length < 1) contradict('indices must have at least one dimension', '索引至少应有一个维度');
  const axis = normalizeAxis(context.number('axis') ?? -1, indices.length + 1);
  const depthDimension = typeof known === 'bigint' ? known : (count ?? null);
  context.setTensor(0, elementType, [...indices.slice(0, axis), depthDimension, ...indices.slice(axis)]);
}

function reverseSequence(context: OperatorContext): void {
  const input = context.shapeOfRankAtLeast(0, 2);
  context.shapeOfRank(1, 1);
  context.setTensor(0, context.elementType(0), input);
}

function triangle(context: OperatorContext): void {
  context.setTensor(0, context.elementType(0), context.shapeOfRankAtLeast(0, 2));
}

export const indexing: RuleTable = [
  ...sharedRule(['Gather'], gather, gatherElements),
  ...sharedRule(['GatherElements'], gatherAlongAxis),
  ...sharedRule(['GatherND'], gatherND),
  ...sharedRule(['Scatter', 'ScatterElements', 'ScatterND'], scatter, scatterElements),
  ...sharedRule(['TensorScatter'], tensorScatter),
  ...sharedRule(['Compress'], compress),
  ...sharedRule(['Unique'], unique),
  ...sharedRule(['NonZero'], nonZero),
  ...sharedRule(['TopK'], topK),
  ...sharedRule(['OneHot'], oneHot),
  ...sharedRule(['ReverseSequence'], reverseSequence),
  ...sharedRule(['Trilu'], triangle),
];
