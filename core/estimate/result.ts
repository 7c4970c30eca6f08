import type { CacheType } from '../llm';
import type { Localized } from '../model';
import type { MemoryFit } from './memory/fit';
import type { Plan } from './plan';
import type { Refusal } from './routes';
import type { TimedOperator } from './time/operator';
import type { Validation } from './validation/nearest';
import type { Band } from './validation/table';
import type { WeightChoice } from './weight-choice';

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
