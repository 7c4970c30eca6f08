import type { ModelDescription } from '../../llm';

/** How a training run is spread. Data-parallel ranks x tensor x pipeline = devices. */
export interface TrainingPlan {
  readonly data: number;
  readonly tensor: number;
  readonly pipeline: number;
  /** Ranks, among those of data parallelism, over which routed experts are spread; 1: each has all of them. */
  readonly expert: number;
  /**
   * ZeRO's stages: 0 nothing is divided over data-parallel ranks, 1 the optimizer's states are, 2 gradients too, 3 weights
   * too (FSDP's full shard is 3, its shard_grad_op 2).
   */
  readonly zero: 0 | 1 | 2 | 3;
}

export interface TrainingRequest {
  readonly model: ModelDescription;
  readonly plan: TrainingPlan;
  /** Tokens of one sequence. */
  readonly sequenceLength: number;
  /** Sequences of one data-parallel rank that pass through at once. */
  readonly microBatch: number;
  /** Micro-batches of a step and data-parallel rank. */
  readonly accumulation: number;
  readonly recomputation: Recomputation;
  /** Whether norms and dropouts are divided over tensor-parallel ranks too. */
  readonly sequenceParallel: boolean;
  /** Whether attention keeps no matrix of scores (FlashAttention). */
  readonly flashAttention: boolean;
  readonly optimizer: OptimizerKind;
  /** Whether gradients are added up in F32. */
  readonly gradientsInF32: boolean;
}

/** What is thrown away in the forward pass and computed again in the backward one. */
export type Recomputation = 'none' | 'selective' | 'full';

export type OptimizerKind = 'adam' | 'adam-8bit' | 'sgd-momentum';
