import { countParameters, layerCount, type ModelDescription } from '../../llm';
import type { Localized, Target } from '../../model';
import { chipOf, deviceMemory } from '../../targets';
import { memoryTable } from '../memory/constants';
import { type Fit, reserveOf } from '../memory/fit';
import { type TrainingMemory, trainingMemory } from './memory';
import type { TrainingRequest } from './request';
import { type Utilisation, utilisationOf } from './utilisation';

export interface TrainingEstimate {
  readonly devices: number;
  readonly memory: TrainingMemory & {
    readonly runtimeBytes: number;
    readonly usableBytes: number;
    readonly headroomBytes: number;
    readonly fit: Fit;
  };
  /** Undefined where no utilisation of training on the vendor's parts is published. */
  readonly step: TrainingStep | undefined;
  readonly assumptions: readonly Localized[];
}

/** One step of the optimizer. */
export interface TrainingStep {
  readonly tokens: number;
  /** Operations that the model needs (6 per parameter and token, and attention's), recomputation not counted. */
  readonly flops: number;
  readonly utilisation: Utilisation;
  /** Seconds: at the middle of the utilisations, and between the highest and the lowest. */
  readonly seconds: number;
  readonly band: { readonly low: number; readonly high: number };
  readonly tokensPerSecond: number;
}

/** Whether a training step fits a device, and how long it takes; undefined, with the reason, where the chip is not known. */
export function estimateTraining(request: TrainingRequest & { readonly target: Target }): {
  readonly estimate?: TrainingEstimate;
  readonly problem?: Localized;
} {
  const { target, plan } = request;
  const { bytes, usableBytes } = deviceMemory(target);
  if (bytes === undefined) return { problem: unknownMemory(target) };
  const devices = plan.data * plan.tensor * plan.pipeline;
  const memory = trainingMemory(request);
  const runtimeBytes = reserveOf({ vendor: target.vendor, memoryBytes: bytes.value, usableBytes: usableBytes?.value });
  const usable = bytes.value - runtimeBytes;
  const headroomBytes = usable - memory.totalBytes;
  const tight = memoryTable().tightShare.value * bytes.value;
  const fit: Fit = headroomBytes < 0 ? 'no' : headroomBytes < tight ? 'tight' : 'fits';
  const step = stepOf(request, devices);
  return {
    estimate: {
      devices,
      memory: { ...memory, runtimeBytes, usableBytes: usable, headroomBytes, fit },
      step,
      assumptions: assumptionsOf(request, step),
    },
  };
}

function stepOf(request: TrainingRequest & { readonly target: Target }, devices: number): TrainingStep | undefined {
  const { model, target, plan } = request;
  const { peak } = chipOf(target);
  const rate = (peak.bf16 ?? peak.f16)?.value;
  const sparse = model.layers.some(({ feedForward }) => feedForward.kind === 'mixture');
  const utilisation = utilisationOf(target.vendor, sparse ? 'mixture' : 'dense');
  if (rate === undefined || utilisation === undefined) return undefined;
  const tokens = request.sequenceLength * request.microBatch * request.accumulation * plan.data;
  const flops = trainingFlops(model, tokens, request.sequenceLength);
  const atFull = flops / (devices * rate * 1e12);
  const seconds = atFull / ((utilisation.low + utilisation.high) / 2);
  return {
    tokens,
    flops,
    utilisation,
    seconds,
    band: { low: atFull / utilisation.high, high: atFull / utilisation.low },
    tokensPerSecond: tokens / seconds,
  };
}

/**
 * Operations of forward and backward pass: 6 per active parameter that multiplies (the embedding looks up), and attention's
 * scores and values, 12 L s h per token for full attention of which a causal mask leaves half (arXiv:2104.04473, appendix;
 * the convention of PaLM's MFU, arXiv:2204.02311, appendix B).
 */
export function trainingFlops(model: ModelDescription, tokens: number, sequenceLength: number): number {
  const { attention } = model;
  const width =
    attention.kind === 'grouped-query'
      ? 2 * attention.headDimension
      : attention.plainDimension + attention.rotaryDimension + attention.valueDimension;
  const scores = 6 * layerCount(model) * attention.heads * width * (sequenceLength / 2);
  return tokens * (6 * multiplying(model) + scores);
}

/** Parameters that take part in a product for each token: a tied embedding multiplies as the head. */
function multiplying(model: ModelDescription): number {
  return countParameters(model).activeWithoutEmbedding;
}

function assumptionsOf(
  { recomputation, flashAttention }: TrainingRequest,
  step: TrainingStep | undefined,
): readonly Localized[] {
  const said: Localized[] = [
    {
      en: `Activations by formula, recomputation ${recomputation}${flashAttention ? ', FlashAttention' : ''}; fragmentation of the allocator is in the reserve.`,
      zh: `激活按公式计算，重计算：${recomputation}${flashAttention ? '，使用 FlashAttention' : ''}；分配器碎片计入预留。`,
    },
  ];
  if (step === undefined) {
    said.push({
      en: 'No utilisation of training on this vendor’s parts is published: no time is estimated.',
      zh: '该厂商芯片没有公布的训练利用率：不估算时间。',
    });
    return said;
  }
  const { low, high } = step.utilisation;
  said.push({
    en: `Time from a model FLOPs utilisation of ${Math.round(low * 100)} to ${Math.round(high * 100)} %, as published for runs of many devices.`,
    zh: `时间按已公布的大规模训练 MFU（${Math.round(low * 100)}–${Math.round(high * 100)} %）推算。`,
  });
  if (step.utilisation.assumption !== undefined) said.push(step.utilisation.assumption);
  return said;
}

function unknownMemory({ id }: Target): Localized {
  return { en: `The memory of ${id} is not known.`, zh: `缺少 ${id} 的显存容量数据。` };
}
