import type { Efficiency } from './constants';
import { type Device, expertsOf, gemmOf, type LinearForm, peakOf } from './device';
import type { Bound, OperatorKind, TimedOperator } from './operator';

/** A kernel's work on one device: operations, and bytes of device memory. */
export interface Work {
  readonly name: string;
  readonly count: number;
  readonly flops: number;
  readonly bytes: number;
  /** Of a linear layer: elements of one row of its input. */
  readonly columns?: number | undefined;
}

/**
 * t0 + max(FLOPs / (peak x ec), bytes / (bandwidth x em)): the model of every kernel (facts/llm/formulas.md, section 5).
 * A sweep calls this a million times: fields are written out, which is several times faster than spreading objects.
 */
function timed(
  kind: OperatorKind,
  { name, count, flops, bytes }: Work,
  device: Device,
  rate: number,
  memoryShare: number,
  latencyUs: number,
): TimedOperator {
  const compute = flops === 0 ? 0 : (flops / rate) * 1e6;
  const memory = (bytes / (device.bandwidth * memoryShare)) * 1e6;
  const timeUs = latencyUs + Math.max(compute, memory);
  return { name, count, kind, flops, bytes, timeUs, bound: boundOf(compute, memory, latencyUs) };
}

/** The longest part of a kernel's time. */
function boundOf(compute: number, memory: number, latencyUs: number): Bound {
  if (latencyUs >= compute && latencyUs >= memory) return 'latency';
  return compute > memory ? 'compute' : 'memory';
}

/** A linear layer over `rows` rows: short inputs leave the tiles of the matrix units half empty, (1 + knee / rows). */
export function matmul(work: Work, device: Device, form: LinearForm, rows: number): TimedOperator {
  const efficiency = gemmOf(device, form);
  const filled = 1 + (efficiency.knee ?? 0) / Math.max(1, rows);
  const rate = (peakOf(device, form) * efficiency.compute) / filled;
  const latencyUs = efficiency.latencyUs + quantisingUs(work, device, efficiency, rows);
  return timed('matmul', work, device, rate, efficiency.memory, latencyUs);
}

/** Time of the kernel that turns the input to 8 bits, where it is one of its own. */
function quantisingUs(work: Work, device: Device, { quantisedBytes = 0 }: Efficiency, rows: number): number {
  if (quantisedBytes === 0) return 0;
  const { vectorUs, gemm } = device.constants;
  const bytes = rows * (work.columns ?? 0) * quantisedBytes;
  return vectorUs + (bytes / (device.bandwidth * gemm.wide.memory)) * 1e6;
}

export interface ExpertWork extends Work {
  /** Experts that are visited on the device, and visits. */
  readonly touched: number;
  readonly visits: number;
  readonly hiddenSize: number;
}

/**
 * Experts in one grouped kernel. Rows of each touched expert are padded to tiles, and what leads to the experts and back
 * (permutation, quantisation, addition) grows with the visits however narrow a device's slice of an expert is. Fitted to
 * kernel tables of TensorRT-LLM, vLLM and SGLang with median errors of 5 to 11 % (rules/estimate/time).
 */
export function groupedMatmul(work: ExpertWork, device: Device, form: LinearForm): TimedOperator {
  const { name, count, flops, bytes, touched, visits, hiddenSize } = work;
  const { compute: share, memory: memoryShare, latencyUs, padding = 0, routingPs = 0 } = expertsOf(device, form);
  const perVisit = visits === 0 ? 0 : flops / visits;
  const padded = (visits + touched * padding) * perVisit;
  const compute = (padded / (peakOf(device, form) * share)) * 1e6 + visits * hiddenSize * routingPs * 1e-6;
  const memory = (bytes / (device.bandwidth * memoryShare)) * 1e6;
  const timeUs = latencyUs + Math.max(compute, memory);
  return { name, count, kind: 'experts', flops, bytes, timeUs, bound: boundOf(compute, memory, latencyUs) };
}

/** Attention of prefill over sequences of `length`: short ones fill the units less, (1 + knee / length). */
export function prefillAttention(work: Work, device: Device, length: number): TimedOperator {
  const { prefill, prefillKnee, prefillLatencyUs, memory, latencyUs } = device.constants.attention;
  const rate = (device.peak * prefill) / (1 + prefillKnee / Math.max(1, length));
  return timed('attention', work, device, rate, memory, prefillLatencyUs ?? latencyUs);
}

export function decodeAttention(work: Work, device: Device, narrowCache: boolean): TimedOperator {
  const { prefill, memory, narrowMemory, latencyUs } = device.constants.attention;
  const share = narrowCache ? (narrowMemory ?? memory) : memory;
  return timed('attention', work, device, device.peak * prefill, share, latencyUs);
}

/** Absorbed latent attention. */
export function latentAttention(work: Work, device: Device): TimedOperator {
  const { latent, latentMemory, latentLatencyUs, memory, latencyUs } = device.constants.attention;
  return timed('attention', work, device, device.peak * latent, latentMemory ?? memory, latentLatencyUs ?? latencyUs);
}

export function vectorKernel(work: Work, device: Device): TimedOperator {
  const { gemm, vectorUs } = device.constants;
  return timed('vector', work, device, device.peak, gemm.wide.memory, vectorUs);
}
