/** What a model type's code has that its configuration does not say, or says under a flag of that name. */
export interface Architecture {
  readonly attention: 'grouped-query' | 'latent';
  /** Biases of query, key and value projections: always, never, or as a flag of the configuration says. */
  readonly inputBias: boolean | string;
  readonly outputBias: boolean | string;
  readonly queryKeyNorm: boolean | string;
  readonly mlpBias: boolean | string;
  /** Whether routers have the correction bias of auxiliary-loss-free balancing. */
  readonly routerBias: boolean;
  /** Where every layer has experts, `intermediate_size` is their width (Mixtral). */
  readonly expertsUseIntermediateSize: boolean;
  readonly sharedGate: boolean;
  /** `intermediate_size` counts the gate and up projections together: 2 (Qwen of the first generation), otherwise 1. */
  readonly widthDivisor: 1 | 2;
  readonly indexer: boolean;
  /** `tie_word_embeddings` where the configuration leaves it out: the default of the model's configuration class. */
  readonly tiedByDefault: boolean;
}

const dense: Architecture = {
  attention: 'grouped-query',
  inputBias: false,
  outputBias: false,
  queryKeyNorm: false,
  mlpBias: false,
  routerBias: false,
  expertsUseIntermediateSize: false,
  sharedGate: false,
  widthDivisor: 1,
  indexer: false,
  tiedByDefault: false,
};
const latent: Architecture = { ...dense, attention: 'latent' };

/**
 * Model types whose parameters are counted exactly. One that is not here is refused with its name: a new attention
 * guessed to be an old one gives a number that looks right.
 *
 * Sources: the modelling code of each type in huggingface/transformers (src/transformers/models/<type>), and
 * deepseek-ai/DeepSeek-V3 and DeepSeek-V3.2-Exp, inference/model.py; counts tested against published ones.
 */
const architectures: ReadonlyMap<string, Architecture> = new Map([
  ['llama', { ...dense, inputBias: 'attention_bias', outputBias: 'attention_bias', mlpBias: 'mlp_bias' }],
  ['mistral', dense],
  ['mixtral', { ...dense, expertsUseIntermediateSize: true }],
  ['chatglm', { ...dense, inputBias: 'add_qkv_bias', outputBias: 'add_bias_linear', mlpBias: 'add_bias_linear' }],
  ['qwen', { ...dense, inputBias: true, widthDivisor: 2 }],
  ['qwen2', { ...dense, inputBias: true }],
  ['qwen2_moe', { ...dense, inputBias: true, sharedGate: true }],
  ['qwen3', { ...dense, inputBias: 'attention_bias', outputBias: 'attention_bias', queryKeyNorm: true }],
  ['qwen3_moe', { ...dense, inputBias: 'attention_bias', outputBias: 'attention_bias', queryKeyNorm: true }],
  ['glm4_moe', { ...dense, inputBias: 'attention_bias', queryKeyNorm: 'use_qk_norm', routerBias: true }],
  ['deepseek_v2', latent],
  ['deepseek_v3', { ...latent, routerBias: true }],
  ['deepseek_v32', { ...latent, routerBias: true, indexer: true }],
  ['kimi_k2', { ...latent, routerBias: true }],
]);

export function architectureOf(modelType: string): Architecture | undefined {
  return architectures.get(modelType);
}

export const knownArchitectures: readonly string[] = [...architectures.keys()];
