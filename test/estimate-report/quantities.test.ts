import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aboutMs, formatMs } from '../../core/estimate-report';

const times: readonly (readonly [ms: number, time: string, about: string])[] = [
  [0, '0 µs', '≈ 0 µs'],
  [2e-6, '< 1 µs', '< 1 µs'],
  [0.00099, '< 1 µs', '< 1 µs'],
  [0.001, '1 µs', '≈ 1 µs'],
  [0.0123, '12.3 µs', '≈ 12.3 µs'],
  [52.64, '52.6 ms', '≈ 52.6 ms'],
  [1400, '1.4 s', '≈ 1.4 s'],
];

for (const [ms, time, about] of times) {
  test(`${ms} ms reads ${time}`, () => {
    assert.equal(formatMs(ms), time);
    assert.equal(aboutMs(ms), about);
  });
}
