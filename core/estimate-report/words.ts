import type { Estimate, PlanningRequest } from '../estimate';
import type { Localized, Target } from '../model';
import { chipOf } from '../targets';
import { short } from './quantities';

export const words = {
  plan: { en: 'Plan', zh: '并行方案' },
  memory: { en: 'Memory per device', zh: '单设备显存' },
  memoryFit: (fit: Localized): Localized => ({
    en: `Memory per device: ${fit.en}`,
    zh: `单设备显存：${fit.zh}`,
  }),
  speed: { en: 'Speed', zh: '速度' },
  operators: { en: 'Decode step', zh: '单步解码' },
  before: { en: 'Before you rely on it', zh: '使用前须知' },
  graphOperators: { en: 'One run on one device', zh: '单设备单次运行' },
  knownOperators: (unknown: number, all: number): Localized => ({
    en: `One run on one device, without the ${unknown} of ${all} operators whose shapes are not known`,
    zh: `单设备单次运行（${all} 个算子中有 ${unknown} 个形状未知，未计入）`,
  }),
  others: (count: number): Localized => ({ en: `${count} more`, zh: `其余 ${count} 个` }),
  confidence: { en: 'How sure is this?', zh: '可信程度' },
  assumptions: { en: 'Assumptions', zh: '假设' },
  byDevices: { en: 'By number of devices', zh: '按设备数' },
  fits: { en: 'fits', zh: '放得下' },
  tight: { en: 'loads, tight', zh: '可加载，余量紧张' },
  no: { en: 'does not fit', zh: '放不下' },
  weights: { en: 'weights', zh: '权重' },
  cache: { en: 'KV cache', zh: 'KV cache' },
  activations: { en: 'activations', zh: '激活值' },
  communication: { en: 'communication', zh: '通信缓冲' },
  usable: { en: 'usable', zh: '可用' },
  headroom: { en: 'left', zh: '剩余' },
  missing: { en: 'missing', zh: '不足' },
  maxConcurrency: { en: 'most sequences', zh: '最大并发' },
  maxContext: { en: 'longest context', zh: '最长上下文' },
  user: { en: 'tokens/s per user', zh: 'tokens/s（单用户）' },
  device: { en: 'tokens/s per device', zh: 'tokens/s（单设备）' },
  total: { en: 'tokens/s in all', zh: 'tokens/s（合计）' },
  target: { en: 'target', zh: '目标' },
  devices: { en: 'devices', zh: '设备数' },
  concurrency: { en: 'at once', zh: '并发' },
  share: { en: 'share', zh: '占比' },
  bound: { en: 'bound', zh: '瓶颈' },
  ratio: { en: 'speed, × first', zh: '速度比（首个为 1）' },
  ofUsable: { en: 'of usable', zh: '占可用' },
  runtime: { en: 'kept by the runtime', zh: '运行时预留' },
  work: { en: 'work', zh: '计算量' },
  bytesMoved: { en: 'bytes', zh: '数据量' },
  reached: { en: 'reached', zh: '达到速率' },
  roofline: { en: 'Roofline of one device', zh: '单设备 Roofline' },
  intensity: { en: 'operations per byte (FLOP/B)', zh: '计算强度（FLOP/B）' },
  rate: { en: 'operations per second', zh: '计算速率' },
  nothing: { en: 'No plan fits under these limits.', zh: '在这些限制下没有可行方案。' },
};

export const bounds: Readonly<Record<'compute' | 'memory' | 'communication' | 'latency', Localized>> = {
  compute: { en: 'compute', zh: '算力' },
  memory: { en: 'memory', zh: '带宽' },
  communication: { en: 'communication', zh: '通信' },
  latency: { en: 'latency', zh: '时延' },
};

export function planText({ plan }: Estimate): string {
  const parts = [`TP${plan.tensor}`];
  if (plan.pipeline > 1) parts.push(`PP${plan.pipeline}`);
  if (plan.data > 1) parts.push(`DP${plan.data}`);
  if (plan.expert > 1) parts.push(`EP${plan.expert}`);
  return parts.join(' ');
}

/** What a chip without BF16 stores in its place is FP16, of the same size. */
export function storageName(storage: string, target: Target): string {
  return storage === 'bf16' && chipOf(target).lacks.bf16 !== undefined ? 'f16' : storage;
}

/** `8 devices (4 × SC11 FP300 ...)`. */
export function devicesText({ plan }: Estimate, { target }: PlanningRequest): Localized {
  const products = Math.ceil(plan.devices / target.devices);
  const of = target.devices === 1 ? '' : ` = ${products} × `;
  const name = target.devices === 1 ? { en: '', zh: '' } : target.name;
  return {
    en: `${plan.devices} device${plan.devices === 1 ? '' : 's'}${of}${name.en}`,
    zh: `${plan.devices} 个设备${of}${name.zh}`,
  };
}

/** A time with its band: `52.6 (26.8 – 121)`. */
export function withBand(value: number, low: number, high: number): string {
  return `${short(value)} (${short(value * low)} – ${short(value * high)})`;
}
