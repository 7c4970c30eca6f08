import type { ApiLimit } from '../../../../../core/model';
import { attentionLimits } from './attention';
import { compilationLimits } from './compilation';
import { layerLimits } from './layers';
import { runtimeLimits } from './runtime';
import { tensorLimits } from './tensors';

/** Conditions on a call that can be checked, of those that the vendor's tables state in words. */
export const npuLimits: readonly ApiLimit[] = [
  ...attentionLimits,
  ...layerLimits,
  ...tensorLimits,
  ...compilationLimits,
  ...runtimeLimits,
];
