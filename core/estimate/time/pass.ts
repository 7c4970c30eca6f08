import type { CacheType, ModelDescription, Weight } from '../../llm';
import type { Plan } from '../plan';
import type { Device } from './device';

/** One forward pass of one replica of attention. */
export interface Pass {
  readonly model: ModelDescription;
  readonly plan: Plan;
  readonly device: Device;
  readonly cache: CacheType;
  /** Bytes of a weight as it is deployed. */
  readonly bytesOf: (weight: Weight) => number;
  readonly prefill: boolean;
  /** Tokens that enter the layers, sequences that they belong to, and tokens of context of one. */
  readonly tokens: number;
  readonly sequences: number;
  readonly context: number;
  /** The busiest device's share of the experts' work over the mean. */
  readonly imbalance: number;
}

/** Activations are 16-bit between kernels. */
export const activationElement = 2;

/** Bytes of one element of the KV cache. */
export function cacheElement({ cache }: Pass): number {
  return cache === 'bf16' ? 2 : 1;
}
