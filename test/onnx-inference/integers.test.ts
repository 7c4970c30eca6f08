import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Contradiction } from '../../core/onnx/inference/contradiction';
import * as integers from '../../core/onnx/inference/rules/integers';

const most = 2n ** 63n - 1n;
const least = -(2n ** 63n);

test('arithmetic is exact across 2^53 and has one form for each number', () => {
  assert.equal(integers.add(2 ** 53 - 1, 2), 2n ** 53n + 1n);
  assert.equal(integers.subtract(2n ** 53n + 1n, 2), 2 ** 53 - 1);
  assert.equal(integers.multiply(3037000499, 3037000499), 9223372030926249001n);
  assert.equal(integers.multiply(2n ** 62n, 0), 0);
  assert.ok(Object.is(integers.multiply(0, -1), 0));
  assert.equal(integers.add(most, least), -1);
});

test('division rounds as its name says', () => {
  const rows: [number | bigint, number, number | bigint, number | bigint][] = [
    [7, 2, 3, 4],
    [-7, 2, -3, -3],
    [8, 2, 4, 4],
    [0, 5, 0, 0],
    [most, 2, 4611686018427387903n, 4611686018427387904n],
  ];
  for (const [a, b, truncated, ceiling] of rows) {
    assert.equal(integers.divideTruncated(a, b), truncated);
    assert.equal(integers.divideCeiling(a, b), ceiling);
  }
  assert.equal(integers.remainder(-7, 2), -1);
  assert.equal(integers.remainder(most, 1000), 807);
});

test('what leaves int64 contradicts', () => {
  for (const overflow of [
    () => integers.add(most, 1),
    () => integers.subtract(least, 1),
    () => integers.multiply(most, 2),
    () => integers.divideTruncated(least, -1),
    () => integers.product([2 ** 32, 2 ** 32]),
  ]) {
    assert.throws(overflow, (thrown) => thrown instanceof Contradiction && thrown.message.zh.includes('64'));
  }
});

test('only whole floats of int64 are whole numbers', () => {
  assert.deepEqual(
    [3, -0, 2.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60, 2 ** 63, -(2 ** 63)].map(integers.wholeNumber),
    [3, 0, undefined, undefined, undefined, 2n ** 60n, undefined, least],
  );
});
