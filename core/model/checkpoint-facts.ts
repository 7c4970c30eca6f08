import type { Evidence } from './evidence';
import type { Localized } from './localized';
import type { ModelDescription } from './model-description';
import type { TextSpan } from './place';

/** A JSON object of a configuration with the place of each of its keys. */
export interface ConfigurationObject {
  readonly keys: readonly string[];
  /** The place of the whole object. */
  readonly span: TextSpan;
  /** Whether a key is there and not null. */
  has(name: string): boolean;
  /** The first of several spellings that is there and not null. */
  spelling(...names: readonly string[]): string | undefined;
  /** A whole number >= 0 under the first spelling that has one. */
  count(...names: readonly string[]): number | undefined;
  text(name: string): string | undefined;
  flag(name: string): boolean | undefined;
  counts(name: string): readonly number[] | undefined;
  texts(name: string): readonly string[] | undefined;
  object(name: string): ConfigurationObject | undefined;
  /** The place of a key with its quotes; of the whole object where the key is absent. */
  keySpan(name: string): TextSpan;
  valueSpan(name: string): TextSpan;
}

/** The weights' files beside a configuration, as far as their headers say. */
export interface CheckpointFiles {
  /** Bytes of all tensors; undefined where a file of the checkpoint is missing or cannot be read. */
  readonly tensorBytes: number | undefined;
  readonly tensors: number;
  readonly files: number;
  /** Bytes by the tensors' number format, as safetensors names it: `BF16`, `F8_E4M3`. */
  readonly bytesByType: ReadonlyMap<string, number>;
}

/** A language model's configuration as rules see it. */
export interface CheckpointFacts {
  readonly path: string;
  readonly config: ConfigurationObject;
  /** The `model_type`; undefined where the configuration has none and is not in DeepSeek's own words. */
  readonly modelType: string | undefined;
  /** Undefined where the architecture is not known well enough to be counted: rules then see the keys alone. */
  readonly model: ModelDescription | undefined;
  /** Whether it is a model that writes text: architectures of other tasks take other routes. */
  readonly isLanguageModel: boolean;
  /** The key that counts for a meaning in this configuration: `hidden_size` may be spelled `dim`. */
  keyOf(name: string): string;
  /** The quantisation's settings, under whichever key they stand. */
  readonly quantization: ConfigurationObject | undefined;
  /** What the checkpoint wants the KV cache to be stored in, and the place that says so. */
  readonly cache: { readonly type: 'fp8' | 'int8'; readonly span: TextSpan } | undefined;
  /** Bytes of the tensors of a checkpoint of this configuration; undefined where the model or its number format is not known. */
  readonly computedBytes: number | undefined;
  /** Undefined where there are none, or nobody looked. */
  readonly files: CheckpointFiles | undefined;
  /** Whether msModelSlim's description of quantised weights lies beside it; undefined where nobody looked. */
  readonly hasQuantizationDescription: boolean | undefined;
}

/** What a route's software refuses a checkpoint for. */
export type RefusalSubject =
  | 'tensor'
  | 'pipeline'
  | 'expert'
  | 'data'
  | 'weights'
  | 'cache'
  | 'draft'
  | 'disaggregated'
  | 'quantization'
  | 'storage'
  | 'architecture';

/** Something that a route's software refuses of a checkpoint as it is. */
export interface RouteRefusal {
  readonly subject: RefusalSubject;
  /** What fails, and why. */
  readonly message: Localized;
  readonly instead: Localized | undefined;
  /** Whether a setting of the software gets around it, with the same checkpoint. */
  readonly adjustable: boolean;
  readonly evidence: readonly Evidence[];
}

/** How a model goes onto devices of a target: the plan of the fewest devices on which it fits, or the nearest to fitting. */
export interface Placement {
  /** Chips. */
  readonly devices: number;
  readonly tensor: number;
  readonly pipeline: number;
  readonly expert: number;
  readonly data: number;
  readonly fit: 'fits' | 'tight' | 'no';
  /** The number format in which the weights are deployed: `fp8`, `bf16`, `int8`, `w4`. */
  readonly weights: string;
  /** Bytes of one device, the fullest. */
  readonly weightsBytes: number;
  readonly usableBytes: number;
  /** Negative: what is missing. */
  readonly headroomBytes: number;
  readonly kvBytesPerToken: number;
  /** Tokens of context that one request can have. */
  readonly maxContext: number;
}
