import { layerCount, modelWeights, parametersOf } from '../../llm';
import { trainingActivations } from './activations';
import type { OptimizerKind, TrainingPlan, TrainingRequest } from './request';

/**
 * Bytes per parameter of an optimizer in mixed precision: an F32 copy of the weights, and its states. Adam's 4 + 4 + 4 are
 * K = 12 of ZeRO (Rajbhandari et al., arXiv:1910.02054, section 3.1).
 */
const optimizerBytes: Readonly<Record<OptimizerKind, number>> = {
  adam: 12,
  'adam-8bit': 4 + 2,
  'sgd-momentum': 4 + 4,
};

const bf16 = 2;

/** Memory of the fullest device while a step runs, in bytes. */
export interface TrainingMemory {
  readonly parameters: number;
  readonly weightsBytes: number;
  readonly gradientsBytes: number;
  readonly optimizerBytes: number;
  readonly activationBytes: number;
  readonly totalBytes: number;
}

/** Parameters of a rank, and over how many data-parallel ranks each of them has a copy. */
export interface Replicated {
  readonly parameters: number;
  readonly replicas: number;
}

export interface ModelStates {
  readonly weightsBytes: number;
  readonly gradientsBytes: number;
  readonly optimizerBytes: number;
}

/**
 * Model states of ZeRO, 2 Psi + 2 Psi + K Psi, each divided over data-parallel ranks from its stage on (arXiv:1910.02054,
 * figure 1: 7.5 B parameters on 64 ranks take 120, 31.4, 16.6 and 1.9 GB).
 */
export function modelStates(
  of: readonly Replicated[],
  zero: TrainingPlan['zero'],
  optimizer: OptimizerKind,
  gradientsInF32: boolean,
): ModelStates {
  const states = (bytes: number, from: 1 | 2 | 3) =>
    of.reduce((sum, { parameters, replicas }) => sum + (bytes * parameters) / (zero >= from ? replicas : 1), 0);
  return {
    weightsBytes: states(bf16, 3),
    gradientsBytes: states(gradientsInF32 ? 4 : bf16, 2),
    optimizerBytes: states(optimizerBytes[optimizer], 1),
  };
}

/** Memory of the fullest rank: model states and activations (arXiv:2205.05198). */
export function trainingMemory(request: TrainingRequest): TrainingMemory {
  const { plan } = request;
  const { dense, experts } = parametersPerRank(request);
  const states = modelStates(
    [
      { parameters: dense, replicas: plan.data },
      // Experts that are spread over data-parallel ranks have fewer copies to divide their states over.
      { parameters: experts, replicas: Math.max(1, plan.data / plan.expert) },
    ],
    plan.zero,
    request.optimizer,
    request.gradientsInF32,
  );
  const activationBytes = trainingActivations(request);
  return {
    parameters: dense + experts,
    ...states,
    activationBytes,
    totalBytes: states.weightsBytes + states.gradientsBytes + states.optimizerBytes + activationBytes,
  };
}

/** Parameters of the fullest rank: of the pipeline stage with the embedding, routed experts apart. */
function parametersPerRank({ model, plan }: TrainingRequest): { dense: number; experts: number } {
  const stage = Math.ceil(layerCount(model) / plan.pipeline) / Math.max(1, layerCount(model));
  let dense = 0;
  let experts = 0;
  for (const { name, layers, weights } of modelWeights(model)) {
    if (name === 'prediction') continue;
    for (const weight of weights) {
      const count = layers * parametersOf(weight);
      if (weight.part === 'experts') experts += (count * stage) / plan.tensor / plan.expert;
      else if (name === 'layers') dense += (count * stage) / (weight.part === 'norm' ? 1 : plan.tensor);
      // The first stage has the embedding, the last the head; one stage has both.
      else if (weight.part === 'embedding' || plan.pipeline === 1) dense += count / plan.tensor;
    }
  }
  return { dense, experts };
}
