import type { ApiLimit } from '../../../../../../core/model';
import { opsMath, opsNn, text } from '../../../evidence';
import { refusedTypes } from './refused-types';

const single = text('Convert by .float() first.', '先用 .float() 转换。');

/** What takes float16 and float32, and not bfloat16. */
export const bfloat16Types: readonly ApiLimit[] = [
  refusedTypes({
    id: 'searchsorted-bfloat16',
    apis: ['torch.searchsorted'],
    argument: 'sorted_sequence',
    types: ['bfloat16'],
    check: 'aclnnSearchSorted',
    source: opsMath('math/search_sorted/op_api/aclnn_searchsorted.cpp'),
    advice: single,
  }),
  refusedTypes({
    id: 'max-unpool-bfloat16',
    apis: ['torch.nn.functional.max_unpool1d', 'torch.nn.functional.max_unpool2d'],
    types: ['bfloat16'],
    check: 'aclnnMaxUnpool2d',
    source: opsNn('index/scatter_elements/op_api/aclnn_max_unpool2d.cpp'),
    advice: single,
  }),
];
