import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type NodeWork, nodeTime } from '../../core/estimate';
import { allTargets, findTarget } from '../../core/targets';

const target = (id: string) => findTarget(id)!;
const matmul = (m: number, n: number, k: number): NodeWork => ({
  flops: 2 * m * n * k,
  bytes: 2 * (m * k + k * n + m * n),
  precision: 'bf16',
  matrix: true,
  rows: m,
});

describe('time of one operator', () => {
  test('910B BF16: 303 to 316 TFLOPS from 2048 rows on, 128 of 128 rows (published GEMM table)', () => {
    for (const [rows, low, high] of [
      [4096, 290, 330],
      [128, 105, 150],
    ] as const) {
      const work = matmul(rows, 8192, 8192);
      const { time } = nodeTime(work, target('ascend-910b2'), 'ort-cann');
      const tflops = work.flops / time!.timeUs / 1e6;
      assert.ok(tflops >= low && tflops <= high, `${rows} rows: ${tflops}`);
    }
  });

  test('few rows are bound by memory, many by computing, tiny ones by their launch', () => {
    const bound = (work: NodeWork) => nodeTime(work, target('ascend-910b2'), 'ort-cann').time?.bound;
    assert.equal(bound(matmul(1, 8192, 8192)), 'memory');
    assert.equal(bound(matmul(8192, 8192, 8192)), 'compute');
    assert.equal(bound(matmul(1, 64, 64)), 'latency');
  });

  test('a compiled graph launches nothing: no floor', () => {
    const work: NodeWork = { flops: 0, bytes: 1e6, precision: 'f32', matrix: false };
    assert.equal(nodeTime(work, target('sophgo-bm1684x'), 'tpu-mlir').time?.floorUs, 0);
    assert.ok(nodeTime(work, target('ascend-910b2'), 'ort-cann').time!.floorUs > 0);
  });

  test('what is not known is said: a precision without a rate, a chip without figures', () => {
    assert.match(
      nodeTime({ ...matmul(8, 8, 8), precision: 'fp4' }, target('ascend-910b2'), 'atc').problem!.en,
      /No peak rate in fp4/,
    );
    for (const one of allTargets()) {
      const { time, problem } = nodeTime(matmul(64, 64, 64), one, undefined);
      assert.ok((time === undefined) !== (problem === undefined), one.id);
      if (time !== undefined) assert.ok(Number.isFinite(time.timeUs) && time.timeUs > 0, one.id);
    }
  });

  test('constants of a relative are named', () => {
    assert.equal(nodeTime(matmul(64, 64, 64), target('sophgo-bm1690'), 'tpu-mlir').time?.borrowedFrom, 'bm1684x');
  });
});
