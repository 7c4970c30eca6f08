import { layerCount, type ModelDescription } from '../../llm';
import type { Target } from '../../model';
import { isStatic } from '../estimate';
import type { Plan } from '../plan';

/** Parts of a plan that are given. */
export type PlanLimits = {
  readonly [Part in 'tensor' | 'pipeline' | 'expert' | 'data']?: Plan[Part] | undefined;
};

const tensorSizes = [1, 2, 4, 8, 16, 32];

/**
 * Plans for a number of devices that the route's software takes: heads divided evenly, no more stages than layers,
 * experts over all devices or none. vllm-tpu has no expert parallelism and takes DeepSeek with up to 16 tensor ranks
 * (the experts' width of 2048 in multiples of 128; sophgo/vllm-tpu 9b474f24, soph_fused_moe.py:75-80).
 */
export function candidatePlans(
  model: ModelDescription,
  target: Target,
  devices: number,
  limits: PlanLimits = {},
): Plan[] {
  const plans: Plan[] = [];
  const sparse = model.layers.some(({ feedForward }) => feedForward.kind === 'mixture');
  const isSophgo = target.vendor === 'sophgo';
  const most = isSophgo ? 16 : 32;
  for (const tensor of limits.tensor === undefined ? tensorSizes : [limits.tensor]) {
    if (tensor > most || devices % tensor !== 0 || model.attention.heads % tensor !== 0) continue;
    if (isSophgo && !blocksDivide(model, tensor)) continue;
    const rest = devices / tensor;
    for (let pipeline = 1; pipeline <= Math.min(rest, layerCount(model), 16); pipeline++) {
      if (rest % pipeline !== 0 || (limits.pipeline !== undefined && limits.pipeline !== pipeline)) continue;
      const data = rest / pipeline;
      if ((limits.data !== undefined && limits.data !== data) || (isSophgo && data > 1)) continue;
      if (isStatic(target) && data > 1) continue;
      const spread = sparse && !isSophgo && tensor * data > 1 ? [1, tensor * data] : [1];
      for (const expert of limits.expert === undefined ? spread : [limits.expert]) {
        if ((tensor * data) % expert === 0) plans.push({ devices, tensor, pipeline, expert, data });
      }
    }
  }
  return plans;
}

/** FP8 blocks of 128 may not be cut. */
function blocksDivide({ layers }: ModelDescription, tensor: number): boolean {
  return layers.every(
    ({ feedForward }) => feedForward.kind === 'dense' || feedForward.expertWidth % (128 * tensor) === 0,
  );
}
