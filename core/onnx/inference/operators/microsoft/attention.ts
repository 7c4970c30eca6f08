import { type Dimension, isKnown, type Shape } from '../../../../model';
import type { OperatorContext } from '../../context';
import { add, divide } from '../../rules/dimensions';
import * as integers from '../../rules/integers';
import { type RuleTable, sharedRule } from '../../rules/operator-rules';
import { schemaElementType } from '../../rules/schema-types';
import { notations } from '../../rules/shape-notation';
import { unionShapes } from '../../type-merging';

/** Attention whose projections are in the operator: merged weights of the query, the key and the value. */
interface MergedWeights {
  readonly weights: number;
  /** The cache of keys and values, 2 x batch x heads x past length x head size. */
  readonly past: number;
}

/** Input batch x length x ?, weights ? x (query + key + value); the output has the value's width. */
function mergedAttention({ weights, past }: MergedWeights): (context: OperatorContext) => void {
  return (context) => {
    const input = shapeOfRank(context, 0, 3);
    const width = shapeOfRank(context, weights, 2)?.[1] ?? null;
    const [batch, length] = [input?.[0] ?? null, input?.[1] ?? null];
    context.setTensor(0, schemaElementType(context, 0), [batch, length, valueWidth(context, width)]);
    context.setTensor(1, schemaElementType(context, 1), cacheShape(context, past, batch, length, width));
  };
}

/** As attribute qkv_hidden_sizes says, else query, key and value have one width. */
function valueWidth(context: OperatorContext, merged: Dimension): Dimension {
  return context.ints('qkv_hidden_sizes')?.[2] ?? quotient(merged, 3);
}

function cacheShape(
  context: OperatorContext,
  past: number,
  batch: Dimension,
  length: Dimension,
  width: Dimension,
): Shape {
  const cache = shapeOfRank(context, past, 5);
  if (context.int('past_present_share_buffer') === 1) return cache;
  const heads = context.int('num_heads') ?? null;
  const headSize = isKnown(heads) ? quotient(quotient(width, 3), heads) : null;
  // Queries and keys may have another width than values: then there is no past, and the cache has no one head size.
  const isUniform = context.ints('qkv_hidden_sizes') === undefined;
  if (!context.hasInput(past)) return [2, batch, heads, length, isUniform ? headSize : null];
  return [2, cache?.[1] ?? batch, cache?.[2] ?? heads, add(cache?.[3] ?? null, length), cache?.[4] ?? headSize];
}

/** Sequences without their padding: tokens x width. */
function packedAttention(context: OperatorContext): void {
  const tokens = shapeOfRank(context, 0, 2)?.[0] ?? null;
  const width = shapeOfRank(context, 1, 2)?.[1] ?? null;
  context.setTensor(0, schemaElementType(context, 0), [tokens, valueWidth(context, width)]);
}

/** The shape of an input, unknown where it has another rank: some kernels take more than is documented. */
export function shapeOfRank(context: OperatorContext, input: number, rank: number): Shape {
  const shape = context.shape(input);
  return shape?.length === rank ? shape : undefined;
}

/** Unknown where it is no whole number. */
export function quotient(dividend: Dimension, divisor: Dimension): Dimension {
  if (!isKnown(divisor) || divisor <= 0) return null;
  return isKnown(dividend) && integers.remainder(dividend, divisor) !== 0 ? null : divide(dividend, divisor);
}

/** The bias of a position relative to another, added to the scores of attention. */
function relativePositionBias(context: OperatorContext): void {
  const heads = shapeOfRank(context, 0, 2)?.[1] ?? null;
  const [query, key] = [context.scalar(1) ?? null, context.scalar(2) ?? null];
  context.setTensor(0, schemaElementType(context, 0), [1, heads, query, key]);
}

/** Its query may be packed: then the batch is that of the tokens' offsets. */
function gatedRelativePositionBias(context: OperatorContext): void {
  const positions = shapeOfRank(context, 2, 4);
  const batched = shapeOfRank(context, context.hasInput(6) ? 6 : 0, context.hasInput(6) ? 2 : 3);
  const length = batched?.[1] ?? positions?.[2] ?? null;
  const heads = context.int('num_heads') ?? positions?.[1] ?? null;
  context.setTensor(0, schemaElementType(context, 0), [batched?.[0] ?? null, heads, length, length]);
}

/** A cache for keys and one for values, batch x heads x length x head size; what they grow by is data. */
function decoderAttention(context: OperatorContext): void {
  const query = shapeOfRank(context, 0, 3);
  const heads = context.int('num_heads') ?? null;
  const cache = [query?.[1] ?? null, heads, null, quotient(query?.[2] ?? null, heads)];
  context.setTensor(0, context.elementType(0), query);
  for (const output of [1, 2]) context.setTensor(output, context.elementType(0), cache);
}

/** Where queries and keys differ in their heads, ONNX Runtime's schema says something else than its documentation. */
function gemmaRotaryEmbedding(context: OperatorContext): void {
  context.setTensor(0, context.elementType(1), context.shape(1));
  context.setTensor(1, context.elementType(3), unionShapes(context.shape(1), context.shape(3)));
}

export const microsoftAttention: RuleTable = [
  ...sharedRule(['Attention'], mergedAttention({ weights: 1, past: 4 })),
  ...sharedRule(['DecoderMaskedSelfAttention'], mergedAttention({ weights: 1, past: 4 })),
  ...sharedRule(['QAttention'], mergedAttention({ weights: 1, past: 8 })),
  ...sharedRule(['PackedAttention'], packedAttention),
  ...sharedRule(['DecoderAttention'], decoderAttention),
  ...sharedRule(['RelativePositionBias'], relativePositionBias),
  ...sharedRule(['GatedRelativePositionBias'], gatedRelativePositionBias),
  ...sharedRule(['GemmaRotaryEmbedding'], gemmaRotaryEmbedding),
  ...notations({
    LongformerAttention: '[B,S,H] -> [B,S,H]',
    QOrderedLongformerAttention: '[B,S,H] -> [B,S,H]',
    QOrderedAttention: '[B,S,_] _ _ _ _ _ _ [_,H] -> [B,S,H]',
    PackedMultiHeadAttention: ['[T,_] _ [_,V] -> [T,V]', '[T,N,_,H] -> [T,N*H]'],
    RotaryEmbedding: '[...] -> [...]',
    MRotaryEmbedding: '[...] -> 0[...]',
    RemovePadding: '[B,S,H] -> [_,H] [B,S] [B+1] [1]',
    RestorePadding: '[_,H] [B,S] -> [B,S,H]',
  }),
];
