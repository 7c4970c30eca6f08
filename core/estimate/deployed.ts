import type { CacheType, ModelDescription, Weight } from '../llm';
import type { Localized, Target } from '../model';
import { deviceMemory } from '../targets';
import type { EstimateRequest } from './request';
import { isStatic } from './routes';
import type { Engine } from './time/constant-rows';
import { type Device, deviceOf, hasBlocks } from './time/device';
import { checkpointChoice, deployableChoice, deployedBytes, type WeightChoice } from './weight-choice';
import { type ConstantChanges, changedDevice, problemOfChanges } from './what-if/changes';

/** What a request comes down to on its target: weights, cache, and the device that computes. */
export interface Deployed {
  readonly weights: WeightChoice;
  /** The weights where they are not the checkpoint's. */
  readonly changed: WeightChoice | undefined;
  readonly cache: CacheType;
  readonly device: Device;
  readonly engine: Engine | undefined;
  /** The family that lends constants which were not measured. */
  readonly borrowedFrom: string | undefined;
  readonly bytesOf: (weight: Weight) => number;
}

/** Undefined, with the reason, where a figure that is needed is not known or a constant is changed to nonsense. */
export function deployedOf(request: EstimateRequest): { deployed?: Deployed; problem?: Localized } {
  const { model, target, constants: changes = {} } = request;
  const weights = request.weights ?? deployableChoice(model, target);
  if (weights === undefined) return { problem: unknownWeights(model) };
  const changed = weights === checkpointChoice(model) ? undefined : weights;
  const asked = request.weights ?? changed;
  const engine = engineOf(request);
  const known = deviceOf({ target, weights, blocks: hasBlocks(model, asked), engine });
  if (known === undefined || deviceMemory(target).bytes === undefined) return { problem: unknownChip(target) };
  const problem = problemOfChanges(changes, known.constants);
  if (problem !== undefined) return { problem };
  return {
    deployed: {
      weights,
      changed,
      cache: request.cache ?? 'bf16',
      device: changedDevice(known, { ...ofRoute(request, known), ...changes }),
      engine,
      borrowedFrom: known.constants.borrowedFrom,
      bytesOf: deployedBytes(model, asked),
    },
  };
}

/** An exported model runs as one program: what serving by vllm-tpu costs the host is not in it. */
function ofRoute(request: EstimateRequest, { constants }: Device): ConstantChanges {
  return isStatic(request) && constants.hostUsPerLayer + constants.stepUs > 0 ? exported : {};
}

const exported: ConstantChanges = { hostUsPerLayer: 0, stepUs: 0, sequenceUs: 0 };

/** Only on NVIDIA parts there is a choice. */
export function engineOf({
  target,
  engine,
  plan,
}: Pick<EstimateRequest, 'target' | 'engine' | 'plan'>): Engine | undefined {
  if (target.vendor !== 'nvidia') return undefined;
  return plan.data > 1 && plan.expert > plan.tensor ? 'deepep' : (engine ?? 'vllm');
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
