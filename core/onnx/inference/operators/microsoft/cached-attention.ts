import { type Dimension, isKnown, type Shape } from '../../../../model';
import type { OperatorContext } from '../../context';
import { add, multiply } from '../../rules/dimensions';
import * as integers from '../../rules/integers';
import { type RuleTable, sharedRule } from '../../rules/operator-rules';
import { schemaElementType } from '../../rules/schema-types';
import { quotient, shapeOfRank } from './attention';

/** Attention over a query, keys and values that were projected before, with a cache of keys and one of values. */

/**
 * MultiHeadAttention. The query is batch x length x width and keys and values likewise, or they are packed: all three in
 * batch x length x heads x 3 x head size, keys and values in ... x 2 x head size. Keys and values of another sequence may
 * also come as a cache, batch x heads x length x head size.
 */
function multiHeadAttention(context: OperatorContext): void {
  const output = attentionOutput(context);
  context.setTensor(0, context.elementType(0), output);
  // The length of the past is given where past and present share a buffer.
  const shared = context.hasInput(6) && context.hasInput(8);
  setPresent(context, 6, shared);
  const total = presentLength(context, 6, shared);
  const query = context.shape(0);
  context.setTensor(3, schemaElementType(context, 3), [
    query?.[0] ?? null,
    context.int('num_heads') ?? null,
    query?.[1] ?? null,
    shared ? null : total,
  ]);
}

function decoderMaskedMultiHeadAttention(context: OperatorContext): void {
  context.setTensor(0, context.elementType(0), attentionOutput(context));
  setPresent(context, 5, context.int('past_present_share_buffer') === 1);
  context.setTensor(3, schemaElementType(context, 3), [
    context.shape(0)?.[0] ?? null,
    context.int('num_heads') ?? null,
    1,
    null,
  ]);
}

function attentionOutput(context: OperatorContext): Shape {
  const query = context.shape(0);
  if (query?.length === 5) return [query[0]!, query[1]!, multiply(query[2]!, query[4]!)];
  const [batch, length, width] = query?.length === 3 ? query : [null, null, null];
  const [key, value] = [context.shape(1), context.shape(2)];
  if (value?.length === 3) return [batch!, length!, value[2]!];
  if (value?.length === 4) return [batch!, length!, multiply(value[1]!, value[3]!)];
  return [batch!, length!, key?.length === 5 && !context.hasInput(2) ? width! : null];
}

function setPresent(context: OperatorContext, pastKey: number, shared: boolean): void {
  for (const [output, past] of [pastKey, pastKey + 1].entries()) {
    const shape = shared ? context.shape(past) : grownCache(context, past, pastKey, output + 1);
    context.setTensor(output + 1, context.elementType(0), shape);
  }
}

/** Batch x heads x length x head size; `own` is the input with this cache's new keys or values. */
function grownCache(context: OperatorContext, past: number, pastKey: number, own: number): Shape {
  const cache = shapeOfRank(context, past, 4);
  const heads = context.int('num_heads') ?? null;
  return [
    cache?.[0] ?? context.shape(0)?.[0] ?? null,
    cache?.[1] ?? heads,
    presentLength(context, pastKey, false),
    cache?.[3] ?? newHeadSize(context, own, heads),
  ];
}

function newHeadSize(context: OperatorContext, own: number, heads: Dimension): Dimension {
  const [query, shape] = [context.shape(0), context.shape(own)];
  if (query?.length === 5) return query[4]!;
  if (shape?.length === 3) return quotient(shape[2]!, heads);
  const packed = context.shape(1);
  return shape?.length === 4 ? shape[3]! : packed?.length === 5 ? packed[4]! : null;
}

function presentLength(context: OperatorContext, pastKey: number, shared: boolean): Dimension {
  const added = newLength(context);
  if (shared) return shapeOfRank(context, pastKey, 4)?.[2] ?? null;
  return context.hasInput(pastKey) ? add(shapeOfRank(context, pastKey, 4)?.[2] ?? null, added) : added;
}

/** How many keys there are beside those of the past. */
function newLength(context: OperatorContext): Dimension {
  const [query, key] = [context.shape(0), context.shape(1)];
  if (query?.length === 5) return query[1]!;
  return (key?.length === 4 ? key[2] : key?.[1]) ?? null;
}

/**
 * The query may hold the keys and values of fewer heads too, batch x length x (heads + 2 key-value heads) x head size. The
 * cache is as long as the longest sequence, or as the past where that is longer; or it is a buffer with room to spare.
 */
function groupQueryAttention(context: OperatorContext): void {
  const query = shapeOfRank(context, 0, 3);
  context.setTensor(0, context.elementType(0), [
    query?.[0] ?? null,
    query?.[1] ?? null,
    groupedWidth(context, query?.[2]),
  ]);
  for (const [output, past] of [3, 4].entries()) {
    const elementType = context.hasInput(past) ? context.elementType(past) : context.elementType(0);
    context.setTensor(output + 1, elementType, groupedCache(context, past));
  }
  const scores = [query?.[0] ?? null, context.int('num_heads') ?? null, query?.[1] ?? null, context.scalar(6) ?? null];
  context.setTensor(3, context.elementType(0), scores);
}

/** The width of the output: that of the query alone. */
function groupedWidth(context: OperatorContext, width: Dimension | undefined): Dimension {
  return context.hasInput(1) ? (width ?? null) : multiply(headSizeOf(context, width), context.int('num_heads') ?? null);
}

function headSizeOf(context: OperatorContext, width: Dimension | undefined): Dimension {
  const [heads, cached] = [context.int('num_heads'), context.int('kv_num_heads')];
  if (heads === undefined || cached === undefined) return null;
  const all = context.hasInput(1) ? heads : integers.add(heads, integers.multiply(2, cached));
  return quotient(width ?? null, all);
}

function groupedCache(context: OperatorContext, past: number): Shape {
  const cache = shapeOfRank(context, past, 4);
  const query = shapeOfRank(context, 0, 3);
  return [
    cache?.[0] ?? query?.[0] ?? null,
    cache?.[1] ?? context.int('kv_num_heads') ?? null,
    groupedCacheLength(context, past, cache),
    // A cache of 4 bits holds two elements in a byte: only its own shape tells.
    cache?.[3] ?? (context.hasInput(past) ? null : headSizeOf(context, query?.[2])),
  ];
}

function groupedCacheLength(context: OperatorContext, past: number, cache: Shape): Dimension {
  if (context.int('sliding_window_cache') === 1) return cache?.[2] ?? null;
  const isChunked = context.hasInput(16);
  const total = context.scalar(6);
  if (total === undefined || isChunked) return null;
  if (!context.hasInput(past)) return total;
  const before = cache?.[2];
  return isKnown(before) ? integers.maximum(before, total) : null;
}

/** Past and present are one buffer. */
function sparseAttention(context: OperatorContext): void {
  const query = shapeOfRank(context, 0, 3);
  context.setTensor(0, context.elementType(0), [
    query?.[0] ?? null,
    query?.[1] ?? null,
    groupedWidth(context, query?.[2]),
  ]);
  context.setType(1, context.type(3));
  context.setType(2, context.type(4));
}

/** Tokens of all sequences x width; the caches are pages. */
function pagedAttention(context: OperatorContext): void {
  const query = shapeOfRank(context, 0, 2);
  const isLatent = context.string('kv_cache_layout') === 'LATENT';
  const width = isLatent ? null : groupedWidth(context, query?.[1]);
  context.setTensor(0, context.elementType(0), [query?.[0] ?? null, width]);
  context.setType(1, context.type(3));
  context.setType(2, context.type(4));
}

export const cachedAttention: RuleTable = [
  ...sharedRule(['MultiHeadAttention'], multiHeadAttention),
  ...sharedRule(['DecoderMaskedMultiHeadAttention'], decoderMaskedMultiHeadAttention),
  ...sharedRule(['GroupQueryAttention'], groupQueryAttention),
  ...sharedRule(['SparseAttention'], sparseAttention),
  ...sharedRule(['PagedAttention'], pagedAttention),
];
