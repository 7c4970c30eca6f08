import type { Disaggregation, Estimate, Plan, PlanningRequest, Validation } from '../../core/estimate';
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
    plan: planJson(plan),
    memory: { ...memory, fits: memory.fit !== 'no' },
    prefill,
    decode,
    ...(estimate.disaggregation !== undefined && { disaggregation: disaggregationJson(estimate.disaggregation) }),
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
    validation: validationJson(estimate.validation),
    refusals: estimate.refusals.map(({ limit, message, instead, evidence }) => ({
      subject: limit.subject,
      message: session.say(message),
      advice: instead && session.say(instead),
      evidence,
    })),
    assumptions: estimate.assumptions.map((one) => session.say(one)),
  };
}

function planJson({ devices, tensor, pipeline, expert, data }: Plan) {
  return { devices, tp: tensor, pp: pipeline, ep: expert, dp: data };
}

function disaggregationJson({ prefillPlan, ...rest }: Disaggregation) {
  return { prefillPlan: planJson(prefillPlan), ...rest };
}

function validationJson({ class: name, count, medianError, nearest }: Validation) {
  return {
    class: name,
    measurements: count,
    medianError,
    nearest: nearest && {
      id: nearest.id,
      model: nearest.model,
      target: nearest.target,
      engine: nearest.engine,
      devices: nearest.devices,
      tensor: nearest.tensor,
      prompt: nearest.prompt,
      output: nearest.output,
      concurrency: nearest.concurrency,
      metric: nearest.metric,
      measured: nearest.measured,
      ratio: nearest.ratio,
    },
  };
}
