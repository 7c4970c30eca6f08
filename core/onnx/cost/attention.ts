import type { Integer } from '../../model';
import { multiply, product, sum } from './arithmetic';
import { type CostedOperator, size } from './costed-operator';
import type { MacFormula } from './formula';

/*
 * Attention of S queries over T keys costs S x T x (width of Q and K) MACs for the scores and S x T x (width of V) for
 * the weighted sum, where width is heads x head size. A causal mask or a window does not lessen that: kernels that skip
 * what is masked exist, but not everywhere. Softmax, scaling and rotary embeddings are no MACs.
 */

interface Sizes {
  readonly batch: Integer | undefined;
  readonly queries: Integer | undefined;
  readonly keys: Integer | undefined;
  /** Heads x head size of queries and keys. */
  readonly width: Integer | undefined;
  /** Query heads x head size of values. */
  readonly valueWidth: Integer | undefined;
}

function attention({ batch, queries, keys, width, valueWidth }: Sizes): Integer | undefined {
  return product([batch, queries, keys, sum([width, valueWidth])]);
}

/** `a / b` where it is a whole number. */
function quotient(a: Integer | undefined, b: Integer | undefined): Integer | undefined {
  if (a === undefined || b === undefined || BigInt(b) === 0n || BigInt(a) % BigInt(b) !== 0n) return undefined;
  return typeof a === 'number' && typeof b === 'number' ? a / b : BigInt(a) / BigInt(b);
}

/** Attention (ONNX 23) and FlexAttention: [B, S, heads x size] or [B, heads, S, size]; the past is [B, heads, P, size]. */
function standardAttention(operator: CostedOperator): Integer | undefined {
  const rank = operator.rank(0);
  const past = operator.hasInput(4) ? operator.dimension(4, 2) : 0;
  const batch = operator.dimension(0, 0);
  if (rank === 4) {
    const heads = operator.dimension(0, 1);
    return attention({
      batch,
      queries: operator.dimension(0, 2),
      keys: sum([operator.dimension(1, 2), past]),
      width: product([heads, operator.dimension(0, 3)]),
      valueWidth: product([heads, operator.dimension(2, 3)]),
    });
  }
  if (rank !== 3) return undefined;
  return attention({
    batch,
    queries: operator.dimension(0, 1),
    keys: sum([operator.dimension(1, 1), past]),
    width: operator.dimension(0, 2),
    valueWidth: product([
      operator.int('q_num_heads'),
      quotient(operator.dimension(2, 2), operator.int('kv_num_heads')),
    ]),
  });
}

/**
 * com.microsoft Attention and QAttention: X [B, S, H] with weights [H, widths of Q, K and V], then attention over the
 * past [2, B, heads, P, size] and itself. A past that shares its buffer with the present does not tell its length.
 */
function projectedAttention(weights: number, pastInput: number): MacFormula {
  return (operator) => {
    const batch = operator.dimension(0, 0);
    const queries = operator.dimension(0, 1);
    const total = operator.dimension(weights, 1);
    const widths = operator.ints('qkv_hidden_sizes');
    const third = quotient(total, 3);
    const isShared = operator.int('past_present_share_buffer', 0) !== 0;
    const past = operator.hasInput(pastInput) ? (isShared ? undefined : operator.dimension(pastInput, 3)) : 0;
    return sum([
      product([batch, queries, size(operator.input(weights))]),
      attention({
        batch,
        queries,
        keys: sum([queries, past]),
        width: operator.hasAttribute('qkv_hidden_sizes') ? widths?.[0] : third,
        valueWidth: operator.hasAttribute('qkv_hidden_sizes') ? widths?.[2] : third,
      }),
    ]);
  };
}

/**
 * com.microsoft MultiHeadAttention: Q [B, S, width], K and V [B, T, width] or [B, heads, T, size]; or K and V in one
 * [B, T, heads, 2, size], or all three in one [B, S, heads, 3, size]. The past is [B, heads, P, size].
 */
function multiHeadAttention(operator: CostedOperator): Integer | undefined {
  const batch = operator.dimension(0, 0);
  const queries = operator.dimension(0, 1);
  const past = operator.hasInput(6) ? (operator.hasInput(8) ? undefined : operator.dimension(6, 2)) : 0;
  if (operator.rank(0) === 5) {
    const width = product([operator.dimension(0, 2), operator.dimension(0, 4)]);
    return attention({ batch, queries, keys: sum([queries, past]), width, valueWidth: width });
  }
  const width = operator.dimension(0, 2);
  switch (operator.rank(1)) {
    case 3:
      return attention({
        batch,
        queries,
        keys: sum([operator.dimension(1, 1), past]),
        width,
        valueWidth: operator.dimension(2, 2),
      });
    case 4: {
      const valueWidth = product([operator.dimension(2, 1), operator.dimension(2, 3)]);
      return attention({ batch, queries, keys: sum([operator.dimension(1, 2), past]), width, valueWidth });
    }
    case 5:
      return attention({ batch, queries, keys: sum([operator.dimension(1, 1), past]), width, valueWidth: width });
    default:
      return undefined;
  }
}

/**
 * com.microsoft GroupQueryAttention: Q [B, S, heads x size], or Q, K and V in one
 * [B, S, (heads + 2 x kv heads) x size]. Keys are those of the present cache [B, kv heads, T, size]: where the cache has
 * room for more, that counts too.
 */
function groupedAttention(operator: CostedOperator): Integer | undefined {
  const heads = operator.int('num_heads');
  const keyHeads = operator.int('kv_num_heads');
  const isPacked = !operator.hasInput(1);
  const packedHeads = sum([heads, product([keyHeads, 2])]);
  const width = isPacked ? product([heads, quotient(operator.dimension(0, 2), packedHeads)]) : operator.dimension(0, 2);
  const present = operator.output(1)?.[2];
  const keys = typeof present === 'number' || typeof present === 'bigint' ? present : undefined;
  return attention({
    batch: operator.dimension(0, 0),
    queries: operator.dimension(0, 1),
    keys: keys ?? (operator.hasInput(3) ? undefined : operator.dimension(0, 1)),
    width,
    valueWidth: width,
  });
}

/**
 * com.microsoft DecoderMaskedMultiHeadAttention: one query [B, 1, width] over the past [B, heads, P, size] and itself, or,
 * with K and V [B, heads, T, size], over those. A past that shares its buffer with the present does not tell its length.
 */
function maskedAttention(operator: CostedOperator): Integer | undefined {
  const isShared = operator.int('past_present_share_buffer', 0) !== 0;
  const width = operator.dimension(0, 2);
  const past = operator.hasInput(5) ? (isShared ? undefined : operator.dimension(5, 2)) : 0;
  const isCross = operator.rank(1) === 4;
  if (!isCross && operator.rank(1) !== 3) return undefined; // Q, K and V in one: the widths are not told
  const queries = operator.dimension(0, 1);
  return attention({
    batch: operator.dimension(0, 0),
    queries,
    keys: isCross ? operator.dimension(1, 2) : sum([queries, past]),
    width,
    valueWidth: isCross ? product([operator.dimension(2, 1), operator.dimension(2, 3)]) : operator.dimension(2, 2),
  });
}

/** com.microsoft GatedRelativePositionBias: every head of Q [.., heads x size] times the weight [size, D] of its gates. */
function gatedBias(operator: CostedOperator): Integer | undefined {
  return product([size(operator.input(0)), operator.dimension(3, 1)]);
}

/**
 * com.microsoft MoE: each of the tokens [.., hidden] runs through `k` of the experts, whose weights are
 * [experts, rows, columns]. QMoE packs 8 / expert_weight_bits of them into a byte. The router is another operator.
 */
function mixtureOfExperts(
  weights: readonly number[],
  bits: (operator: CostedOperator) => Integer | undefined,
): MacFormula {
  return (operator) => {
    const tokens = size(operator.input(0)?.slice(0, -1));
    const given = weights.filter((index) => operator.hasInput(index));
    const perExpert = sum(given.map((index) => size(operator.input(index)?.slice(1))));
    const packing = quotient(8, bits(operator));
    if (packing === undefined || perExpert === undefined) return undefined;
    return product([tokens, operator.int('k', 1), multiply(perExpert, packing)]);
  };
}

export const attentions: readonly (readonly [operator: string, formula: MacFormula])[] = [
  ['Attention', standardAttention],
  ['ai.onnx.preview.FlexAttention', standardAttention],
  ['com.microsoft.Attention', projectedAttention(1, 4)],
  ['com.microsoft.DecoderMaskedSelfAttention', projectedAttention(1, 4)],
  ['com.microsoft.QAttention', projectedAttention(1, 8)],
  ['com.microsoft.MultiHeadAttention', multiHeadAttention],
  ['com.microsoft.GroupQueryAttention', groupedAttention],
  ['com.microsoft.DecoderMaskedMultiHeadAttention', maskedAttention],
  ['com.microsoft.GatedRelativePositionBias', gatedBias],
  ['com.microsoft.MoE', mixtureOfExperts([2, 4, 6], () => 8)],
  ['com.microsoft.QMoE', mixtureOfExperts([2, 5, 8], (operator) => operator.int('expert_weight_bits', 4))],
];
