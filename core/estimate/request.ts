import type { CacheType, ModelDescription } from '../llm';
import type { CheckpointRoute, Localized, Target } from '../model';
import type { MemoryFit } from './memory/fit';
import type { Plan } from './plan';
import type { Refusal } from './routes';
import type { Engine } from './time/constant-rows';
import type { TimedOperator } from './time/operator';
import type { Validation } from './validation/nearest';
import type { WeightChoice } from './weight-choice';
import type { ConstantChanges } from './what-if/changes';

export interface EstimateRequest {
  readonly model: ModelDescription;
  readonly target: Target;
  readonly plan: Plan;
  /** The software that serves; undefined: the target's default. NVIDIA parts have none. */
  readonly route?: CheckpointRoute | undefined;
  /** The engine on NVIDIA parts; undefined: vLLM. Elsewhere the route decides. */
  readonly engine?: Engine | undefined;
  /** Undefined: as the checkpoint has them, or the nearest that the target computes. */
  readonly weights?: WeightChoice | undefined;
  readonly cache?: CacheType | undefined;
  /** Tokens per request: read, and written. */
  readonly prompt: number;
  readonly output: number;
  /** Sequences at once, over all devices. */
  readonly concurrency: number;
  /** Whether other devices do the prefill; decoding then is not held up by it. */
  readonly disaggregated?: boolean | undefined;
  /** Those devices, where they are to be estimated as well: a plan of one prefill replica of the same target. */
  readonly prefillPlan?: Plan | undefined;
  /** Constants to change, by a name of `constantNames` or a path, in the name's unit. */
  readonly constants?: ConstantChanges | undefined;
  /** Tokens of prompts that a step takes at most (max_num_batched_tokens, chunked_prefill_size); undefined: 8192. */
  readonly chunk?: number | undefined;
  /** Whether the runtime replays no graphs. */
  readonly eager?: boolean | undefined;
  /** Load of the busiest device's experts over the mean; 1.2 with load balancing, 1 balanced perfectly. */
  readonly imbalance?: number | undefined;
  /** Further copies of busy experts over all devices, for balance: memory that they take. */
  readonly redundantExperts?: number | undefined;
  /** Tokens that multi-token prediction verifies per step beside the sampled one, and the share of them accepted. */
  readonly draft?: { readonly tokens: number; readonly acceptance: number } | undefined;
}

/** Factors on the times: the class's P90 error of validation. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** Separate pools for prefill and decoding, with as many prefill replicas as keep the decoding ones busy. */
export interface Disaggregation {
  readonly prefillPlan: Plan;
  /** Prefill replicas per decoding pool: not a whole number. */
  readonly prefillReplicas: number;
  /** Time to the first token on the prefill pool, and of moving one prompt's cache to the decoding pool. */
  readonly prefillMs: number;
  readonly transferMs: number;
  /** Of both pools together. */
  readonly tokensPerSecondPerDevice: number;
}

export interface Estimate {
  readonly plan: Plan;
  readonly weights: WeightChoice;
  readonly cache: CacheType;
  readonly memory: MemoryFit;
  /** TTFT without queueing: a lower bound. */
  readonly prefill: { readonly ttftMs: number; readonly tokensPerSecond: number };
  readonly decode: {
    readonly tpotMs: number;
    readonly tokensPerSecondPerUser: number;
    readonly tokensPerSecondPerDevice: number;
    readonly tokensPerSecond: number;
  };
  /** Where a plan for prefill is given. */
  readonly disaggregation?: Disaggregation | undefined;
  /** Operators of a decode step at half of the output. */
  readonly layers: readonly TimedOperator[];
  readonly band: Band;
  /** The class of validated configurations that this one is like, its error, and the nearest published measurement. */
  readonly validation: Validation;
  /** What the route's software refuses of this request: the figures are then of what cannot be run. */
  readonly refusals: readonly Refusal[];
  readonly assumptions: readonly Localized[];
}
