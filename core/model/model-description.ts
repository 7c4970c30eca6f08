/** The number format of a checkpoint's unquantised tensors. */
export type StorageType = 'f32' | 'f16' | 'bf16';

/** Multi-head, multi-query and grouped-query attention. */
export interface GroupedQueryAttention {
  readonly kind: 'grouped-query';
  readonly heads: number;
  readonly keyValueHeads: number;
  /** Of the configuration where it says so: Qwen3-32B has 128, not hidden size / heads. */
  readonly headDimension: number;
  /** Biases of the query, key and value projections. */
  readonly inputBias: boolean;
  readonly outputBias: boolean;
  /** An RMSNorm over each head's query and key. */
  readonly queryKeyNorm: boolean;
}

/** DeepSeek's multi-head latent attention (MLA): keys and values come from one compressed vector per token. */
export interface LatentAttention {
  readonly kind: 'latent';
  readonly heads: number;
  /** Undefined where queries are projected in one step (V2-Lite). */
  readonly queryRank: number | undefined;
  readonly keyValueRank: number;
  /** Per head: dimensions without and with rotary position, and of values. */
  readonly plainDimension: number;
  readonly rotaryDimension: number;
  readonly valueDimension: number;
  /** DeepSeek sparse attention (V3.2): a light attention chooses the tokens that the real one looks at. */
  readonly indexer: Indexer | undefined;
}

export interface Indexer {
  readonly heads: number;
  readonly headDimension: number;
  /** Tokens that each query attends to. */
  readonly tokens: number;
}

export type Attention = GroupedQueryAttention | LatentAttention;

/** A gated feed-forward network: gate, up and down projections. */
export interface DenseFeedForward {
  readonly kind: 'dense';
  readonly width: number;
  readonly bias: boolean;
}

export interface MixtureOfExperts {
  readonly kind: 'mixture';
  readonly experts: number;
  readonly expertsPerToken: number;
  /** Width of one routed expert. */
  readonly expertWidth: number;
  /** Width of all shared experts together; 0 without. */
  readonly sharedWidth: number;
  /** A gate of hidden size x 1 on the shared expert (Qwen2-MoE). */
  readonly sharedGate: boolean;
  /** The correction bias of auxiliary-loss-free balancing: one F32 per expert. */
  readonly routerBias: boolean;
  /** Node-limited routing: experts stand in groups, of which a token visits the best. */
  readonly groups: number;
  readonly groupsPerToken: number;
}

export type FeedForward = DenseFeedForward | MixtureOfExperts;

/** Consecutive layers of one kind. */
export interface LayerGroup {
  readonly count: number;
  readonly feedForward: FeedForward;
}

/** How a checkpoint stores the weights of its linear layers. */
export type WeightFormat =
  /** One scale per block of rows x columns: FP8 of DeepSeek. */
  | {
      readonly kind: 'block';
      readonly bits: number;
      readonly rows: number;
      readonly columns: number;
      readonly scaleBytes: number;
    }
  /** One scale (and perhaps an offset) per output channel: W8A8. */
  | { readonly kind: 'channel'; readonly bits: number; readonly scaleBytes: number }
  /** One scale for the whole tensor. */
  | { readonly kind: 'tensor'; readonly bits: number; readonly scaleBytes: number }
  /** A scale per group along the input and per output channel, with zero points of `zeroBits`: GPTQ, AWQ, W4A16. */
  | {
      readonly kind: 'group';
      readonly bits: number;
      readonly size: number;
      readonly scaleBytes: number;
      readonly zeroBits: number;
      /** Bytes per input channel of an order of channels (GPTQ's g_idx). */
      readonly orderBytes: number;
    };

export interface Quantization {
  /** As the configuration names it: `fp8`, `gptq`, `awq`, `compressed-tensors`, ... */
  readonly method: string;
  /** Undefined where the method is not known well enough to count bytes. */
  readonly format: WeightFormat | undefined;
  /** Set where some linear layers stay unquantised, so that bytes are not known exactly from the format alone. */
  readonly isPartial?: true | undefined;
  /** The numbers that the linear layers compute in where activations are quantised as well. */
  readonly activations: 'fp8' | 'int8' | undefined;
}

/** What a model's configuration says of its weights and layers. */
export interface ModelDescription {
  /** `model_type` of the configuration. */
  readonly architecture: string;
  readonly hiddenSize: number;
  readonly vocabularySize: number;
  readonly tiedEmbeddings: boolean;
  /** Undefined where the configuration does not say. */
  readonly maxContext: number | undefined;
  readonly attention: Attention;
  readonly layers: readonly LayerGroup[];
  /** Modules of multi-token prediction (MTP): one more layer each, with a projection and norms. */
  readonly predictionModules: number;
  readonly storage: StorageType;
  readonly quantization: Quantization | undefined;
}

/** Decoder layers, those of multi-token prediction not counted. */
export function layerCount({ layers }: ModelDescription): number {
  return layers.reduce((sum, { count }) => sum + count, 0);
}
