import type { Efficiency } from './constants';
import type { Device } from './device';
import type { Bound, OperatorKind, TimedOperator } from './operator';

/** A kernel's work on one device: operations, and bytes of device memory. */
export interface Work {
  readonly name: string;
  readonly count: number;
  readonly flops: number;
  readonly bytes: number;
}

/** t0 + max(FLOPs / (peak x ec), bytes / (bandwidth x em)): the model of every kernel. */
function timed(kind: OperatorKind, work: Work, device: Device, peak: number, efficiency: Efficiency): TimedOperator {
  const compute = (work.flops / (peak * efficiency.compute)) * 1e6;
  const memory = (work.bytes / (device.bandwidth * efficiency.memory)) * 1e6;
  const most = Math.max(compute, memory);
  const bound: Bound = efficiency.latencyUs >= most ? 'latency' : compute > memory ? 'compute' : 'memory';
  return { ...work, kind, timeUs: efficiency.latencyUs + most, bound };
}

/** A linear layer; `quantized`: its weights are of the deployed format. */
export function matmul(work: Work, device: Device, quantized: boolean): TimedOperator {
  const { wide, narrow, packed } = device.constants.gemm;
  const isPacked = quantized && (device.weights === 'w4' || device.weights === 'w4-experts');
  if (isPacked) return timed('matmul', work, device, device.peak, packed ?? { ...wide, memory: wide.memory * 0.85 });
  const is8 = quantized && device.narrow;
  return timed('matmul', work, device, is8 ? device.linearPeak : device.peak, is8 ? narrow : wide);
}

export function groupedMatmul(work: Work, device: Device): TimedOperator {
  return timed('experts', work, device, device.linearPeak, device.constants.experts);
}

export function attentionKernel(work: Work, device: Device, form: 'prefill' | 'decode' | 'latent'): TimedOperator {
  const { prefill, latent, memory, latencyUs } = device.constants.attention;
  const compute = form === 'latent' ? latent : prefill;
  return timed('attention', work, device, device.peak, { compute, memory, latencyUs });
}

export function vectorKernel(work: Work, device: Device): TimedOperator {
  const { memory } = device.constants.gemm.wide;
  return timed('vector', work, device, device.peak, { compute: 1, memory, latencyUs: device.constants.vectorUs });
}
