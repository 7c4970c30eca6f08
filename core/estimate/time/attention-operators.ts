import type { GroupedQueryAttention, Weight } from '../../llm';
import { formOf } from './device';
import { decodeAttention, matmul, prefillAttention } from './kernels';
import { latentOperators } from './latent-attention';
import { attentionWeightsOf } from './layer-weights';
import type { TimedOperator } from './operator';
import { activationElement, cacheElement, type Pass } from './pass';

/** Attention of `count` layers on one device of a replica. */
export function attentionOperators(pass: Pass, count: number): TimedOperator[] {
  const { attention } = pass.model;
  return attention.kind === 'latent' ? latentOperators(pass, count, attention) : grouped(pass, count, attention);
}

/** A linear layer of which the device holds 1 / `shards`. */
export function linearOperator(
  pass: Pass,
  count: number,
  weight: Weight,
  shards: number,
  name = weight.name,
): TimedOperator {
  const { tokens, device } = pass;
  const size = (weight.rows * weight.columns * weight.count) / shards;
  const activations = tokens * (weight.rows / shards + weight.columns) * activationElement;
  return matmul(
    {
      name,
      count,
      flops: 2 * tokens * size,
      bytes: pass.bytesOf(weight) / shards + activations,
      columns: shards === 1 ? weight.columns : weight.columns / inputShards(weight, shards),
    },
    device,
    formOf(device, weight.part, weight.quantized),
    tokens,
  );
}

/** Output projections are cut along their input, all others along their output. */
function inputShards({ name }: Weight, shards: number): number {
  return name === 'o_proj' || name === 'down_proj' ? shards : 1;
}

/** Several linear layers of one input, which serving engines merge into one kernel. */
export function mergedOperator(pass: Pass, count: number, name: string, weights: readonly Weight[], shards: number) {
  const [first] = weights;
  let rows = 0;
  let bytes = 0;
  for (const weight of weights) {
    rows += weight.rows;
    bytes += pass.bytesOf(weight) / shards;
  }
  const columns = first?.columns ?? 0;
  const activations = pass.tokens * (rows / shards + columns) * activationElement;
  return matmul(
    { name, count, flops: (2 * pass.tokens * rows * columns) / shards, bytes: bytes + activations, columns },
    pass.device,
    formOf(pass.device, first?.part ?? '', first?.quantized ?? false),
    pass.tokens,
  );
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
