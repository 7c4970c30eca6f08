import type { Integer, SparseTensor } from '../../model';
import { checkTensor } from './check-tensor';
import { type Checking, quoted, type Subject } from './checking';

const int64 = 7;

/** What onnx.checker asks of a SparseTensorProto: values of rank 1, and indices in range and in ascending order. */
export function checkSparseTensor(checking: Checking, sparse: SparseTensor, subject: Subject = sparse): void {
  const { values, dims, lacks = [] } = sparse;
  const name = quoted(values.name);
  const fail = (en: string, zh: string) =>
    checking.error('sparse-tensor', { en: `Sparse tensor ${name} ${en}`, zh: `稀疏张量 ${name} ${zh}` }, subject);
  if (lacks.includes('values')) {
    fail('has no values.', '没有 values。');
    return;
  }
  checkTensor(checking, values, subject);
  if (values.dims.length !== 1) {
    fail(
      `has values of rank ${values.dims.length}; they must have rank 1.`,
      `的 values 秩为 ${values.dims.length}，必须为 1。`,
    );
    return;
  }
  const count = values.dims[0]!;
  if (dims.length === 0) fail('has no dimensions.', '没有维度。');
  const bad = dims.find((dim) => dim <= 0);
  if (bad !== undefined)
    fail(`has the dimension ${bad}; all must be positive.`, `含有维度 ${bad}；所有维度必须为正数。`);
  if (lacks.includes('indices')) {
    if (count !== 0) fail(`has ${count} values and no indices.`, `有 ${count} 个值却没有 indices。`);
    return;
  }
  if (dims.length > 0 && bad === undefined) checkIndices(checking, sparse, count, subject, fail);
}

function checkIndices(
  checking: Checking,
  { indices, dims }: SparseTensor,
  count: Integer,
  subject: Subject,
  fail: (en: string, zh: string) => void,
): void {
  checkTensor(checking, indices, subject);
  if (indices.elementType !== int64) {
    fail('has indices that are not of type int64.', '的 indices 类型不是 int64。');
    return;
  }
  const rank = indices.dims.length;
  if (rank !== 1 && rank !== 2) {
    fail(`has indices of rank ${rank}; it must be 1 or 2.`, `的 indices 秩为 ${rank}，必须为 1 或 2。`);
    return;
  }
  if (indices.dims[0] !== count) {
    fail(
      `has ${count} values, but indices for ${indices.dims[0]}.`,
      `有 ${count} 个值，但 indices 对应 ${indices.dims[0]} 个值。`,
    );
    return;
  }
  if (rank === 2 && indices.dims[1] !== dims.length) {
    fail(
      `has ${dims.length} dimensions, but indices of ${indices.dims[1]} numbers each.`,
      `有 ${dims.length} 个维度，但每个索引有 ${indices.dims[1]} 个数。`,
    );
    return;
  }
  // Long lists of indices are not read: they are weights as much as the values are.
  const elements = indices.elements as readonly Integer[] | undefined;
  if (elements !== undefined) checkOrder(elements, dims, rank === 1, fail);
}

/** Linear indices, or tuples of one number a dimension: in range, and each beyond the one before. */
function checkOrder(
  elements: readonly Integer[],
  dims: readonly Integer[],
  isLinear: boolean,
  fail: (en: string, zh: string) => void,
): void {
  const limits = isLinear ? [dims.reduce<bigint>((product, dim) => product * BigInt(dim), 1n)] : dims.map(BigInt);
  let previous = -1n;
  for (let start = 0; start < elements.length; start += limits.length) {
    let linear = 0n;
    for (const [axis, limit] of limits.entries()) {
      const index = BigInt(elements[start + axis]!);
      if (index < 0n || index >= limit) {
        const at = start / limits.length;
        fail(
          `has the index ${index} (of value ${at}) outside [0, ${limit}).`,
          `第 ${at} 个值的索引 ${index} 超出 [0, ${limit})。`,
        );
        return;
      }
      linear = linear * limit + index;
    }
    if (linear <= previous) {
      const at = start / limits.length;
      fail(`has indices out of order at value ${at}.`, `的索引在第 ${at} 个值处未按升序排列。`);
      return;
    }
    previous = linear;
  }
}
