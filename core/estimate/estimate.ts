import { layerCount, type ModelDescription } from '../llm';
import type { Localized, Target } from '../model';
import { deviceMemory } from '../targets';
import { assumptionsOf } from './assumptions';
import { bandOf } from './band';
import { fitMemory, type MemoryFit } from './memory/fit';
import type { Estimate, EstimateRequest } from './request';
import { refusalsOf } from './routes';
import { deviceOf } from './time/device';
import type { Pass } from './time/pass';
import { passMs, passOperators } from './time/step';
import { checkpointChoice, deployableChoice, deployedBytes, type WeightChoice } from './weight-choice';

export interface EstimateResult {
  readonly estimate: Estimate | undefined;
  /** Why there is none. */
  readonly problem: Localized | undefined;
}

/** Tokens that a replica prefills in one pass. */
const chunk = 8192;

/** Memory, time and speed of a model under a plan. Times are of the devices: waiting in queues is not in them. */
export function estimate(request: EstimateRequest): EstimateResult {
  const { model, target, plan } = request;
  const weights = request.weights ?? deployableChoice(model, target);
  const device = weights === undefined ? undefined : deviceOf(target, weights);
  const memory = weights === undefined ? undefined : memoryOf(request, weights);
  if (weights === undefined || device === undefined || memory === undefined) {
    return { estimate: undefined, problem: weights === undefined ? unknownWeights(model) : unknownChip(target) };
  }
  const cache = request.cache ?? 'bf16';
  const prompt = Math.max(1, request.prompt);
  const output = Math.max(1, request.output);
  const sequences = Math.max(1, request.concurrency / plan.data / plan.pipeline);
  const draft = request.draft ?? { tokens: 0, acceptance: 0 };
  const shape = {
    model,
    plan,
    device,
    cache,
    bytesOf: deployedBytes(model, weights === checkpointChoice(model) ? request.weights : weights),
    imbalance: imbalanceOf(request),
  };
  const eager = request.eager ?? false;
  const decode: Pass = {
    ...shape,
    prefill: false,
    tokens: sequences * (1 + draft.tokens),
    sequences,
    context: isStatic(target) ? prompt + output : prompt + output / 2,
  };
  const operators = passOperators(decode);
  // A draft costs one more layer per token beside the longer step.
  const drafting = 1 + draft.tokens / Math.max(1, layerCount(model));
  const stepMs = (passMs(decode, operators, eager) * drafting) / (1 + draft.tokens * draft.acceptance);
  const prefill = prefillMs(shape, isStatic(target) ? prompt + output : prompt, eager);
  const held = request.disaggregated ? 0 : (sequences * prefill) / output;
  // Stages work on different sequences at once; a token passes all of them, so a step is the sum over all layers.
  const tpotMs = stepMs + held;
  const tokensPerSecond = (Math.max(1, request.concurrency) / tpotMs) * 1000;
  return {
    estimate: {
      plan,
      weights,
      cache,
      memory,
      prefill: { ttftMs: prefill, tokensPerSecond: (prompt / prefill) * 1000 * plan.data },
      decode: {
        tpotMs,
        tokensPerSecondPerUser: 1000 / tpotMs,
        tokensPerSecondPerDevice: tokensPerSecond / plan.devices,
        tokensPerSecond,
      },
      layers: operators,
      band: bandOf(request, device),
      refusals: refusalsOf({
        ...request,
        weights: request.weights ?? changed(model, weights),
        drafts: draft.tokens > 0,
      }),
      assumptions: assumptionsOf(request, weights, device),
    },
    problem: undefined,
  };
}

/** Weights other than the checkpoint's, where the target does not deploy those. */
function changed(model: ModelDescription, weights: WeightChoice): WeightChoice | undefined {
  return weights === checkpointChoice(model) ? undefined : weights;
}

function memoryOf(request: EstimateRequest, weights: WeightChoice): MemoryFit | undefined {
  const { bytes, usableBytes } = deviceMemory(request.target);
  if (bytes === undefined) return undefined;
  return fitMemory({
    model: request.model,
    plan: request.plan,
    device: { vendor: request.target.vendor, memoryBytes: bytes.value, usableBytes: usableBytes?.value },
    weights: weights === checkpointChoice(request.model) ? request.weights : weights,
    cache: request.cache ?? 'bf16',
    context: request.prompt + request.output,
    concurrency: request.concurrency,
    chunk: Math.min(chunk, request.prompt),
    prediction: (request.draft?.tokens ?? 0) > 0,
  });
}

/** One prompt alone, in chunks; stages follow one another. */
function prefillMs(
  shape: Omit<Pass, 'prefill' | 'tokens' | 'sequences' | 'context'>,
  tokens: number,
  eager: boolean,
): number {
  const chunks = Math.max(1, Math.ceil(tokens / chunk));
  const part = tokens / chunks;
  let total = 0;
  for (let index = 1; index <= Math.min(chunks, 64); index++) {
    // What stands before the chunk is seen whole, the chunk itself by half.
    const context = chunks === 1 ? part : (2 * index - 1) * part;
    const pass: Pass = { ...shape, prefill: true, tokens: part, sequences: 1, context };
    total += passMs(pass, passOperators(pass), eager);
  }
  return chunks > 64 ? (total * chunks) / 64 : total;
}

/** llm_convert exports a fixed length: every step reads and computes all of it. */
export function isStatic(target: Target): boolean {
  return target.vendor === 'sophgo' && target.routes.checkpoint[0] === 'llm-tpu';
}

function imbalanceOf({ imbalance, plan }: EstimateRequest): number {
  return imbalance ?? (plan.expert > 1 && plan.data > 1 ? 1.2 : 1);
}

function unknownWeights({ quantization }: ModelDescription): Localized {
  const method = quantization?.method ?? '';
  return {
    en: `The weights' format (quant_method ${method}) is not known; say with --weights what is deployed.`,
    zh: `不认识权重格式（quant_method 为 ${method}）；请用 --weights 指定部署格式。`,
  };
}

function unknownChip({ id }: Target): Localized {
  return {
    en: `No figures of memory, bandwidth or kernels are known for ${id}, and none are guessed.`,
    zh: `缺少 ${id} 的显存容量、带宽或算子效率数据，不作猜测。`,
  };
}
