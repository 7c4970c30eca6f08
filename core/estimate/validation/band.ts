import type { EstimateRequest } from '../request';
import { type Band, type ValidationClass, validationTable } from './table';

export function validationClass({ target, plan, model }: EstimateRequest): ValidationClass {
  if (target.vendor === 'sophgo') return 'sophgo';
  if (target.vendor === 'huawei') return 'ascend';
  if (plan.data > 1 && plan.expert > plan.tensor) return 'large-expert';
  return model.layers.some(({ feedForward }) => feedForward.kind === 'mixture') ? 'mixture' : 'dense';
}

/** The band of the class; where constants are a relative's, widened. */
export function bandOf(request: EstimateRequest, borrowedFrom: string | undefined): Band {
  const { classes, borrowed } = validationTable();
  const { low, high } = classes[validationClass(request)].band;
  if (borrowedFrom === undefined) return { low, high };
  return { low: low * borrowed.low, high: high * borrowed.high };
}
