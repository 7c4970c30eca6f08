import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesSource, type Tensor } from '../../core/model';
import { readModel } from '../../core/onnx/reader';
import { float32s, int64s, model, type TensorMessage, tensor } from '../harness/onnx-builder';

function read(message: TensorMessage): Tensor {
  const { model: read, problems } = readModel(bytesSource(model({ initializers: [message] })));
  assert.deepEqual(problems, []);
  return read!.graph!.initializers[0]!;
}

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
const doubles = (...values: number[]) => [...new Uint8Array(Float64Array.from(values).buffer)];
const longs = (...values: bigint[]) => [...new Uint8Array(BigInt64Array.from(values).buffer)];

/**
 * raw_data of each type. The 8-bit floats are the examples of ONNX's documentation of float8 types (largest values, NaN,
 * infinities, smallest subnormals), those of 4 and 6 bits of the OCP specification of microscaling formats.
 */
const raws: readonly (readonly [type: string, bytes: readonly number[], elements: Tensor['elements']])[] = [
  ['float', [0, 0, 128, 63, 0, 0, 192, 127], [1, nan]],
  ['double', doubles(0.1, -0), [0.1, -0]],
  ['int8', [255, 128, 127], [-1, -128, 127]],
  ['uint8', [255, 0], [255, 0]],
  ['int16', [255, 255, 0, 128], [-1, -32768]],
  ['uint16', [255, 255, 1, 0], [65535, 1]],
  ['int32', [255, 255, 255, 255], [-1]],
  ['uint32', [255, 255, 255, 255], [4294967295]],
  ['int64', longs(-1n, 9007199254740993n), [-1, 9007199254740993n]],
  ['uint64', longs(-1n), [18446744073709551615n]],
  ['bool', [1, 0, 1], [1, 0, 1]],
  ['float16', [0, 0x3c, 0, 0xfc, 1, 0, 0xff, 0x7b], [1, -infinity, 2 ** -24, 65504]],
  ['bfloat16', [0x80, 0x3f, 0x80, 0xff, 0xc0, 0x7f, 0x49, 0x40], [1, -infinity, nan, 3.140625]],
  ['float8e4m3fn', [0x38, 0x7e, 0x7f, 0xfe, 0x01, 0x80], [1, 448, nan, -448, 2 ** -9, -0]],
  ['float8e4m3fnuz', [0x40, 0x7f, 0x80, 0x01], [1, 240, nan, 2 ** -10]],
  ['float8e5m2', [0x3c, 0x7b, 0x7c, 0x7d, 0xfc, 0x01], [1, 57344, infinity, nan, -infinity, 2 ** -16]],
  ['float8e5m2fnuz', [0x40, 0x7f, 0x80, 0x01], [1, 57344, nan, 2 ** -17]],
  ['float8e8m0', [127, 0, 254, 255], [1, 2 ** -127, 2 ** 127, nan]],
  ['int4', [0x7f, 0x08], [-1, 7, -8]],
  ['uint4', [0x7f, 0x08], [15, 7, 8]],
  ['int2', [0b11_10_01_00, 0b01], [0, 1, -2, -1, 1]],
  ['uint2', [0b11_10_01_00], [0, 1, 2, 3]],
  ['float4e2m1', [0x21, 0xf7], [0.5, 1, 6, -6]],
  ['float6e2m3', [0b01_000001, 0b0010_0111, 0b111111_00], [0.125, 6.5, 0.25, -7.5]],
  ['float6e3m2', [0b00_000001], [0.0625]],
  ['complex64', [0, 0, 128, 63, 0, 0, 0, 0], undefined],
  ['type99', [1], undefined],
];

for (const [type, bytes, elements] of raws) {
  test(`raw_data of ${type}`, () => {
    const count = elements?.length ?? 1;
    const { elements: read_, payloadBytes } = read(tensor(type, [count], { raw: bytes }));
    assert.deepEqual(read_, elements);
    assert.equal(payloadBytes, bytes.length);
  });
}

const typed: readonly (readonly [
  type: string,
  options: Parameters<typeof tensor>[2],
  count: number,
  elements: Tensor['elements'],
])[] = [
  ['float', { floats: [1, 0.5] }, 2, [1, 0.5]],
  ['int32', { int32s: [-1, 5] }, 2, [-1, 5]],
  ['int8', { int32s: [-128] }, 1, [-128]],
  ['uint16', { int32s: [65535] }, 1, [65535]],
  ['bool', { int32s: [1, 0] }, 2, [1, 0]],
  ['float16', { int32s: [0x3c00, 0xc000] }, 2, [1, -2]],
  ['bfloat16', { int32s: [0x3f80] }, 1, [1]],
  ['float8e4m3fn', { int32s: [0x38] }, 1, [1]],
  ['int4', { int32s: [0x7f, 0x08] }, 3, [-1, 7, -8]],
  ['uint2', { int32s: [0xe4] }, 4, [0, 1, 2, 3]],
  ['float6e2m3', { int32s: [1, 0x27] }, 2, [0.125, -0.875]],
  ['int64', { int64s: [-1, 2n ** 60n] }, 2, [-1, 2n ** 60n]],
  ['string', { strings: ['a', '字', Uint8Array.of(0xff)] }, 3, ['a', '字', '\udcff']],
  ['int64', { int32s: [1] }, 1, undefined],
  ['float', { floats: [1] }, 2, undefined],
  ['float', { floats: [1, 2, 3] }, 2, [1, 2]],
  ['float', { floats: [1], raw: [0, 0, 0, 0] }, 1, undefined],
];

for (const [type, options, count, elements] of typed) {
  test(`typed fields: ${type}[${count}] of ${Object.keys(options!)}`, () => {
    assert.deepEqual(read(tensor(type, [count], options)).elements, elements);
  });
}

test('what is kept: payloads up to 1 KB, and integer lists up to 8192 elements', () => {
  const long = Array.from({ length: 8192 }, (_, index) => index);
  assert.deepEqual(read(int64s(long)).elements, long);
  assert.deepEqual(read(tensor('int64', [8192], { int64s: long })).elements, long);
  assert.equal(read(int64s([...long, 1])).elements, undefined);
  assert.equal(read(tensor('int64', [8193], { int64s: [...long, 1] })).elements, undefined);
  assert.equal(read(tensor('int64', [64, 128], { raw: new Uint8Array(65536) })).elements, undefined);
  assert.equal(read(float32s([256], Array(256).fill(1))).elements?.length, 256);
  assert.equal(read(float32s([257], Array(257).fill(1))).elements, undefined);
});

test('a scalar has one element, a tensor with a dimension of 0 none, and a shape that contradicts its data no known ones', () => {
  assert.deepEqual(read(int64s(5)).elements, [5]);
  assert.deepEqual(read(tensor('float', [0, 5])).elements, []);
  assert.equal(read(tensor('float', [2], { raw: [0, 0, 0, 0] })).elements, undefined);
  assert.equal(read(tensor('float', [-1], { raw: [0, 0, 0, 0] })).elements, undefined);
  assert.equal(read(tensor('float', [2n ** 62n, 2n ** 62n], { raw: [0, 0, 0, 0] })).elements, undefined);
  assert.equal(read(tensor('float', [2])).elements, undefined);
});

test('a tensor in another file has no elements here, whatever the file says', () => {
  const external = read(tensor('int8', [1], { raw: [1], external: { location: 'w', ['__proto__']: 'x' } }));
  assert.equal(external.elements, undefined);
  assert.deepEqual(
    [...external.external!.keys()],
    ['location', '__proto__'].filter((key) => external.external!.has(key)),
  );
});

test('the payload fields are listed with their counts', () => {
  const { payload } = read(tensor('float', [1], { floats: [1, 2], raw: [0, 0, 0, 0], int64s: [300] }));
  assert.deepEqual(payload, [
    { field: 'float_data', count: 2, bytes: 8 },
    { field: 'int64_data', count: 1, bytes: 2 },
    { field: 'raw_data', count: 4, bytes: 4 },
  ]);
});
