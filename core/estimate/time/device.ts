import type { ModelDescription } from '../../llm';
import type { Precision, Target } from '../../model';
import { chipOf, deviceMemory } from '../../targets';
import { servingTable } from '../serving-table';
import type { WeightChoice } from '../weight-choice';
import type { Engine } from './constant-rows';
import {
  type ByFormat,
  type ChipConstants,
  type Efficiency,
  type ExpertEfficiency,
  timeConstants,
  withConstants,
} from './constants';

/** What a kernel multiplies: see ByFormat. */
export type LinearForm = keyof ByFormat<unknown>;

/** One device of a target as the time model sees it. Rates per second. */
export interface Device {
  readonly constants: ChipConstants;
  readonly bandwidth: number;
  /** The peak of 16-bit arithmetic, and of linear layers with these weights. */
  readonly peak: number;
  readonly linearPeak: number;
  /** Whether activations are quantised for linear layers. */
  readonly narrow: boolean;
  /** How linear layers with quantised weights multiply. */
  readonly form: LinearForm;
  readonly weights: WeightChoice;
  /** Bandwidth to devices within a server, how many these are, and beyond. */
  readonly link: number;
  readonly linkedDevices: number;
  readonly network: number;
  /** Whether a source gives these. */
  readonly knowsLink: boolean;
  readonly knowsNetwork: boolean;
}

export interface DeviceQuestion {
  readonly target: Target;
  readonly weights: WeightChoice;
  /** Whether 8-bit weights have a scale per block and not per channel or tensor. */
  readonly blocks: boolean;
  readonly engine: Engine | undefined;
}

const known = new Map<string, Device | undefined>();

/** Undefined where the chip's bandwidth, its peak or the constants of its family are not known. */
export function deviceOf(question: DeviceQuestion): Device | undefined {
  const { target, weights, blocks, engine } = question;
  const key = `${target.id} ${weights} ${blocks} ${engine}`;
  if (!known.has(key)) known.set(key, built(question));
  return known.get(key);
}

function built({ target, weights, blocks, engine }: DeviceQuestion): Device | undefined {
  const chip = chipOf(target);
  const constants = timeConstants(chip.family, engine);
  const bandwidth = deviceMemory(target).bandwidth?.value;
  const peak = (chip.peak.bf16 ?? chip.peak.f16)?.value;
  if (constants === undefined || bandwidth === undefined || peak === undefined) return undefined;
  const precision = linearPrecision(target, weights);
  const linearPeak = precision === undefined ? undefined : chip.peak[precision]?.value;
  // What a product adds is beside what its chips have: a superpod's servers keep their own links.
  const links = [...(target.links ?? []), ...(chip.links ?? [])];
  const near = links.find(({ scope }) => scope === 'node') ?? links.find(({ scope }) => scope === 'package');
  const far = links.find(({ scope }) => scope === 'cluster');
  const narrow = linearPeak !== undefined;
  const { defaultLink, defaultNetwork } = servingTable();
  return {
    constants,
    bandwidth,
    peak: peak * 1e12,
    linearPeak: (linearPeak ?? peak) * 1e12,
    narrow,
    form: weights === 'w4' || weights === 'w4-experts' ? 'packed' : !narrow ? 'wide' : blocks ? 'block' : 'narrow',
    weights,
    link: near?.bandwidth?.value ?? defaultLink.value,
    linkedDevices: near?.devices ?? 8,
    network: far?.bandwidth?.value ?? defaultNetwork.value,
    knowsLink: near?.bandwidth !== undefined,
    knowsNetwork: far?.bandwidth !== undefined,
  };
}

const replayed = new WeakMap<Device, Device>();

/** The device as it decodes where graphs are replayed: launches overlap, and a kernel's floor shrinks. */
export function replaying(device: Device): Device {
  const found = replayed.get(device);
  if (found !== undefined) return found;
  const { constants } = device;
  const changes = new Map<string, number>();
  for (const { path, value } of constants.rows.values()) {
    if (/^(gemm|experts|attention)\..*atencyUs$/.test(path)) changes.set(path, value * constants.graphFloor);
  }
  const made = { ...device, constants: withConstants(constants, changes) };
  replayed.set(device, made);
  return made;
}

/** Whether the 8-bit weights that are deployed have a scale per block: DeepSeek's FP8, which `fp8` stands for. */
export function hasBlocks({ quantization }: ModelDescription, asked: WeightChoice | undefined): boolean {
  return asked === undefined ? quantization?.format?.kind === 'block' : asked === 'fp8';
}

/** The form of a linear layer: quantised layers have the device's, others 16 bits. */
export function formOf(device: Device, part: string, quantized: boolean): LinearForm {
  if (!quantized) return 'wide';
  return device.weights === 'w4-experts' && part !== 'experts' ? 'wide' : device.form;
}

export function peakOf(device: Device, form: LinearForm): number {
  return form === 'narrow' || form === 'block' ? device.linearPeak : device.peak;
}

export function gemmOf({ constants: { gemm } }: Device, form: LinearForm): Efficiency {
  // Unpacking four bits costs some of the bandwidth where no figure of it is known.
  if (form === 'packed') return gemm.packed ?? { ...gemm.wide, memory: gemm.wide.memory * 0.85 };
  return form === 'block' ? (gemm.block ?? gemm.narrow ?? gemm.wide) : (gemm[form] ?? gemm.wide);
}

export function expertsOf({ constants: { experts } }: Device, form: LinearForm): ExpertEfficiency {
  return form === 'block' ? (experts.block ?? experts.narrow ?? experts.wide) : (experts[form] ?? experts.wide);
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
