import type { ModelDescription, Weight, WeightGroup } from '../../llm';
import { layerCount, modelWeights } from '../../llm';
import { expertShards, type Plan } from '../plan';

/** Projections to the compressed vectors of latent attention, and what is small: every tensor-parallel rank has them whole. */
const replicated: ReadonlySet<string> = new Set([
  'q_a_proj',
  'kv_a_proj_with_mqa',
  'gate',
  'gate.e_score_correction_bias',
]);

/** Over how many devices of a stage a weight is spread. */
function shardsOf({ part, name }: Weight, plan: Plan): number {
  if (part === 'experts') return expertShards(plan);
  if (part === 'norm' || part === 'indexer' || replicated.has(name)) return 1;
  return plan.tensor;
}

export interface DeviceWeights {
  /** Bytes on the fullest device. */
  readonly bytes: number;
  /** Of them, the copies of the absorbed projections of latent attention. */
  readonly absorbedBytes: number;
}

export interface WeightsRequest {
  readonly model: ModelDescription;
  readonly plan: Plan;
  /** Bytes of one weight as it is deployed. */
  readonly bytesOf: (weight: Weight) => number;
  /** Whether the prediction modules are loaded. */
  readonly prediction: boolean;
  /** Further copies of busy experts over all devices (expert-parallel load balancing). */
  readonly redundantExperts: number;
}

/**
 * Weights on the fullest device: the stage with the most bytes, embedding on the first, head and prediction on the last.
 * Latent attention that is computed in absorbed form keeps a BF16 copy of W_UK and W_UV beside kv_b_proj.
 */
export function weightsPerDevice(request: WeightsRequest): DeviceWeights {
  const { model, plan } = request;
  const groups = modelWeights(model);
  const layers = groups.filter(({ name }) => name === 'layers').flatMap((group) => perLayer(group, request));
  const ends = groups.find(({ name }) => name === 'ends')!;
  const endBytes = (part: string) =>
    ends.weights.filter((weight) => weight.part === part).reduce((sum, weight) => sum + sharded(weight, request), 0);
  const predicted = groups.find(({ name }) => name === 'prediction');
  const prediction =
    request.prediction && predicted !== undefined
      ? perLayer(predicted, request).reduce((sum, bytes) => sum + bytes, 0)
      : 0;
  const absorbed = absorbedBytesPerLayer(model) / plan.tensor;
  const perStage = Math.ceil(layers.length / plan.pipeline);
  let fullest = 0;
  for (let stage = 0; stage < plan.pipeline; stage++) {
    const own = layers.slice(stage * perStage, (stage + 1) * perStage);
    let bytes = own.reduce((sum, layer) => sum + layer + absorbed, 0);
    if (stage === 0) bytes += endBytes('embedding');
    if (stage === plan.pipeline - 1) {
      // A tied head on another device than the embedding is a second copy.
      const copy = model.tiedEmbeddings && plan.pipeline > 1 ? endBytes('embedding') : 0;
      bytes += endBytes('head') + endBytes('norm') + prediction + copy;
    }
    fullest = Math.max(fullest, bytes);
  }
  return { bytes: fullest, absorbedBytes: absorbed * Math.min(perStage, layerCount(model)) };
}

function perLayer({ layers, weights }: WeightGroup, request: WeightsRequest): number[] {
  const bytes = weights.reduce((sum, weight) => sum + sharded(weight, request), 0);
  return new Array<number>(layers).fill(bytes);
}

function sharded(weight: Weight, { plan, bytesOf, redundantExperts }: WeightsRequest): number {
  const bytes = bytesOf(weight);
  if (weight.part !== 'experts') return bytes / shardsOf(weight, plan);
  return (bytes * (1 + redundantExperts / weight.count)) / shardsOf(weight, plan);
}

function absorbedBytesPerLayer({ attention }: ModelDescription): number {
  if (attention.kind !== 'latent') return 0;
  const { heads, keyValueRank, plainDimension, valueDimension } = attention;
  return keyValueRank * heads * (plainDimension + valueDimension) * 2;
}
