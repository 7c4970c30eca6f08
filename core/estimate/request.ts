import type { CacheType, ModelDescription } from '../llm';
import type { CheckpointRoute, Localized, Target } from '../model';
import type { MemoryFit } from './memory/fit';
import type { Plan } from './plan';
import type { Refusal } from './routes';
import type { TimedOperator } from './time/operator';
import type { WeightChoice } from './weight-choice';

export interface EstimateRequest {
  readonly model: ModelDescription;
  readonly target: Target;
  readonly plan: Plan;
  /** The software that serves; undefined: the target's default. NVIDIA parts have none. */
  readonly route?: CheckpointRoute | undefined;
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
  /** Whether the runtime replays no graphs. */
  readonly eager?: boolean | undefined;
  /** Load of the busiest device's experts over the mean; 1.2 with load balancing, 1 balanced perfectly. */
  readonly imbalance?: number | undefined;
  /** Tokens that multi-token prediction verifies per step beside the sampled one, and the share of them accepted. */
  readonly draft?: { readonly tokens: number; readonly acceptance: number } | undefined;
}

/** Factors on the times: the class's P90 error of validation. */
export interface Band {
  readonly low: number;
  readonly high: number;
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
  /** Operators of a decode step at half of the output. */
  readonly layers: readonly TimedOperator[];
  readonly band: Band;
  /** What the route's software refuses of this request: the figures are then of what cannot be run. */
  readonly refusals: readonly Refusal[];
  readonly assumptions: readonly Localized[];
}
