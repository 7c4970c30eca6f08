import { engineOf } from '../deployed';
import type { EstimateRequest } from '../request';
import { validationClass } from './band';
import { type MeasurementRecord, type ValidationClass, validationTable } from './table';

/** How far estimates like this one were from measurements, and the measurement that is most like it. */
export interface Validation {
  readonly class: ValidationClass;
  /** Of the class; a share. */
  readonly medianError: number;
  readonly count: number;
  /** Undefined where the class has no measurement. */
  readonly nearest: MeasurementRecord | undefined;
}

export function validationOf(request: EstimateRequest): Validation {
  const own = validationClass(request);
  const { classes, measurements } = validationTable();
  const { medianError, count } = classes[own];
  let nearest: MeasurementRecord | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const measurement of measurements) {
    if (measurement.class !== own) continue;
    const distance = distanceTo(request, measurement);
    if (distance < least) [nearest, least] = [measurement, distance];
  }
  return { class: own, medianError, count, nearest };
}

/** Another chip, model or engine counts as much as a factor of e^2, e^2 or e^1 in the load; loads count by their logarithms. */
function distanceTo(request: EstimateRequest, measurement: MeasurementRecord): number {
  const { model, target, plan } = request;
  const chip = target.chip === measurement.target || target.id === measurement.target ? 0 : 2;
  const kind = model.architecture === measurement.model ? 0 : 1;
  const size = Math.abs(Math.log(model.hiddenSize / measurement.hiddenSize));
  const engine = engineOf(request) === measurement.engine ? 0 : 1;
  return (
    chip +
    kind +
    size +
    engine +
    apart(plan.devices, measurement.devices) +
    apart(plan.tensor, measurement.tensor) / 2 +
    apart(request.concurrency, measurement.concurrency) / 2 +
    apart(request.prompt, measurement.prompt) / 2 +
    apart(request.output, measurement.output) / 4
  );
}

function apart(a: number, b: number): number {
  return Math.abs(Math.log(Math.max(1, a) / Math.max(1, b)));
}
