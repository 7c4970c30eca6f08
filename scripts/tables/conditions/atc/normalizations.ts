import { type Entries, entry, text } from '../entry';
import { document, remark, stops } from './shared';

export const normalizations: Entries = {
  BatchNormalization: [
    document(
      'momentum unsupported (inference only)',
      'training-mode',
      'attr.training_mode == 1',
      'inference only.',
      '仅支持推理。',
    ),
  ],
  InstanceNormalization: [
    remark('scale/B same dtype as x', 'types', 'scale and B have the type of the input.', 'scale、B 与输入类型相同。'),
  ],
  LRN: [
    stops('Message do not have attr size', 'size', 'attr.size absent', text('size is required.', '必须写出 size。')),
    stops(
      'Attr size must be odd num',
      'odd-size',
      'attr.size % 2 == 0',
      text('size must be odd.', 'size 必须为奇数。'),
    ),
    entry('size must be odd'),
  ],
  MeanVarianceNormalization: [],
};
