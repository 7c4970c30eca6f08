export { type EstimateResult, estimate } from './estimate';
export { type DeviceBudget, type Fit, fitMemory, type MemoryFit, type MemoryRequest } from './memory/fit';
export { type NodeTime, type NodeWork, nodeTime } from './node/roofline';
export { type Plan, tensorPlan } from './plan';
export { candidatePlans, type PlanLimits } from './planning/candidates';
export {
  choosePlan,
  estimatesFor,
  type PlanningLimits,
  type PlanningRequest,
  plansByDevices,
  type SweepPoint,
  sweep,
} from './planning/choose';
export type { EstimateRequest } from './request';
export type { Disaggregation, Estimate } from './result';
export * from './routes';
export type { Engine } from './time/constant-rows';
export type { Bound, OperatorKind, TimedOperator } from './time/operator';
export * from './training';
export { validationClass } from './validation/band';
export type { Validation } from './validation/nearest';
export type { Band, MeasurementRecord, ValidationClass } from './validation/table';
export type { WeightChoice } from './weight-choice';
export {
  type ConstantChanges,
  problemOfChange,
  type ReadChange,
  readConstantChange,
} from './what-if/changes';
export { type ConstantName, type ConstantUnit, constantNames } from './what-if/names';
