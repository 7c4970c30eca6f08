import type { ApiLimit } from '../../../../../../core/model';
import { bfloat16Types } from './bfloat16';
import { complexTypes } from './complex';
import { integerTypes } from './integers';

/** Types that a kernel refuses. */
export const typeLimits: readonly ApiLimit[] = [...integerTypes, ...bfloat16Types, ...complexTypes];
