import type { Localized } from '../model';
import { assumptionsOf } from './assumptions';
import { type Deployed, deployedOf } from './deployed';
import { disaggregation } from './disaggregation';
import { memoryOf } from './memory/of-request';
import type { EstimateRequest } from './request';
import type { Estimate } from './result';
import { refusalsOf } from './routes';
import { type ServingTimes, servingTimes } from './time/serving';
import { bandOf } from './validation/band';
import { validationOf } from './validation/nearest';

export interface EstimateResult {
  readonly estimate: Estimate | undefined;
  /** Why there is none. */
  readonly problem: Localized | undefined;
}

/** Memory, time and speed of a model under a plan. Times are of the devices: waiting in queues is not in them. */
export function estimate(request: EstimateRequest): EstimateResult {
  const { deployed, problem } = deployedOf(request);
  if (deployed === undefined) return { estimate: undefined, problem };
  return { estimate: made(request, deployed), problem: undefined };
}

function made(request: EstimateRequest, deployed: Deployed): Estimate {
  const { plan } = request;
  const { weights, cache, changed, borrowedFrom } = deployed;
  const times = servingTimes(request, deployed);
  const drafts = (request.draft?.tokens ?? 0) > 0;
  return {
    plan,
    weights,
    cache,
    memory: memoryOf(request, deployed),
    prefill: {
      ttftMs: times.prefillMs,
      tokensPerSecond: times.prefillTokensPerSecond * plan.data,
    },
    decode: decodeOf(request, times),
    disaggregation: disaggregation(request, deployed, times),
    layers: times.operators,
    band: bandOf(request, borrowedFrom),
    validation: validationOf(request),
    refusals: refusalsOf({ ...request, weights: request.weights ?? changed, drafts }),
    assumptions: assumptionsOf(request, deployed),
  };
}

function decodeOf({ plan, concurrency }: EstimateRequest, { tpotMs }: ServingTimes): Estimate['decode'] {
  const tokensPerSecond = (Math.max(1, concurrency) / tpotMs) * 1000;
  return {
    tpotMs,
    tokensPerSecondPerUser: 1000 / tpotMs,
    tokensPerSecondPerDevice: tokensPerSecond / plan.devices,
    tokensPerSecond,
  };
}
