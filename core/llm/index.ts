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
export { type BesideFiles, type CheckpointFolder, readBeside } from './checkpoint/files';
export { isModelConfiguration, longestConfiguration } from './checkpoint/is-model';
export { readModelSlim } from './checkpoint/modelslim';
export { readSafetensorsHeader, type SafetensorsHeader, type StoredTensor } from './checkpoint/safetensors';
export { ConfigObject } from './config/config-object';
export { type ReadDescription, readModelDescription } from './config/read-config';
export { spellings } from './config/spellings';
export { type CacheType, cacheBytesPerToken } from './kv-cache';
export { attentionWeights } from './weights/attention-weights';
export { bytesByPart, type PartBytes } from './weights/bytes-by-part';
export { feedForwardWeights } from './weights/feed-forward-weights';
export { modelWeights, type WeightGroup } from './weights/model-weights';
export { countParameters, type Parameters } from './weights/parameters';
export { type Part, parametersOf, type Weight } from './weights/weight';
export { checkpointBytes, type Storage, weightBytes } from './weights/weight-bytes';
