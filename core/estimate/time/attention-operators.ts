import type { GroupedQueryAttention, LatentAttention, Weight } from '../../llm';
import { attentionWeights } from '../../llm';
import { attentionKernel, matmul } from './kernels';
import type { TimedOperator } from './operator';
import { activationElement, type Pass } from './pass';

/** Attention of `count` layers on one device of a replica. */
export function attentionOperators(pass: Pass, count: number): TimedOperator[] {
  const { attention } = pass.model;
  return attention.kind === 'latent' ? latent(pass, count, attention) : grouped(pass, count, attention);
}

/** A linear layer of which the device holds 1 / `shards`. */
export function linearOperator(pass: Pass, count: number, weight: Weight, shards: number): TimedOperator {
  const { tokens, device } = pass;
  const size = (weight.rows * weight.columns * weight.count) / shards;
  const activations = tokens * (weight.rows / shards + weight.columns) * activationElement;
  return matmul(
    { name: weight.name, count, flops: 2 * tokens * size, bytes: pass.bytesOf(weight) / shards + activations },
    device,
    weight.quantized,
  );
}

/** Several linear layers of one input, which serving engines merge into one kernel. */
export function mergedOperator(pass: Pass, count: number, name: string, weights: readonly Weight[], shards: number) {
  const rows = weights.reduce((sum, weight) => sum + weight.rows, 0);
  const [first] = weights;
  const bytes = weights.reduce((sum, weight) => sum + pass.bytesOf(weight), 0) / shards;
  const columns = first?.columns ?? 0;
  const activations = pass.tokens * (rows / shards + columns) * activationElement;
  return matmul(
    { name, count, flops: (2 * pass.tokens * rows * columns) / shards, bytes: bytes + activations },
    pass.device,
    first?.quantized ?? false,
  );
}

function cacheElement({ cache }: Pass): number {
  return cache === 'bf16' ? 2 : 1;
}

function grouped(pass: Pass, count: number, attention: GroupedQueryAttention): TimedOperator[] {
  const { plan, tokens, sequences, context, prefill, device } = pass;
  const weights = attentionWeights(attention, pass.model.hiddenSize);
  const projections = weights.filter(({ name }) => /^[qkv]_proj$/.test(name));
  const output = weights.find(({ name }) => name === 'o_proj')!;
  const { heads, keyValueHeads, headDimension } = attention;
  const localHeads = heads / plan.tensor;
  const localCache = Math.max(1, keyValueHeads / plan.tensor);
  // Of a causal prefill every token sees half of its own sequence on average.
  const seen = prefill ? context / 2 : context;
  const core = attentionKernel(
    {
      name: 'attention',
      count,
      flops: 4 * tokens * localHeads * headDimension * seen,
      bytes:
        2 * sequences * context * localCache * headDimension * cacheElement(pass) +
        2 * tokens * localHeads * headDimension * activationElement,
    },
    device,
    prefill ? 'prefill' : 'decode',
  );
  return [
    mergedOperator(pass, count, 'qkv_proj', projections, plan.tensor),
    core,
    linearOperator(pass, count, output, plan.tensor),
  ];
}

/**
 * Latent attention: naive in prefill (keys and values are decompressed, 2 H (n + r + v) operations per pair), absorbed in
 * decode (2 H (2 kv + r) per pair, and the cache is read once for all heads). An indexer (V3.2) looks at every token, and
 * attention then at the best of them.
 */
function latent(pass: Pass, count: number, attention: LatentAttention): TimedOperator[] {
  const { plan, tokens, sequences, context, prefill, device } = pass;
  const { heads, keyValueRank, plainDimension, rotaryDimension, valueDimension, indexer } = attention;
  const local = heads / plan.tensor;
  const weights = attentionWeights(attention, pass.model.hiddenSize);
  const named = (name: string) => weights.filter((weight) => weight.name === name);
  const whole = [...named('q_a_proj'), ...named('kv_a_proj_with_mqa')];
  const operators = [mergedOperator(pass, count, 'q_a, kv_a', whole, 1)];
  for (const weight of [...named('q_b_proj'), ...named('q_proj')]) {
    operators.push(linearOperator(pass, count, weight, plan.tensor));
  }
  const seen = Math.min(prefill ? context / 2 : context, indexer?.tokens ?? Number.POSITIVE_INFINITY);
  if (indexer !== undefined) operators.push(indexerOperator(pass, count, indexer.heads, indexer.headDimension));
  if (prefill) {
    for (const weight of named('kv_b_proj')) operators.push(linearOperator(pass, count, weight, plan.tensor));
    const flops = 2 * tokens * seen * local * (plainDimension + rotaryDimension + valueDimension);
    const bytes = 4 * tokens * local * (plainDimension + valueDimension) * activationElement;
    operators.push(attentionKernel({ name: 'latent attention', count, flops, bytes }, device, 'prefill'));
  } else {
    const absorbed = { count, bytes: local * keyValueRank * plainDimension * activationElement };
    const flops = 2 * tokens * local * plainDimension * keyValueRank;
    operators.push(matmul({ ...absorbed, name: 'absorbed W_UK', flops }, device, false));
    const pairs = tokens * seen * local;
    const row = keyValueRank + rotaryDimension;
    operators.push(
      attentionKernel(
        {
          name: 'latent attention',
          count,
          flops: 2 * pairs * (row + keyValueRank),
          bytes: sequences * seen * row * cacheElement(pass),
        },
        device,
        'latent',
      ),
      matmul({ ...absorbed, name: 'absorbed W_UV', flops }, device, false),
    );
  }
  for (const weight of named('o_proj')) operators.push(linearOperator(pass, count, weight, plan.tensor));
  return operators;
}

/** Every query looks at every key of the indexer, in 8 bits; the device keeps all of its heads. */
function indexerOperator(pass: Pass, count: number, heads: number, dimension: number): TimedOperator {
  const seen = pass.prefill ? pass.context / 2 : pass.context;
  const flops = 2 * pass.tokens * seen * heads * dimension;
  const bytes = pass.sequences * pass.context * (dimension + 4);
  return attentionKernel({ name: 'indexer', count, flops, bytes }, pass.device, 'prefill');
}
