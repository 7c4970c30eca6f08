export {
  type Attention,
  type DenseFeedForward,
  type FeedForward,
  type GroupedQueryAttention,
  type Indexer,
  type LatentAttention,
  type LayerGroup,
  layerCount,
  type MixtureOfExperts,
  type ModelDescription,
  type Quantization,
  type StorageType,
  type WeightFormat,
} from '../model';
export { type BesideConfiguration, checkpointFacts } from './checkpoint/facts';
export { isModelConfiguration, longestConfiguration } from './checkpoint/is-model';
export { knownArchitectures } from './config/architectures';
export { ConfigObject } from './config/config-object';
export { type ReadDescription, readModelDescription } from './config/read-config';
export { type CacheType, cacheBytesPerToken } from './kv-cache';
export { attentionWeights } from './weights/attention-weights';
export { feedForwardWeights } from './weights/feed-forward-weights';
export { modelWeights, type WeightGroup } from './weights/model-weights';
export { countParameters, type Parameters } from './weights/parameters';
export type { Part, Weight } from './weights/weight';
export { checkpointBytes, type Storage, weightBytes } from './weights/weight-bytes';
