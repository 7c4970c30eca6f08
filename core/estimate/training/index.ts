export { type LayerShape, layerActivationBytes, type Recomputation, trainingActivations } from './activations';
export { chooseTrainingPlan, type TrainingLimits, type TrainingQuestion } from './choose-plan';
export { estimateTraining, type TrainingEstimate, type TrainingStep, trainingFlops } from './estimate-training';
export {
  type ModelStates,
  modelStates,
  type OptimizerKind,
  type Replicated,
  type TrainingMemory,
  type TrainingPlan,
  type TrainingRequest,
  trainingMemory,
} from './memory';
export { type Utilisation, utilisationOf } from './utilisation';
