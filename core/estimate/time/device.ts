import type { Precision, Target } from '../../model';
import { chipOf, deviceMemory } from '../../targets';
import type { WeightChoice } from '../weight-choice';
import { type ChipConstants, timeConstants } from './constants';

/** One device of a target as the time model sees it. Rates per second. */
export interface Device {
  readonly constants: ChipConstants;
  readonly bandwidth: number;
  /** The peak of 16-bit arithmetic, and of linear layers with these weights. */
  readonly peak: number;
  readonly linearPeak: number;
  /** Whether activations are quantised for linear layers. */
  readonly narrow: boolean;
  readonly weights: WeightChoice;
  /** Bandwidth to devices within a server, how many these are, and beyond. */
  readonly link: number;
  readonly linkedDevices: number;
  readonly network: number;
}

/** Where a chip has no figure for servers' network: one port of 200 Gbit/s. */
const network = 25e9;
/** Where no link is known: PCIe 4.0 x16, half used. */
const bus = 16e9;

/** Undefined where the chip's bandwidth, its peak or the constants of its family are not known. */
export function deviceOf(target: Target, weights: WeightChoice): Device | undefined {
  const chip = chipOf(target);
  const constants = timeConstants(chip.family);
  const bandwidth = deviceMemory(target).bandwidth?.value;
  const peak = (chip.peak.bf16 ?? chip.peak.f16)?.value;
  if (constants === undefined || bandwidth === undefined || peak === undefined) return undefined;
  const precision = linearPrecision(target, weights);
  const linearPeak = precision === undefined ? undefined : chip.peak[precision]?.value;
  const links = target.links ?? chip.links ?? [];
  const near = links.find(({ scope }) => scope === 'node') ?? links.find(({ scope }) => scope === 'package');
  const far = links.find(({ scope }) => scope === 'cluster');
  return {
    constants,
    bandwidth,
    peak: peak * 1e12,
    linearPeak: (linearPeak ?? peak) * 1e12,
    narrow: linearPeak !== undefined,
    weights,
    link: near?.bandwidth?.value ?? bus,
    linkedDevices: near?.devices ?? 8,
    network: far?.bandwidth?.value ?? network,
  };
}

/**
 * The 8-bit numbers that linear layers compute in; undefined: 16 bits, weights are expanded. vllm-tpu's kernels take FP8
 * weights with 16-bit activations (mm_w8a16_dq_forward), and llm_convert's w8 and w4 are weights only.
 */
function linearPrecision(target: Target, weights: WeightChoice): Precision | undefined {
  const chip = chipOf(target);
  if (target.vendor === 'sophgo') return undefined;
  if (weights !== 'fp8' && weights !== 'int8') return undefined;
  return chip.peak[weights] === undefined || chip.lacks[weights] !== undefined ? undefined : weights;
}
