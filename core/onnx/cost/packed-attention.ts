import type { Integer } from '../../model';
import { add, multiply, product, sum } from './arithmetic';
import { type CostedOperator, size } from './costed-operator';
import type { MacFormula } from './formula';

/*
 * Attention over sequences that stand behind each other without padding: [tokens, width], with the offset of each
 * sequence in `cumulative_sequence_length` [B + 1]. A sequence of S queries over T keys costs S x T x (width of Q and K,
 * plus width of V), as in attention.ts. The shapes say that where there is one sequence; else the offsets must be known.
 */

/** Queries times keys, over all sequences, where the keys are those of the sequence itself. */
function pairs(operator: CostedOperator, offsets: number): Integer | undefined {
  if (operator.dimension(offsets, 0) === 2) return product([operator.dimension(0, 0), operator.dimension(0, 0)]);
  const lengths = sequenceLengths(operator, offsets);
  return lengths && sum(lengths.map((length) => multiply(length, length)));
}

/** Undefined where the offsets are not known, or are none. */
function sequenceLengths(operator: CostedOperator, offsets: number): Integer[] | undefined {
  const ends = operator.elements(offsets);
  if (ends === undefined) return undefined;
  const lengths = ends.slice(1).map((end, index) => integerDifference(end, ends[index]!));
  return lengths.some((length) => length < 0) ? undefined : lengths;
}

function integerDifference(a: Integer, b: Integer): Integer {
  return typeof a === 'number' && typeof b === 'number' ? a - b : BigInt(a) - BigInt(b);
}

/** com.microsoft PackedAttention: X [tokens, H] with weights [H, widths of Q, K and V]. */
function packedAttention(operator: CostedOperator): Integer | undefined {
  const widths = operator.ints('qkv_hidden_sizes');
  const total = operator.dimension(1, 1);
  const third = total === undefined || Number(total) % 3 !== 0 ? undefined : Number(total) / 3;
  const both = operator.hasAttribute('qkv_hidden_sizes') ? sum([widths?.[0], widths?.[2]]) : product([third, 2]);
  return sum([product([operator.dimension(0, 0), size(operator.input(1))]), product([pairs(operator, 4), both])]);
}

/** com.microsoft PackedMultiHeadAttention: Q, K and V [tokens, width], or all in one [tokens, heads, 3, size]. */
function packedMultiHeadAttention(operator: CostedOperator): Integer | undefined {
  const both = operator.hasInput(1)
    ? sum([operator.dimension(0, 1), operator.dimension(2, 1)])
    : product([operator.dimension(0, 1), operator.dimension(0, 3), 2]);
  return product([pairs(operator, 5), both]);
}

/**
 * com.microsoft PagedAttention: Q [tokens, heads x size], or Q, K and V in one [tokens, (heads + 2 x kv heads) x size].
 * A sequence has its past, `past_seqlens` [B], for keys beside its own; the cache's shape says how many there may be, not
 * how many there are.
 */
function pagedAttention(operator: CostedOperator): Integer | undefined {
  const lengths = sequenceLengths(operator, 5);
  const pasts = operator.elements(6);
  const width = product([operator.int('num_heads'), operator.dimension(3, 3)]);
  if (lengths === undefined || pasts?.length !== lengths.length) return undefined;
  const all = sum(lengths.map((length, index) => multiply(length, add(length, pasts[index]!))));
  return product([all, 2, width]);
}

export const packedAttentions: readonly (readonly [operator: string, formula: MacFormula])[] = [
  ['com.microsoft.PackedAttention', packedAttention],
  ['com.microsoft.PackedMultiHeadAttention', packedMultiHeadAttention],
  ['com.microsoft.PagedAttention', pagedAttention],
];
