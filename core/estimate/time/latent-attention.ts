import type { LatentAttention } from '../../llm';
import { latentAttention, matmul, prefillAttention } from './kernels';
import { attentionWeightsOf } from './layer-weights';
import { linearOperator, mergedOperator } from './linear-operators';
import type { TimedOperator } from './operator';
import { activationElement, cacheElement, type Pass } from './pass';

/**
 * Latent attention (MLA): projections, then keys and values either decompressed (naive) or left compressed with the
 * projections absorbed into the query and the output. An indexer (V3.2) looks at every token, and attention then at the
 * best of them.
 */
export function latentOperators(pass: Pass, count: number, attention: LatentAttention): TimedOperator[] {
  const { plan } = pass;
  const weights = attentionWeightsOf(pass.model);
  const whole = ['q_a_proj', 'kv_a_proj_with_mqa'].flatMap((name) => weights.get(name) ?? []);
  const operators = [mergedOperator(pass, count, 'q_a, kv_a', whole, 1)];
  // Queries come from their compressed vector, or in one step where there is none (V2-Lite).
  const queries = weights.get('q_b_proj') ?? weights.get('q_proj');
  if (queries !== undefined) operators.push(linearOperator(pass, count, queries, plan.tensor));
  if (attention.indexer !== undefined) {
    for (const weight of weights.values()) {
      if (weight.part === 'indexer' && weight.columns > 1) operators.push(linearOperator(pass, count, weight, 1));
    }
    operators.push(indexerOperator(pass, count, attention.indexer.heads, attention.indexer.headDimension));
  }
  operators.push(...core(pass, count, attention), linearOperator(pass, count, weights.get('o_proj')!, plan.tensor));
  return operators;
}

/** The cheaper of both forms, as engines choose: naive for long chunks of queries, absorbed for decoding. */
function core(pass: Pass, count: number, attention: LatentAttention): TimedOperator[] {
  const absorbed = absorbedCore(pass, count, attention);
  if (!pass.prefill) return absorbed;
  // Chosen tokens differ from query to query: sparse attention runs absorbed in prefill too (FlashMLA, sparse prefill).
  if (isSparse(pass, attention)) return absorbed;
  const naive = naiveCore(pass, count, attention);
  return total(naive) <= total(absorbed) ? naive : absorbed;
}

function total(operators: readonly TimedOperator[]): number {
  return operators.reduce((sum, { timeUs }) => sum + timeUs, 0);
}

function isSparse({ context }: Pass, { indexer }: LatentAttention): boolean {
  return indexer !== undefined && context > indexer.tokens;
}

/** Keys that a query attends to: half of its own sequence in a causal prefill, and no more than an indexer chooses. */
function seenBy({ prefill, context }: Pass, { indexer }: LatentAttention): number {
  return Math.min(prefill ? context / 2 : context, indexer?.tokens ?? Number.POSITIVE_INFINITY);
}

/** 2 H (n + r + v) operations per pair, and 2 kv H (n + v) per token to decompress (facts/llm/formulas.md, section 2). */
function naiveCore(pass: Pass, count: number, attention: LatentAttention): TimedOperator[] {
  const { plan, tokens, context, device } = pass;
  const { heads, plainDimension, rotaryDimension, valueDimension } = attention;
  const local = heads / plan.tensor;
  const decompress = linearOperator(pass, count, attentionWeightsOf(pass.model).get('kv_b_proj')!, plan.tensor);
  const flops = 2 * tokens * seenBy(pass, attention) * local * (plainDimension + rotaryDimension + valueDimension);
  const bytes = 4 * tokens * local * (plainDimension + valueDimension) * activationElement;
  return [decompress, prefillAttention({ name: 'latent attention', count, flops, bytes }, device, context)];
}

/** 2 H (2 kv + r) operations per pair; the cache is read once for all heads, whatever their number on the device. */
function absorbedCore(pass: Pass, count: number, attention: LatentAttention): TimedOperator[] {
  const { plan, tokens, sequences, device } = pass;
  const { heads, keyValueRank, plainDimension, rotaryDimension, valueDimension } = attention;
  const local = heads / plan.tensor;
  const seen = seenBy(pass, attention);
  const row = keyValueRank + rotaryDimension;
  const projection = (name: string, dimension: number) =>
    matmul(
      {
        name,
        count,
        flops: 2 * tokens * local * dimension * keyValueRank,
        bytes: local * dimension * keyValueRank * activationElement,
      },
      device,
      'wide',
      tokens,
    );
  const work = {
    name: 'latent attention',
    count,
    flops: 2 * tokens * seen * local * (row + keyValueRank),
    bytes: sequences * seen * row * cacheElement(pass),
  };
  return [
    projection('absorbed W_UK', plainDimension),
    latentAttention(work, device),
    projection('absorbed W_UV', valueDimension),
  ];
}

/** Every query looks at every key of the indexer, in 8 bits; the device keeps all of its heads. */
function indexerOperator(pass: Pass, count: number, heads: number, dimension: number): TimedOperator {
  const seen = pass.prefill ? pass.context / 2 : pass.context;
  const flops = 2 * pass.tokens * seen * heads * dimension;
  const bytes = pass.sequences * pass.context * (dimension + 4);
  return prefillAttention({ name: 'indexer', count, flops, bytes }, pass.device, pass.context);
}
