import { float32s, tensor } from '../../harness/onnx-builder';
import { packed } from '../../harness/protobuf-fields';
import { type Case, initializer, whole } from './case';

export const initializersCases: readonly Case[] = [
  {
    what: 'an initializer without a name',
    model: initializer(float32s([1], [1])),
    errors: ['initializer-without-name'],
  },
  {
    what: 'two initializers of one name',
    model: whole({ initializers: [float32s([1], [1], 'w'), float32s([1], [1], 'w')] }),
    errors: ['repeated-initializer'],
  },
  {
    what: 'an initializer that is no input, in IR 3',
    model: whole({ initializers: { w: float32s([1], [1]) } }, { irVersion: 3 }),
    errors: ['initializer-not-input'],
  },
  {
    what: 'a tensor without a type',
    model: initializer(tensor('undefined', [1], { name: 'w', raw: [1] })),
    errors: ['tensor-without-type'],
  },
  {
    what: 'a negative dimension',
    model: initializer(tensor('float', [-1], { name: 'w' })),
    errors: ['negative-dimension'],
  },
  {
    what: 'dimensions of more than 64 bits',
    model: initializer(tensor('int8', [2n ** 32n, 2n ** 32n], { name: 'w' })),
    errors: ['dimensions-overflow'],
  },
  { what: 'no data', model: initializer(tensor('float', [2], { name: 'w' })), errors: ['tensor-payload-fields'] },
  {
    what: 'data twice',
    model: initializer(tensor('float', [1], { name: 'w', floats: [1], raw: [0, 0, 0, 0] })),
    errors: ['tensor-payload-fields'],
  },
  {
    what: 'data of an empty tensor',
    model: initializer(tensor('float', [0], { name: 'w', floats: [1] })),
    errors: ['empty-tensor-with-data'],
  },
  {
    what: 'too little data',
    model: initializer(tensor('float', [2], { name: 'w', raw: [0, 0, 0, 0, 0] })),
    errors: ['tensor-data-too-short'],
  },
  {
    what: 'too few values',
    model: initializer(tensor('float', [2], { name: 'w', floats: [1] })),
    errors: ['tensor-data-too-short'],
  },
  { what: 'an odd number of int4', model: initializer(tensor('int4', [3], { name: 'w', raw: [1, 2] })), errors: [] },
  {
    what: 'too few int4',
    model: initializer(tensor('int4', [5], { name: 'w', raw: [1, 2] })),
    errors: ['tensor-data-too-short'],
  },
  {
    what: 'too few complex numbers',
    model: initializer(tensor('complex64', [2], { name: 'w', floats: [1, 2, 3] })),
    errors: ['tensor-data-too-short'],
  },
  {
    what: 'strings in raw_data',
    model: initializer(tensor('string', [1], { name: 'w', raw: [65] })),
    errors: ['string-tensor-in-raw-data'],
  },
  {
    what: 'integers in the wrong field',
    model: initializer(tensor('int64', [1], { name: 'w', int32s: [1] })),
    errors: ['tensor-in-wrong-field'],
  },
  {
    what: 'an unknown type in a typed field',
    model: initializer(tensor('type99', [1], { name: 'w', int32s: [1] })),
    errors: ['unknown-element-type'],
  },
  {
    what: 'a rank of 100,000',
    model: initializer(
      tensor('float', [], { name: 'w', raw: [0, 0, 0, 0], extra: [packed(1, Array(100_000).fill(1))] }),
    ),
    errors: [],
    warnings: ['huge-rank'],
  },
  {
    what: 'external data beside data in the model',
    model: initializer(tensor('float', [1], { name: 'w', floats: [1], external: { location: 'w.bin' } })),
    errors: ['external-tensor-with-data'],
  },
  {
    what: 'external data without a location',
    model: initializer(tensor('float', [1], { name: 'w', external: { offset: '0' } })),
    errors: ['external-tensor-without-location'],
  },
];
