export { type DeviceBudget, type Fit, fitMemory, type MemoryFit, type MemoryRequest } from './memory/fit';
export { expertShards, type Plan, tensorPlan } from './plan';
export { checkpointChoice, deployedBytes, type WeightChoice } from './weight-choice';
