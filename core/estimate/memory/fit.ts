import type { CacheType, ModelDescription } from '../../llm';
import type { Vendor } from '../../model';
import { expertShards, type Plan } from '../plan';
import { servingTable } from '../serving-table';
import { deployedBytes, type WeightChoice } from '../weight-choice';
import { activationBytes } from './activations';
import { cachePerTokenAndDevice } from './cache-per-device';
import { memoryTable } from './constants';
import { weightsPerDevice } from './weights-per-device';

/** The memory of one device. */
export interface DeviceBudget {
  readonly vendor: Vendor;
  readonly memoryBytes: number;
  /** What models can use under a documented setting, where there is one; the runtime's reserve is then known to be kept. */
  readonly usableBytes?: number | undefined;
}

export interface MemoryRequest {
  readonly model: ModelDescription;
  readonly plan: Plan;
  readonly device: DeviceBudget;
  /** Undefined: as the checkpoint has them. */
  readonly weights?: WeightChoice | undefined;
  readonly cache: CacheType;
  /** Tokens of context per sequence. */
  readonly context: number;
  /** Sequences at once, over all devices. */
  readonly concurrency: number;
  /** Tokens that are prefilled in one pass. */
  readonly chunk: number;
  readonly prediction?: boolean | undefined;
  readonly redundantExperts?: number | undefined;
}

/** `tight`: it loads, and leaves so little that serving at any length is not promised. */
export type Fit = 'fits' | 'tight' | 'no';

/** Memory of the fullest device, in bytes. */
export interface MemoryFit {
  readonly fit: Fit;
  readonly weightsBytes: number;
  readonly kvBytesPerToken: number;
  readonly kvBytes: number;
  readonly activationBytes: number;
  readonly communicationBytes: number;
  readonly runtimeBytes: number;
  readonly usableBytes: number;
  /** Negative: what is missing. */
  readonly headroomBytes: number;
  /** Sequences of the asked context, over all devices. */
  readonly maxConcurrency: number;
  /** Tokens of context for the asked number of sequences; the model's own limit is not applied. */
  readonly maxContext: number;
}

/** Whether a model fits the fullest device of a plan, and what is left. */
export function fitMemory(request: MemoryRequest): MemoryFit {
  const { model, plan, device, cache, context, chunk } = request;
  const table = memoryTable();
  const cacheBlock = servingTable().cacheBlockTokens.value;
  const runtimeBytes = reserveOf(device);
  const usableBytes = device.memoryBytes - runtimeBytes;
  const weightsBytes = weightsPerDevice({
    model,
    plan,
    bytesOf: deployedBytes(model, request.weights),
    prediction: request.prediction ?? false,
    redundantExperts: request.redundantExperts ?? 0,
  }).bytes;
  const sequences = Math.ceil(request.concurrency / plan.data);
  const kvBytesPerToken = cachePerTokenAndDevice(model, cache, plan);
  const kvBytes = sequences * (context + cacheBlock / 2) * kvBytesPerToken;
  const activations = activationBytes(model, plan, chunk, sequences);
  const communicationBytes = communicationGroups(plan) * table.communicationBytesPerGroup.value;
  const forCache = usableBytes - weightsBytes - activations - communicationBytes;
  const headroomBytes = forCache - kvBytes;
  const perSequence = (context + cacheBlock / 2) * kvBytesPerToken;
  return {
    fit: headroomBytes < 0 ? 'no' : headroomBytes < table.tightShare.value * device.memoryBytes ? 'tight' : 'fits',
    weightsBytes,
    kvBytesPerToken,
    kvBytes,
    activationBytes: activations,
    communicationBytes,
    runtimeBytes,
    usableBytes,
    headroomBytes,
    maxConcurrency: Math.max(0, Math.floor(forCache / perSequence)) * plan.data,
    maxContext: Math.max(0, Math.floor(forCache / Math.max(1, sequences) / kvBytesPerToken - cacheBlock / 2)),
  };
}

/** Bytes that the runtime keeps: what a documented setting leaves, or the share of its vendor. */
export function reserveOf({ vendor, memoryBytes, usableBytes }: DeviceBudget): number {
  if (usableBytes !== undefined && usableBytes < memoryBytes) return memoryBytes - usableBytes;
  const { bytes, share } = memoryTable().runtimeReserve[vendor];
  return Math.max(bytes, share * memoryBytes);
}

/** Groups of devices that exchange data: tensor-parallel, pipeline, and experts over more devices than those. */
function communicationGroups(plan: Plan): number {
  return [plan.tensor > 1, plan.pipeline > 1, expertShards(plan) > plan.tensor].filter(Boolean).length;
}
