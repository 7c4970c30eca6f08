import type { Attention, GroupedQueryAttention, Indexer, LatentAttention } from '../../model';
import { linear, plain, type Weight } from './weight';

/** Weights of one layer's attention. `hidden` is the model's hidden size. */
export function attentionWeights(attention: Attention, hidden: number): readonly Weight[] {
  return attention.kind === 'latent' ? latentWeights(attention, hidden) : groupedWeights(attention, hidden);
}

function groupedWeights(attention: GroupedQueryAttention, hidden: number): readonly Weight[] {
  const { heads, keyValueHeads, headDimension, inputBias, outputBias, queryKeyNorm } = attention;
  const query = heads * headDimension;
  const keyValue = keyValueHeads * headDimension;
  const weights = [
    linear('attention', 'q_proj', query, hidden),
    linear('attention', 'k_proj', keyValue, hidden),
    linear('attention', 'v_proj', keyValue, hidden),
    linear('attention', 'o_proj', hidden, query),
  ];
  if (inputBias) weights.push(plain('attention', 'qkv bias', query + 2 * keyValue));
  if (outputBias) weights.push(plain('attention', 'o_proj.bias', hidden));
  if (queryKeyNorm) weights.push(plain('attention', 'q_norm, k_norm', 2 * headDimension));
  return weights;
}

/** DeepSeek-V2, arXiv:2405.04434, section 2.1, and deepseek-ai/DeepSeek-V3 inference/model.py, class MLA. */
function latentWeights(attention: LatentAttention, hidden: number): readonly Weight[] {
  const { heads, queryRank, keyValueRank, plainDimension, rotaryDimension, valueDimension, indexer } = attention;
  const query = heads * (plainDimension + rotaryDimension);
  const queries =
    queryRank === undefined
      ? [linear('attention', 'q_proj', query, hidden)]
      : [
          linear('attention', 'q_a_proj', queryRank, hidden),
          plain('attention', 'q_a_layernorm', queryRank),
          linear('attention', 'q_b_proj', query, queryRank),
        ];
  return [
    ...queries,
    linear('attention', 'kv_a_proj_with_mqa', keyValueRank + rotaryDimension, hidden),
    plain('attention', 'kv_a_layernorm', keyValueRank),
    linear('attention', 'kv_b_proj', heads * (plainDimension + valueDimension), keyValueRank),
    linear('attention', 'o_proj', hidden, heads * valueDimension),
    ...(indexer === undefined ? [] : indexerWeights(indexer, hidden, queryRank ?? hidden)),
  ];
}

/** deepseek-ai/DeepSeek-V3.2-Exp inference/model.py, class Indexer: its norm is a LayerNorm with a bias. */
function indexerWeights({ heads, headDimension }: Indexer, hidden: number, queryRank: number): readonly Weight[] {
  return [
    linear('indexer', 'indexer.wq_b', heads * headDimension, queryRank),
    linear('indexer', 'indexer.wk', headDimension, hidden),
    plain('indexer', 'indexer.k_norm', 2 * headDimension),
    plain('indexer', 'indexer.weights_proj', heads, hidden),
  ];
}
