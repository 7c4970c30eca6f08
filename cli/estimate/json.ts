import type { Estimate, PlanningRequest } from '../../core/estimate';
import { countParameters } from '../../core/llm';
import type { Session } from '../session';

/** One estimate as machines read it. Bytes are bytes, times are of the device, `band` are factors on the times. */
export function estimateJson(request: PlanningRequest, estimate: Estimate, name: string, session: Session) {
  const { total, active } = countParameters(request.model);
  const { plan, memory, prefill, decode, layers, band } = estimate;
  return {
    version: 1,
    model: { name, architecture: request.model.architecture, params: total, activeParams: active },
    target: request.target.id,
    route: request.route ?? request.target.routes.checkpoint[0],
    weights: estimate.weights,
    kv: estimate.cache,
    workload: {
      prompt: request.prompt,
      output: request.output,
      concurrency: request.concurrency,
      disaggregated: request.disaggregated ?? false,
    },
    plan: { devices: plan.devices, tp: plan.tensor, pp: plan.pipeline, ep: plan.expert, dp: plan.data },
    memory: { ...memory, fits: memory.fit !== 'no' },
    prefill,
    decode,
    layers: layers.map(({ name, count, kind, flops, bytes, timeUs, bound }) => ({
      name,
      count,
      kind,
      flops,
      bytes,
      timeUs,
      bound,
    })),
    band,
    assumptions: estimate.assumptions.map((one) => session.say(one)),
  };
}
