import type { GroupedQueryAttention } from '../../llm';
import { decodeAttention, prefillAttention } from './kernels';
import { latentOperators } from './latent-attention';
import { attentionWeightsOf } from './layer-weights';
import { linearOperator, mergedOperator } from './linear-operators';
import type { TimedOperator } from './operator';
import { activationElement, cacheElement, type Pass } from './pass';

/** Attention of `count` layers on one device of a replica. */
export function attentionOperators(pass: Pass, count: number): TimedOperator[] {
  const { attention } = pass.model;
  return attention.kind === 'latent' ? latentOperators(pass, count, attention) : grouped(pass, count, attention);
}

function grouped(pass: Pass, count: number, attention: GroupedQueryAttention): TimedOperator[] {
  const { plan } = pass;
  const weights = attentionWeightsOf(pass.model);
  const projections = ['q_proj', 'k_proj', 'v_proj'].map((name) => weights.get(name)!);
  const output = weights.get('o_proj')!;
  return [
    mergedOperator(pass, count, 'qkv_proj', projections, plan.tensor),
    groupedCore(pass, count, attention),
    linearOperator(pass, count, output, plan.tensor),
  ];
}

/** Scores and values: 4 H d operations per pair of query and key; the cache of each KV head is read once. */
function groupedCore(pass: Pass, count: number, attention: GroupedQueryAttention): TimedOperator {
  const { plan, tokens, sequences, context, prefill, device } = pass;
  const { heads, keyValueHeads, headDimension } = attention;
  const localHeads = heads / plan.tensor;
  const localCache = Math.max(1, keyValueHeads / plan.tensor);
  // Of a causal prefill every token sees half of its own sequence on average.
  const seen = prefill ? context / 2 : context;
  const work = {
    name: 'attention',
    count,
    flops: 4 * tokens * localHeads * headDimension * seen,
    bytes:
      2 * sequences * context * localCache * headDimension * cacheElement(pass) +
      2 * tokens * localHeads * headDimension * activationElement,
  };
  return prefill ? prefillAttention(work, device, context) : decodeAttention(work, device, pass.cache !== 'bf16');
}
