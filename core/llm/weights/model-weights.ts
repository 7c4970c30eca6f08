import type { FeedForward, ModelDescription } from '../../model';
import { attentionWeights } from './attention-weights';
import { feedForwardWeights } from './feed-forward-weights';
import { plain, type Weight } from './weight';

/** Weights of a stretch of equal layers: of one layer, and how many layers there are. */
export interface WeightGroup {
  readonly name: 'ends' | 'layers' | 'prediction';
  readonly layers: number;
  readonly weights: readonly Weight[];
}

/** All weights of the model as its parameters are counted: tied embeddings once, prediction modules without their copies. */
export function modelWeights(model: ModelDescription): readonly WeightGroup[] {
  const { hiddenSize, vocabularySize, tiedEmbeddings, layers, predictionModules } = model;
  const ends = [
    plain('embedding', 'embed_tokens', vocabularySize, hiddenSize),
    ...(tiedEmbeddings ? [] : [plain('head', 'lm_head', vocabularySize, hiddenSize)]),
    plain('norm', 'norm', hiddenSize),
  ];
  const groups: WeightGroup[] = [{ name: 'ends', layers: 1, weights: ends }];
  for (const { count, feedForward } of layers) {
    groups.push({ name: 'layers', layers: count, weights: layerWeights(model, feedForward) });
  }
  if (predictionModules > 0)
    groups.push({ name: 'prediction', layers: predictionModules, weights: predictionWeights(model) });
  return groups;
}

function layerWeights({ attention, hiddenSize }: ModelDescription, feedForward: FeedForward): readonly Weight[] {
  return [
    ...attentionWeights(attention, hiddenSize),
    ...feedForwardWeights(feedForward, hiddenSize),
    plain('norm', 'input_layernorm, post_attention_layernorm', 2 * hiddenSize),
  ];
}

/**
 * One module of multi-token prediction: a layer like the last one, the projection of two concatenated states, and three
 * norms (deepseek-ai/DeepSeek-V3 README_WEIGHTS.md).
 */
function predictionWeights(model: ModelDescription): readonly Weight[] {
  const { hiddenSize, layers } = model;
  const last = layers.at(-1);
  return [
    ...(last === undefined ? [] : layerWeights(model, last.feedForward)),
    plain('prediction', 'eh_proj', hiddenSize, 2 * hiddenSize),
    plain('norm', 'enorm, hnorm, shared_head.norm', 3 * hiddenSize),
  ];
}
