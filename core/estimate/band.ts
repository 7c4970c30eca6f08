import text from '../../rules/estimate/bands.json';
import type { Band, EstimateRequest } from './request';
import type { Device } from './time/device';

/** Classes of configurations that are validated apart, each with its own error. */
export type ValidationClass = 'dense' | 'mixture' | 'large-expert' | 'ascend' | 'sophgo';

let table: { readonly bands: Readonly<Record<ValidationClass, Band>>; readonly borrowed: Band } | undefined;

export function validationClass({ target, plan, model }: EstimateRequest): ValidationClass {
  if (target.vendor === 'sophgo') return 'sophgo';
  if (target.vendor === 'huawei') return 'ascend';
  if (plan.data > 1 && plan.expert > plan.tensor) return 'large-expert';
  return model.layers.some(({ feedForward }) => feedForward.kind === 'mixture') ? 'mixture' : 'dense';
}

/** The band of the class; where constants are a relative's, widened. */
export function bandOf(request: EstimateRequest, device: Device): Band {
  table ??= JSON.parse(text.toString()) as NonNullable<typeof table>;
  const { low, high } = table.bands[validationClass(request)];
  if (device.constants.borrowedFrom === undefined) return { low, high };
  return { low: low * table.borrowed.low, high: high * table.borrowed.high };
}
