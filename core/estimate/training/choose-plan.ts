import { layerCount, type ModelDescription } from '../../llm';
import type { Target } from '../../model';
import { estimateTraining, type TrainingEstimate } from './estimate-training';
import type { TrainingPlan, TrainingRequest } from './request';

export type TrainingQuestion = Omit<TrainingRequest, 'plan'> & { readonly target: Target };

/** Parts of the plan that are given; `devices`: as many as these. */
export type TrainingLimits = {
  readonly [Part in 'data' | 'tensor' | 'pipeline' | 'expert']?: number | undefined;
} & { readonly devices?: number | undefined; readonly zero: TrainingPlan['zero'] };

const counts = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048];
const tensorSizes = [1, 2, 4, 8];
const stages = [1, 2, 4, 8, 16];

/**
 * The plan to train with: of the fewest devices on which a step fits, the one with the fewest ranks that a copy of the model
 * takes, since what is not data parallel exchanges more. Without any that fits, the one that comes nearest.
 */
export function chooseTrainingPlan(
  question: TrainingQuestion,
  limits: TrainingLimits,
): { readonly plan: TrainingPlan; readonly estimate: TrainingEstimate } | undefined {
  let nearest: { plan: TrainingPlan; estimate: TrainingEstimate } | undefined;
  for (const devices of limits.devices === undefined ? counts : [limits.devices]) {
    for (const plan of plansOf(question.model, devices, limits)) {
      const { estimate } = estimateTraining({ ...question, plan });
      if (estimate === undefined) return undefined;
      if (estimate.memory.fit === 'fits') return { plan, estimate };
      if (nearest === undefined || estimate.memory.headroomBytes > nearest.estimate.memory.headroomBytes) {
        nearest = { plan, estimate };
      }
    }
    if (nearest?.estimate.memory.fit === 'tight') return nearest;
  }
  return nearest;
}

/** From the fewest ranks per copy of the model to the most. */
function plansOf(model: ModelDescription, devices: number, limits: TrainingLimits): TrainingPlan[] {
  const plans: TrainingPlan[] = [];
  for (const tensor of limits.tensor === undefined ? tensorSizes : [limits.tensor]) {
    for (const pipeline of limits.pipeline === undefined ? stages : [limits.pipeline]) {
      const data = devices / tensor / pipeline;
      const fits = Number.isInteger(data) && data >= 1 && pipeline <= layerCount(model);
      if (!fits || model.attention.heads % tensor !== 0 || (limits.data ?? data) !== data) continue;
      plans.push({ data, tensor, pipeline, expert: limits.expert ?? expertRanks(model, data), zero: limits.zero });
    }
  }
  return plans.sort((a, b) => a.tensor * a.pipeline - b.tensor * b.pipeline || a.pipeline - b.pipeline);
}

/** Experts are spread over as many data-parallel ranks as divide them. */
function expertRanks({ layers }: ModelDescription, data: number): number {
  const mixture = layers.find(({ feedForward }) => feedForward.kind === 'mixture')?.feedForward;
  if (mixture?.kind !== 'mixture') return 1;
  let ranks = 1;
  while (ranks * 2 <= data && data % (ranks * 2) === 0 && mixture.experts % (ranks * 2) === 0) ranks *= 2;
  return ranks;
}
