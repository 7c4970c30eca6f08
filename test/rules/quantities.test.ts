import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementTypeCode, type GraphRoute, type Precision } from '../../core/model';
import { deviceBits } from '../../rules/checks/onnx/device-memory';
import { losesValue } from '../../rules/checks/onnx/int64-narrowing';
import { formatBytes, listed } from '../../rules/checks/quantities';
import { elementCount } from '../../rules/checks/weights';

for (const [bytes, text] of [
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KiB'],
  [17_179_869_184n, '16.0 GiB'],
  [129_385_889_792, '120.5 GiB'],
  [1n << 79n, '536870912.0 PiB'],
] as const) {
  test(`${bytes} bytes are ${text}`, () => assert.equal(formatBytes(bytes), text));
}

test('a list names the first few', () => {
  assert.deepEqual(listed(['a']), { en: 'a', zh: 'a' });
  assert.deepEqual(listed(['a', 'b', 'c', 'd', 'e']), { en: 'a, b, c and 2 more', zh: 'a、b、c 等 5 个' });
});

for (const [dims, count] of [
  [[], 1n],
  [[3, 4], 12n],
  [[3, 0], 0n],
  [[3, -1], 0n],
  [[2 ** 40, 2 ** 30], 1n << 70n],
  [Array.from({ length: 1000 }, () => 2 ** 62), 1n << 80n],
] as const) {
  test(`[${dims.slice(0, 3)}] has ${count} elements`, () => assert.equal(BigInt(elementCount(dims)), count));
}

for (const [type, route, precision, bits] of [
  ['float', 'tpu-mlir', 'f16', 16],
  ['float8e4m3fn', 'tpu-mlir', 'f16', 16],
  ['float16', 'tpu-mlir', 'f32', 32],
  ['float', 'tpu-mlir', 'int4', 4],
  ['float', 'tpu-mlir', undefined, 32],
  ['float', 'atc', 'f16', 16],
  ['float8e4m3fn', 'atc', 'f16', 8],
  ['float16', 'atc', 'f32', 16],
  ['int64', 'tpu-mlir', 'f16', 32],
  ['int8', 'atc', 'f16', 8],
  ['string', 'atc', 'f16', 0],
] as readonly [string, GraphRoute, Precision | undefined, number][]) {
  test(`a ${type} weight by ${route} in ${precision ?? 'no stated precision'} takes ${bits} bits`, () => {
    assert.equal(deviceBits(elementTypeCode(type)!, route, precision), bits);
  });
}

for (const [element, lost] of [
  [16_777_216, false],
  [16_777_217, true],
  [-16_777_217, true],
  [16_777_218, false],
  [2 ** 40, false],
  [2_147_483_647, true],
  [9223372036854775807n, false],
  [0.1, false],
  ['name', false],
  [null, false],
] as const) {
  test(`float32 ${lost ? 'loses' : 'keeps'} ${element}`, () => assert.equal(losesValue(element), lost));
}
