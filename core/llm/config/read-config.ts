import type {
  Attention,
  FeedForward,
  LatentAttention,
  LayerGroup,
  Localized,
  ModelDescription,
  Problem,
  Quantization,
  StorageType,
  TextSpan,
} from '../../model';
import { type Architecture, architectureOf, knownArchitectures } from './architectures';
import { type ConfigObject, parseConfig } from './config-object';
import { readQuantization } from './quantization';
import { isDeepSeekOwn, spellings } from './spellings';

export interface ReadDescription {
  /** Undefined where the configuration is of no language model that is counted exactly. */
  readonly description: ModelDescription | undefined;
  readonly config: ConfigObject | undefined;
  readonly problems: readonly Problem[];
}

/** More layers than any model has: a description may not cost more than its file. */
const mostLayers = 100_000;

/**
 * A Hugging Face config.json, or one of DeepSeek's own inference/configs/*.json, as a model.
 *
 * @param weights how the weights beside it are quantised, where a file of their own says so (msModelSlim)
 */
export function readModelDescription(text: string, weights?: Quantization | undefined): ReadDescription {
  const { config, problems } = parseConfig(text);
  if (config === undefined) return { description: undefined, config, problems };
  const modelType = isDeepSeekOwn(config) ? ownType(config) : config.text('model_type');
  const architecture = modelType === undefined ? undefined : architectureOf(modelType);
  if (modelType === undefined || architecture === undefined) {
    return { description: undefined, config, problems: [...problems, unknownArchitecture(config, modelType)] };
  }
  const reader = new DescriptionReader(config, architecture, weights);
  const description = reader.read(modelType);
  return {
    description: reader.problems.length === 0 ? description : undefined,
    config,
    problems: [...problems, ...reader.problems],
  };
}

/** DeepSeek's own files do not name a type; V3 scores experts by sigmoid, and only V3.2 has an indexer. */
function ownType(config: ConfigObject): string {
  if (config.has('index_n_heads')) return 'deepseek_v32';
  return config.text('score_func') === 'sigmoid' ? 'deepseek_v3' : 'deepseek_v2';
}

function unknownArchitecture(config: ConfigObject, modelType: string | undefined): Problem {
  const known = knownArchitectures.join(', ');
  return {
    code: modelType === undefined ? 'config/no-model-type' : 'config/unknown-architecture',
    severity: 'error',
    span: config.valueSpan('model_type'),
    message:
      modelType === undefined
        ? {
            en: 'There is no model_type, so this is not known to be a model.',
            zh: '缺少 model_type，无法判断这是哪种模型。',
          }
        : {
            en: `The architecture ${modelType} is not known; its parameters are not guessed. Known: ${known}.`,
            zh: `不认识架构 ${modelType}，不会猜测其参数量。目前支持：${known}。`,
          },
  };
}

class DescriptionReader {
  readonly problems: Problem[] = [];

  constructor(
    private readonly config: ConfigObject,
    private readonly architecture: Architecture,
    private readonly weights: Quantization | undefined,
  ) {}

  read(modelType: string): ModelDescription {
    const layers = this.#layers();
    return {
      architecture: modelType,
      hiddenSize: this.#required('hidden_size'),
      vocabularySize: this.#required('vocab_size'),
      tiedEmbeddings: this.config.flag('tie_word_embeddings') ?? this.architecture.tiedByDefault,
      maxContext: this.config.count('max_position_embeddings', 'max_seq_len'),
      attention: this.#attention(),
      layers,
      predictionModules: this.config.count('num_nextn_predict_layers', 'n_mtp_layers') ?? 0,
      storage: storageOf(this.config.text('torch_dtype') ?? this.config.text('dtype')),
      quantization: this.#quantization(),
    };
  }

  /** msModelSlim's weights are described beside the configuration, which names the method `ascend` or none. */
  #quantization(): Quantization | undefined {
    const own = readQuantization(this.config) ?? ownFp8(this.config);
    return own === undefined || own.method === 'ascend' ? (this.weights ?? own) : own;
  }

  #attention(): Attention {
    const heads = this.#required('num_attention_heads');
    if (this.architecture.attention === 'latent') return this.#latent(heads);
    const headDimension =
      this.config.count(...spellings('head_dim')) ?? this.#required('hidden_size') / Math.max(1, heads);
    if (!Number.isInteger(headDimension)) this.#fail('num_attention_heads', indivisible);
    return {
      kind: 'grouped-query',
      heads,
      keyValueHeads: this.config.count(...spellings('num_key_value_heads')) ?? heads,
      headDimension,
      inputBias: this.#trait(this.architecture.inputBias),
      outputBias: this.#trait(this.architecture.outputBias),
      queryKeyNorm: this.#trait(this.architecture.queryKeyNorm),
    };
  }

  #latent(heads: number): LatentAttention {
    return {
      kind: 'latent',
      heads,
      // DeepSeek's own files write 0 for none.
      queryRank: this.config.count('q_lora_rank') || undefined,
      keyValueRank: this.#required('kv_lora_rank'),
      plainDimension: this.#required('qk_nope_head_dim'),
      rotaryDimension: this.#required('qk_rope_head_dim'),
      valueDimension: this.#required('v_head_dim'),
      indexer: this.architecture.indexer
        ? {
            heads: this.#required('index_n_heads'),
            headDimension: this.#required('index_head_dim'),
            tokens: this.#required('index_topk'),
          }
        : undefined,
    };
  }

  /** Which layers have experts: all after the first dense ones, every n-th, and none that is named as dense. */
  #layers(): LayerGroup[] {
    const count = this.#required('num_hidden_layers');
    if (count > mostLayers) this.#fail('num_hidden_layers', tooManyLayers);
    const experts = this.config.count('n_routed_experts', 'num_experts', 'num_local_experts', 'moe_num_experts') ?? 0;
    if (experts === 0) return [{ count, feedForward: this.#dense() }];
    const mixture = this.#mixture(experts);
    const first = this.config.count(...spellings('first_k_dense_replace')) ?? 0;
    const step = this.config.count('moe_layer_freq', 'decoder_sparse_step') ?? 1;
    const denseLayers = new Set(this.config.counts('mlp_only_layers'));
    const groups: { count: number; feedForward: FeedForward }[] = [];
    let dense: FeedForward | undefined;
    for (let layer = 0; layer < Math.min(count, mostLayers); layer++) {
      const sparse = layer >= first && !denseLayers.has(layer) && this.#isSparse(layer, step);
      if (!sparse) dense ??= this.#dense();
      const feedForward = sparse ? mixture : dense!;
      const last = groups.at(-1);
      if (last?.feedForward === feedForward) last.count++;
      else groups.push({ count: 1, feedForward });
    }
    return groups;
  }

  /** DeepSeek counts from layer 0 (layer % freq == 0), Qwen from 1 ((layer + 1) % step == 0). */
  #isSparse(layer: number, step: number): boolean {
    if (step <= 1) return true;
    return (this.config.has('decoder_sparse_step') ? layer + 1 : layer) % step === 0;
  }

  #dense(): FeedForward {
    return {
      kind: 'dense',
      width: this.#required('intermediate_size') / this.architecture.widthDivisor,
      bias: this.#trait(this.architecture.mlpBias),
    };
  }

  #mixture(experts: number): FeedForward {
    const { expertsUseIntermediateSize, sharedGate, routerBias } = this.architecture;
    const expertWidth = this.#required(expertsUseIntermediateSize ? 'intermediate_size' : 'moe_intermediate_size');
    const shared = this.config.count('n_shared_experts', 'num_shared_experts') ?? 0;
    const method = this.config.text('topk_method');
    return {
      kind: 'mixture',
      experts,
      expertsPerToken: this.#required('num_experts_per_tok'),
      expertWidth,
      sharedWidth: this.config.count('shared_expert_intermediate_size') ?? shared * expertWidth,
      sharedGate,
      routerBias: method === undefined ? routerBias : method === 'noaux_tc',
      groups: this.config.count(...spellings('n_group')) ?? 1,
      groupsPerToken: this.config.count(...spellings('topk_group')) ?? 1,
    };
  }

  #trait(trait: boolean | string): boolean {
    return typeof trait === 'boolean' ? trait : (this.config.flag(trait) ?? false);
  }

  #required(key: string): number {
    const value = this.config.count(...spellings(key));
    if (value !== undefined && value > 0) return value;
    this.#fail(key, {
      en: `${key} is missing or no positive whole number; without it nothing can be counted.`,
      zh: `缺少 ${key}，或其值不是正整数，无法计算。`,
    });
    return 1;
  }

  /** The key's value; where it is missing, what says which model this is. */
  #placeOf(key: string): TextSpan {
    const present = this.config.spelling(...spellings(key), 'model_type', 'kv_lora_rank');
    return present === undefined ? this.config.span : this.config.valueSpan(present);
  }

  #fail(key: string, message: Localized): void {
    if (this.problems.some((problem) => problem.message.en === message.en)) return;
    this.problems.push({ code: 'config/value', severity: 'error', message, span: this.#placeOf(key) });
  }
}

const indivisible: Localized = {
  en: 'hidden_size is no multiple of num_attention_heads, and there is no head_dim.',
  zh: 'hidden_size 不能被 num_attention_heads 整除，且没有给出 head_dim。',
};

const tooManyLayers: Localized = {
  en: `A model has at most ${mostLayers} layers here.`,
  zh: `此处最多支持 ${mostLayers} 层。`,
};

function storageOf(dtype: string | undefined): StorageType {
  if (dtype === 'float16') return 'f16';
  return dtype === 'float32' ? 'f32' : 'bf16';
}

/** DeepSeek's own files say `"dtype": "fp8"`; its block is 128 x 128 (inference/model.py, block_size). */
function ownFp8(config: ConfigObject): ModelDescription['quantization'] {
  if (!isDeepSeekOwn(config) || config.text('dtype') !== 'fp8') return undefined;
  return {
    method: 'fp8',
    activations: 'fp8',
    format: { kind: 'block', bits: 8, rows: 128, columns: 128, scaleBytes: 4 },
  };
}
