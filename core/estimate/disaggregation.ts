import { cacheBytesPerToken } from '../llm';
import type { Deployed } from './deployed';
import type { EstimateRequest } from './request';
import type { Disaggregation } from './result';
import { servingTable } from './serving-table';
import { prefillMs, type ServingTimes, shapeOf } from './time/serving';

/**
 * Prefill on devices of its own: how many replicas of them keep the decoding pool busy (each request needs one prefill per
 * `output` tokens), and the speed over all devices. The cache of a prompt crosses the network once.
 */
export function disaggregation(
  request: EstimateRequest,
  deployed: Deployed,
  { tpotMs }: ServingTimes,
): Disaggregation | undefined {
  const { prefillPlan, plan, model } = request;
  if (prefillPlan === undefined) return undefined;
  const prompt = Math.max(1, request.prompt);
  const shape = shapeOf({ ...request, plan: prefillPlan }, deployed);
  const alone = prefillMs(shape, prompt, request.eager ?? false, request.chunk ?? servingTable().chunkTokens.value);
  const requestsPerMs = Math.max(1, request.concurrency) / (tpotMs * Math.max(1, request.output));
  const prefillReplicas = (requestsPerMs * alone) / prefillPlan.data;
  const tokensPerSecond = (Math.max(1, request.concurrency) / tpotMs) * 1000;
  const cache = cacheBytesPerToken(model, deployed.cache) * prompt;
  // Each tensor-parallel rank sends its part of the heads; latent attention's cache is whole on each, and sent once.
  const senders = model.attention.kind === 'latent' ? prefillPlan.pipeline : prefillPlan.tensor * prefillPlan.pipeline;
  return {
    prefillPlan,
    prefillReplicas,
    prefillMs: alone,
    transferMs: (cache / senders / deployed.device.network) * 1000,
    tokensPerSecondPerDevice: tokensPerSecond / (plan.devices + prefillReplicas * prefillPlan.devices),
  };
}
