import { type Entries, type Entry, entry, text } from '../entry';
import { required, stops } from './shared';

function outputTypes(fact: string, types: string): Entry {
  return stops(
    fact,
    'output-type',
    `attr.dtype present and not (dtype(attr.dtype) in [${types}])`,
    text(`the output type must be one of ${types}.`, `输出类型必须为 ${types} 之一。`),
  );
}

export const random: Entries = {
  Multinomial: [
    outputTypes('dtype[%d] is wrong,please select right dtype', 'int32, int64'),
    entry('output int32/int64'),
  ],
  RandomNormal: [
    required('Attr of shape must be not null.', 'shape'),
    outputTypes('only support float32/half/double, but got %d', 'float, float16, double'),
  ],
  RandomNormalLike: [
    outputTypes(
      'RandomNormalLike output dtype[%d] not supported, only support float/float16/double.',
      'float, float16, double',
    ),
    entry('RandomNormalLike has no dtype attr.'),
  ],
  RandomUniform: [outputTypes('only support float32/float16/int32/int64, but got %d', 'float, float16, int32, int64')],
  RandomUniformLike: [
    outputTypes(
      'RandomUniformLike output dtype[%d] not supported, only support float/float16/double.',
      'float, float16, double',
    ),
    entry('RandomUniformLike has no dtype attr.'),
  ],
};
