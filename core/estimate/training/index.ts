export { type LayerShape, layerActivationBytes } from './activations';
export { chooseTrainingPlan, type TrainingLimits, type TrainingQuestion } from './choose-plan';
export { estimateTraining, type TrainingEstimate, type TrainingStep, trainingFlops } from './estimate-training';
export { type ModelStates, modelStates, type Replicated, type TrainingMemory, trainingMemory } from './memory';
export type { OptimizerKind, Recomputation, TrainingPlan, TrainingRequest } from './request';
export type { Utilisation } from './utilisation';
