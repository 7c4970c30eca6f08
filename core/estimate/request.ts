import type { CacheType, ModelDescription } from '../llm';
import type { CheckpointRoute, Target } from '../model';
import type { Plan } from './plan';
import type { Engine } from './time/constant-rows';
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
