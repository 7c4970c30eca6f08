import { type EstimateRequest, estimate } from '../../core/estimate';
import { chipOf, deviceMemory } from '../../core/targets';

/** A published result with the request that describes it. */
export interface Measurement {
  readonly id: string;
  readonly class: string;
  /** The model, and the group of rows that count as one in calibration. */
  readonly model: string;
  readonly group: string;
  /** Whether it may set constants, in folds that do not leave it out. */
  readonly calibrates: boolean;
  /** Whether a constant of rules/estimate/time comes from the same table as it: not held against a bar. */
  readonly inTable: boolean;
  readonly measured: number;
  /** Time per token, or to the first; or tokens per second and device in decode, or in prefill. */
  readonly unit: 'ms' | 'first-ms' | 'decode/device' | 'prefill/device';
  readonly request: EstimateRequest;
}

/** Estimated over measured time: above 1 the estimate is too slow. */
export function ratio({ request, unit, measured }: Measurement): number | undefined {
  const { estimate: made } = estimate(request);
  if (made === undefined) return undefined;
  if (unit === 'ms') return made.decode.tpotMs / measured;
  if (unit === 'first-ms') return made.prefill.ttftMs / measured;
  if (unit === 'decode/device') return measured / made.decode.tokensPerSecondPerDevice;
  return measured / (made.prefill.tokensPerSecond / request.plan.devices);
}

/**
 * The same ratio of one roofline over a whole decode step at full rates, without floors, efficiencies and communication:
 * what an estimate must beat. Undefined for prefill rows.
 */
export function rooflineRatio({ request, unit, measured }: Measurement): number | undefined {
  const { estimate: made } = estimate(request);
  const { target, concurrency, draft } = request;
  const { peak } = chipOf(target);
  const rate = ((request.weights === 'fp8' ? peak.fp8 : undefined) ?? peak.bf16 ?? peak.f16)?.value;
  const bandwidth = deviceMemory(target).bandwidth?.value;
  if (
    made === undefined ||
    rate === undefined ||
    bandwidth === undefined ||
    unit === 'prefill/device' ||
    unit === 'first-ms'
  )
    return undefined;
  const own = made.layers.filter(({ kind }) => kind !== 'collective' && kind !== 'exchange');
  const flops = own.reduce((sum, operator) => sum + operator.count * operator.flops, 0);
  const bytes = own.reduce((sum, operator) => sum + operator.count * operator.bytes, 0);
  const accepted = 1 + (draft === undefined ? 0 : draft.tokens * draft.acceptance);
  const ms = (Math.max(flops / (rate * 1e12), bytes / bandwidth) * 1000) / accepted;
  return unit === 'ms' ? ms / measured : measured / ((concurrency / ms / request.plan.devices) * 1000);
}

export interface Statistics {
  readonly count: number;
  readonly median: number;
  readonly p90: number;
  readonly bias: number;
  /** Mean of |log(estimate / measurement)|: steadier than a median where rows are few. */
  readonly meanLog: number;
}

/** Of |estimate / measurement - 1|; the bias is the median of estimate / measurement. */
export function statistics(ratios: readonly number[]): Statistics {
  const errors = ratios.map((one) => Math.abs(one - 1)).sort((a, b) => a - b);
  const sorted = [...ratios].sort((a, b) => a - b);
  const meanLog = ratios.reduce((sum, one) => sum + Math.abs(Math.log(one)), 0) / ratios.length;
  return { count: ratios.length, median: at(errors, 0.5), p90: at(errors, 0.9), bias: at(sorted, 0.5), meanLog };
}

export function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
