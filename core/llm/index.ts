export { knownArchitectures } from './config/architectures';
export { ConfigObject } from './config/config-object';
export { type ReadDescription, readModelDescription } from './config/read-config';
export * from './description';
export { type CacheType, cacheBytesPerToken } from './kv-cache';
export { modelWeights, type WeightGroup } from './weights/model-weights';
export { countParameters, type Parameters } from './weights/parameters';
export type { Part, Weight } from './weights/weight';
export { checkpointBytes, type Storage, weightBytes } from './weights/weight-bytes';
