import { type Dimension, isKnown, type Shape } from '../../../model';
import { missing, type OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { add, divide, multiply, unify, withDimension } from '../rules/dimensions';
import * as integers from '../rules/integers';
import { type RuleTable, sharedRule } from '../rules/operator-rules';

/** Queries, keys or values of attention: batch, heads, length, size of a head. Null where it is not known. */
interface Heads {
  readonly batch: Dimension;
  readonly heads: Dimension;
  readonly length: Dimension;
  readonly size: Dimension;
}

/** Of [batch, heads, length, size], or [batch, length, heads × size] packed. */
function headsOf(context: OperatorContext, input: number, countAttribute: string): Heads | undefined {
  const shape = context.shape(input);
  if (shape === undefined) return undefined;
  if (shape.length === 4) {
    const [batch, heads, length, size] = shape;
    return { batch: batch!, heads: heads!, length: length!, size: size! };
  }
  if (shape.length !== 3) {
    contradict(
      `input ${input} has rank ${shape.length}, not 3 or 4`,
      `第 ${input} 个输入的秩为 ${shape.length}，应为 3 或 4`,
    );
  }
  const heads = context.int(countAttribute) ?? missing(countAttribute);
  const [batch, length, hidden] = shape;
  return { batch: batch!, heads, length: length!, size: perHead(hidden!, heads) };
}

export function perHead(hidden: Dimension, heads: Dimension): Dimension {
  if (!isKnown(heads)) return null;
  if (heads <= 0) contradict(`has ${heads} heads`, `注意力头数为 ${heads}`);
  if (isKnown(hidden) && integers.remainder(hidden, heads) !== 0) {
    contradict(
      `a hidden size of ${hidden} cannot be divided into ${heads} heads`,
      `隐藏维度 ${hidden} 不能被 ${heads} 个头整除`,
    );
  }
  return divide(hidden, heads);
}

function attention(context: OperatorContext): void {
  const queryShape = context.shape(0);
  if (queryShape?.length === 3) {
    if (context.int('q_num_heads') === undefined) missing('q_num_heads');
    if (context.int('kv_num_heads') === undefined) missing('kv_num_heads');
  }
  if (context.opset >= 25) checkVersion25(context, queryShape);
  const [query, key, value] = [
    headsOf(context, 0, 'q_num_heads'),
    headsOf(context, 1, 'kv_num_heads'),
    headsOf(context, 2, 'kv_num_heads'),
  ];
  const batch = query?.batch ?? null;
  context.setTensor(0, context.elementType(0), outputShape(queryShape, query, value));
  const [pastKey, pastValue] = [context.shapeOfRank(4, 4), context.shapeOfRank(5, 4)];
  const length = key === undefined && value === undefined ? null : unify(key?.length ?? null, value?.length ?? null);
  const total = context.hasInput(4) ? add(length, pastKey?.[2] ?? null) : length;
  present(context, 1, key, pastKey, total);
  present(context, 2, value, pastValue, total);
  if (context.hasOutput(3)) {
    const shape = query && [batch, query.heads, query.length, total];
    context.setTensor(3, context.elementType(0), shape);
  }
}

function outputShape(queryShape: Shape, query: Heads | undefined, value: Heads | undefined): Dimension[] | undefined {
  if (queryShape === undefined || query === undefined) return undefined;
  const size = value?.size ?? null;
  return queryShape.length === 4
    ? [query.batch, query.heads, query.length, size]
    : [query.batch, query.length, multiply(query.heads, size)];
}

/** Keys and values with those of the past before them. */
function present(
  context: OperatorContext,
  output: 1 | 2,
  current: Heads | undefined,
  past: Shape,
  total: Dimension,
): void {
  if (!context.hasOutput(output)) return;
  const input = output === 1 ? 4 : 5;
  const elementType = context.hasInput(input) ? context.elementType(input) : context.elementType(output);
  const shape =
    past !== undefined ? withDimension(past, 2, total) : current && [current.batch, current.heads, total, current.size];
  context.setTensor(output, elementType, shape);
}

function checkVersion25(context: OperatorContext, query: Shape): void {
  for (const name of ['left_window_size', 'right_window_size']) {
    const size = context.int(name) ?? -1;
    if (size < -1) contradict(`${name} is ${size}`, `${name} 的值为 ${size}`);
  }
  if (context.hasInput(4) !== context.hasInput(5)) {
    contradict('past_key and past_value go together', 'past_key 与 past_value 必须同时提供');
  }
  if (context.hasOutput(1) !== context.hasOutput(2)) {
    contradict('present_key and present_value go together', 'present_key 与 present_value 必须同时输出');
  }
  if (context.hasInput(6) && (context.hasInput(4) || context.hasOutput(1))) {
    contradict('nonpad_kv_seqlen does not go with a cache', 'nonpad_kv_seqlen 不能与 KV 缓存同时使用');
  }
  if (query?.length === 4 && (context.int('q_num_heads') ?? context.int('kv_num_heads')) !== undefined) {
    contradict('numbers of heads are for inputs of rank 3', '仅在三维输入时才能指定注意力头数');
  }
}

/** Query, key and value of rank 4, any score in between. */
function flexAttention(context: OperatorContext): void {
  const [query, key, value] = [context.shapeOfRank(0, 4), context.shapeOfRank(1, 4), context.shapeOfRank(2, 4)];
  const types = new Set([0, 1, 2].map((i) => context.elementType(i)).filter((type) => type !== 0));
  if (types.size > 1) contradict('query, key and value have different types', 'query、key 与 value 的类型不一致');
  const [elementType = 0] = types;
  context.setTensor(0, elementType);
  if (query === undefined || key === undefined || value === undefined) return;
  unify(key[1]!, value[1]!);
  unify(key[2]!, value[2]!);
  unify(query[3]!, key[3]!);
  const [heads, shared] = [query[1]!, key[1]!];
  if (isKnown(heads) && isKnown(shared) && (shared <= 0 || integers.remainder(heads, shared) !== 0)) {
    contradict(`${heads} heads cannot share ${shared}`, `${heads} 个查询头不能均分到 ${shared} 个键值头`);
  }
  const batch = unify(unify(query[0]!, key[0]!), value[0]!);
  context.setTensor(0, elementType, [batch, heads, query[2]!, value[3]!]);
}

function rotaryEmbedding(context: OperatorContext): void {
  const input = context.shape(0);
  if (input !== undefined && input.length !== 3 && input.length !== 4) {
    contradict(`its input has rank ${input.length}, not 3 or 4`, `输入的秩为 ${input.length}，应为 3 或 4`);
  }
  if (input?.length === 3 && context.int('num_heads') === undefined) missing('num_heads');
  context.setTensor(0, context.elementType(0), input);
}

export const attentions: RuleTable = [
  ...sharedRule(['Attention'], attention),
  ...sharedRule(['RotaryEmbedding'], rotaryEmbedding),
];

export const previewAttentions: RuleTable = sharedRule(['FlexAttention'], flexAttention);
