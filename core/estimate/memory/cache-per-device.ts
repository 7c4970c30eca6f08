import { type CacheType, cacheBytesPerToken, layerCount, type ModelDescription } from '../../llm';
import type { Plan } from '../plan';

/**
 * Bytes of KV cache per token of context on one device.
 *
 * Tensor parallelism divides KV heads only down to one: with more devices than KV heads they are copied. Latent
 * attention's cache has no heads to divide: every tensor-parallel device keeps all of it.
 */
export function cachePerTokenAndDevice(model: ModelDescription, type: CacheType, plan: Plan): number {
  const stageShare = Math.ceil(layerCount(model) / plan.pipeline) / Math.max(1, layerCount(model));
  const whole = cacheBytesPerToken(model, type) * stageShare;
  if (model.attention.kind === 'latent') return whole;
  const { keyValueHeads } = model.attention;
  return (whole * Math.max(1, Math.ceil(keyValueHeads / plan.tensor))) / keyValueHeads;
}
