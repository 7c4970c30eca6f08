import { estimate } from '../estimate';
import type { EstimateRequest } from '../request';
import type { Estimate } from '../result';
import { candidatePlans, type PlanLimits } from './candidates';

export type PlanningRequest = Omit<EstimateRequest, 'plan'>;

export interface PlanningLimits extends PlanLimits {
  /** As many as these; undefined: as few as it takes. */
  readonly devices?: number | undefined;
  readonly maxTpotMs?: number | undefined;
  readonly maxTtftMs?: number | undefined;
}

/** Devices that are tried, in multiples of the product's. */
const multiples = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128];

/** How many devices plans are tried for. */
function deviceCounts({ target }: PlanningRequest, { devices }: PlanningLimits): readonly number[] {
  return devices === undefined ? multiples.map((multiple) => multiple * target.devices) : [devices];
}

/** All estimates for a number of devices; `problem` of the first where there is none. */
export function estimatesFor(request: PlanningRequest, devices: number, limits: PlanningLimits): Estimate[] {
  return candidatePlans(request.model, request.target, devices, limits, request).flatMap((plan) => {
    const { estimate: made } = estimate({ ...request, plan });
    return made === undefined ? [] : [made];
  });
}

/**
 * The plan to take: of the fewest devices with which the model fits and the limits hold, the one with the most tokens per
 * second; where none leaves room, a tight one. Without any, the plan that comes nearest to fitting, so that it can be
 * said what is missing.
 */
export function choosePlan(request: PlanningRequest, limits: PlanningLimits = {}): Estimate | undefined {
  let nearest: Estimate | undefined;
  let tight: Estimate | undefined;
  for (const devices of deviceCounts(request, limits)) {
    const all = estimatesFor(request, devices, limits);
    const allowed = all.filter((one) => one.memory.fit !== 'no' && holds(one, limits));
    const best = fastest(allowed.filter(({ memory }) => memory.fit === 'fits'));
    if (best !== undefined) return best;
    tight ??= fastest(allowed);
    for (const one of all) {
      if (nearest === undefined || one.memory.headroomBytes > nearest.memory.headroomBytes) nearest = one;
    }
  }
  return tight ?? nearest;
}

/** The fastest plan of each number of devices on which the model loads, from the fewest up. */
export function plansByDevices(request: PlanningRequest, limits: PlanningLimits, most: number): Estimate[] {
  const plans: Estimate[] = [];
  for (const devices of deviceCounts(request, limits)) {
    const loads = estimatesFor(request, devices, limits).filter(({ memory }) => memory.fit !== 'no');
    const best = fastest(loads.filter(({ memory }) => memory.fit === 'fits')) ?? fastest(loads);
    if (best !== undefined) plans.push(best);
    if (plans.length === most) break;
  }
  return plans;
}

function holds({ decode, prefill }: Estimate, { maxTpotMs, maxTtftMs }: PlanningLimits): boolean {
  return decode.tpotMs <= (maxTpotMs ?? Infinity) && prefill.ttftMs <= (maxTtftMs ?? Infinity);
}

function fastest(estimates: readonly Estimate[]): Estimate | undefined {
  let best: Estimate | undefined;
  for (const one of estimates) if (best === undefined || one.decode.tpotMs < best.decode.tpotMs) best = one;
  return best;
}

export interface SweepPoint {
  readonly concurrency: number;
  readonly estimate: Estimate;
}

const loads = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048];

/** The plans and loads that no other beats in both speed per user and throughput per device, fastest per user first. */
export function sweep(request: PlanningRequest, limits: PlanningLimits = {}): SweepPoint[] {
  const points: SweepPoint[] = [];
  for (const devices of deviceCounts(request, limits)) {
    for (const concurrency of loads) {
      for (const one of estimatesFor({ ...request, concurrency }, devices, limits)) {
        if (one.memory.fit !== 'no' && holds(one, limits)) points.push({ concurrency, estimate: one });
      }
    }
  }
  points.sort(
    (a, b) =>
      b.estimate.decode.tokensPerSecondPerUser - a.estimate.decode.tokensPerSecondPerUser ||
      b.estimate.decode.tokensPerSecondPerDevice - a.estimate.decode.tokensPerSecondPerDevice,
  );
  let most = 0;
  return points.filter(({ estimate: { decode } }) => {
    const isBetter = decode.tokensPerSecondPerDevice > most;
    if (isBetter) most = decode.tokensPerSecondPerDevice;
    return isBetter;
  });
}
