export { type ValidationClass, validationClass } from './band';
export { type EstimateResult, estimate } from './estimate';
export { type DeviceBudget, type Fit, fitMemory, type MemoryFit, type MemoryRequest } from './memory/fit';
export { expertShards, type Plan, tensorPlan } from './plan';
export { candidatePlans, type PlanCircumstances, type PlanLimits } from './planning/candidates';
export {
  choosePlan,
  deviceCounts,
  estimatesFor,
  type PlanningLimits,
  type PlanningRequest,
  plansByDevices,
  type SweepPoint,
  sweep,
} from './planning/choose';
export type { Band, Estimate, EstimateRequest } from './request';
export * from './routes';
export type { Bound, OperatorKind, TimedOperator } from './time/operator';
export { checkpointChoice, deployableChoice, deployedBytes, type WeightChoice } from './weight-choice';
