import type { ApiLimit } from '../../../../../core/model';
import { integerLimits } from './integers';
import { layerLimits } from './layers';
import { reductionLimits } from './reductions';
import { runtimeLimits } from './runtime';
import { tensorLimits } from './tensors';

/** Conditions on a call that can be checked, read from torch-tpu's kernels. */
export const tpuLimits: readonly ApiLimit[] = [
  ...integerLimits,
  ...layerLimits,
  ...reductionLimits,
  ...tensorLimits,
  ...runtimeLimits,
];
