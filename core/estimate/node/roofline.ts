import type { Localized, Precision, Route, Target } from '../../model';
import { chipOf, deviceMemory } from '../../targets';
import { type ChipConstants, type Efficiency, timeConstants } from '../time/constants';
import type { Bound } from '../time/operator';

/** What one operator of a graph does on one device. */
export interface NodeWork {
  /** Operations, 2 per multiply-accumulate. */
  readonly flops: number;
  /** Bytes of inputs, outputs and weights: each once. */
  readonly bytes: number;
  readonly precision: Precision;
  /** Whether the matrix units compute it (MatMul, Gemm, Conv); others are as long as their bytes. */
  readonly matrix: boolean;
  /** Rows of the left operand (batch x positions), where they are known: few rows fill the matrix units less. */
  readonly rows?: number | undefined;
}

/** The roofline of one operator: a lower bound of its time, as neighbours may share what they read. */
export interface NodeTime {
  readonly timeUs: number;
  readonly bound: Bound;
  /** The parts: computing and reading at the rates that kernels reach, and the least that a kernel takes. */
  readonly computeUs: number;
  readonly memoryUs: number;
  readonly floorUs: number;
  /** Rates at which kernels reach their parts: operations and bytes per second. */
  readonly flopsPerSecond: number;
  readonly bytesPerSecond: number;
  /** The family whose constants were borrowed for lack of measurements. */
  readonly borrowedFrom: string | undefined;
}

export type NodeTimeResult =
  | { readonly time: NodeTime; readonly problem?: undefined }
  | { readonly time?: undefined; readonly problem: Localized };

/**
 * t0 + max(FLOPs / (peak x ec), bytes / (bandwidth x em)) of one operator, with the constants of the chip's family and the
 * precision. A route that compiles the whole graph (tpu-mlir, atc) launches no kernel from the host: its floor is left out.
 */
export function nodeTime(work: NodeWork, target: Target, route: Route | undefined): NodeTimeResult {
  const chip = chipOf(target);
  const bandwidth = deviceMemory(target).bandwidth?.value;
  const constants = timeConstants(chip.family);
  if (bandwidth === undefined || constants === undefined) return { problem: unknownChip(target) };
  const peak = peakOf(target, work.precision);
  if (work.matrix && work.flops > 0 && peak === undefined) return { problem: unknownRate(target, work.precision) };
  const efficiency = efficiencyOf(constants, work);
  const flopsPerSecond = (peak ?? 0) * efficiency.compute;
  const bytesPerSecond = bandwidth * efficiency.memory;
  const computeUs = work.matrix && flopsPerSecond > 0 ? (work.flops / flopsPerSecond) * 1e6 : 0;
  const memoryUs = (work.bytes / bytesPerSecond) * 1e6;
  const floorUs = isCompiled(route) ? 0 : efficiency.latencyUs;
  const most = Math.max(computeUs, memoryUs);
  const bound: Bound = floorUs > most ? 'latency' : computeUs > memoryUs ? 'compute' : 'memory';
  const { borrowedFrom } = constants;
  return {
    time: { timeUs: floorUs + most, bound, computeUs, memoryUs, floorUs, flopsPerSecond, bytesPerSecond, borrowedFrom },
  };
}

/** Whether a route makes one program of the graph, so that the host launches it once. */
function isCompiled(route: Route | undefined): boolean {
  return route === 'tpu-mlir' || route === 'atc' || route === 'llm-tpu';
}

function efficiencyOf({ gemm, vectorUs }: ChipConstants, { precision, matrix, rows }: NodeWork): Efficiency {
  if (!matrix) return { compute: 1, memory: gemm.wide.memory, latencyUs: vectorUs };
  const own = precision === 'int8' || precision === 'fp8' ? (gemm.narrow ?? gemm.wide) : gemm.wide;
  const filled = rows === undefined ? 1 : 1 + (own.knee ?? 0) / Math.max(1, rows);
  return { ...own, compute: own.compute / filled };
}

/** Operations per second of a precision; 16-bit kinds stand in for one another, and TF32 for F32 where a chip has it. */
function peakOf(target: Target, precision: Precision): number | undefined {
  const { peak, lacks } = chipOf(target);
  const order: readonly Precision[] =
    precision === 'f16' || precision === 'bf16' ? ['bf16', 'f16'] : precision === 'f32' ? ['f32', 'tf32'] : [precision];
  for (const one of order) if (lacks[one] === undefined && peak[one] !== undefined) return peak[one].value * 1e12;
  // A lacked 16-bit kind is computed as the other one (rules/chips), whose rate then holds.
  const other = order.find((one) => peak[one] !== undefined);
  return other === undefined ? undefined : peak[other]!.value * 1e12;
}

function unknownChip({ id }: Target): Localized {
  return {
    en: `No bandwidth or kernel figures are known for ${id}.`,
    zh: `缺少 ${id} 的带宽或算子效率数据。`,
  };
}

function unknownRate({ id }: Target, precision: Precision): Localized {
  return {
    en: `No peak rate in ${precision} is known for ${id}.`,
    zh: `缺少 ${id} 的 ${precision} 峰值算力数据。`,
  };
}
