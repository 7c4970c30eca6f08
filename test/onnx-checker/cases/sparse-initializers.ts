import { float32s, int64s, tensor } from '../../harness/onnx-builder';
import { delimited, varint } from '../../harness/protobuf-fields';
import { type Case, sparse, two, whole } from './case';

export const sparseInitializersCases: readonly Case[] = [
  { what: 'a good sparse tensor', model: sparse(two, int64s([0, 3]), [2, 2]), errors: [] },
  {
    what: 'a good sparse tensor of tuples',
    model: sparse(two, tensor('int64', [2, 2], { int64s: [0, 1, 1, 0] }), [2, 2]),
    errors: [],
  },
  { what: 'sparse indices out of range', model: sparse(two, int64s([0, 4]), [2, 2]), errors: ['sparse-tensor'] },
  { what: 'sparse indices out of order', model: sparse(two, int64s([3, 0]), [2, 2]), errors: ['sparse-tensor'] },
  {
    what: 'sparse tuples out of range',
    model: sparse(two, tensor('int64', [2, 2], { int64s: [0, 1, 0, 2] }), [2, 2]),
    errors: ['sparse-tensor'],
  },
  { what: 'too few sparse indices', model: sparse(two, int64s([0]), [2, 2]), errors: ['sparse-tensor'] },
  { what: 'a sparse tensor without dimensions', model: sparse(two, int64s([0, 1]), []), errors: ['sparse-tensor'] },
  { what: 'sparse indices that are floats', model: sparse(two, float32s([2], [0, 1]), [4]), errors: ['sparse-tensor'] },
  {
    what: 'a sparse tensor without indices',
    model: whole({ extra: [delimited(15, [delimited(1, two.bytes), varint(3, 4)])] }),
    errors: ['sparse-tensor'],
  },
];
