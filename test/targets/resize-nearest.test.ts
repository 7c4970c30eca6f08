import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assess, findTarget } from '../../core/targets';
import { operatorCase } from './operator-case';

type Coordinate = 'asymmetric' | 'half_pixel' | 'pytorch_half_pixel' | 'align_corners';
type Rounding = 'floor' | 'ceil' | 'round_prefer_floor' | 'round_prefer_ceil';

const coordinates: readonly Coordinate[] = ['asymmetric', 'half_pixel', 'pytorch_half_pixel', 'align_corners'];
const roundings: readonly Rounding[] = ['floor', 'ceil', 'round_prefer_floor', 'round_prefer_ceil'];

function clamped(pixel: number, size: number): number {
  return Math.min(Math.max(pixel, 0), size - 1);
}

/** The input's pixel of each output pixel along an axis, as ONNX defines Resize. */
function meant(coordinate: Coordinate, rounding: Rounding, from: number, to: number): number[] {
  const round = {
    floor: Math.floor,
    ceil: Math.ceil,
    round_prefer_floor: (x: number) => Math.ceil(x - 0.5),
    round_prefer_ceil: (x: number) => Math.floor(x + 0.5),
  }[rounding];
  return Array.from({ length: to }, (_, i) => {
    if (coordinate === 'asymmetric') return clamped(round((i * from) / to), from);
    if (coordinate === 'align_corners') return clamped(round(to === 1 ? 0 : (i * (from - 1)) / (to - 1)), from);
    if (coordinate === 'pytorch_half_pixel' && to === 1) return 0;
    return clamped(round(((i + 0.5) * from) / to - 0.5), from);
  });
}

/** The pixels that tpu-mlir takes: repeated, at asymmetric coordinates rounded down, or at aligned corners rounded. */
function taken(coordinate: Coordinate, from: number, to: number, repeats: boolean): number[] {
  return Array.from({ length: to }, (_, i) => {
    if (repeats) return Math.floor((i * from) / to);
    if (coordinate === 'asymmetric') return clamped(Math.floor((i * from) / to), from);
    return clamped(to === 1 ? 0 : Math.floor((i * (from - 1)) / (to - 1) + 0.5), from);
  });
}

test('nearest pixels on tpu-mlir: silent where they differ, nothing where they are the same', () => {
  let silent = 0;
  let untold = 0;
  for (const coordinate of coordinates) {
    for (const rounding of roundings) {
      for (const [from, to] of [
        [4, 4],
        [2, 4],
        [4, 8],
        [5, 10],
        [3, 9],
        [4, 16],
        [4, 6],
        [6, 4],
        [8, 4],
        [3, 5],
      ] as const) {
        const line = `Resize <mode = "nearest", coordinate_transformation_mode = "${coordinate}", nearest_mode = "${rounding}"> (float[1,2,${from},${from}], -, -, int64[4] = {1,2,${to},${to}})`;
        const { facts, operator } = operatorCase(line);
        const assessment = assess(facts, findTarget('sophgo-bm1684x')!, 'tpu-mlir', {});
        const reason = assessment
          .of(operator.graph, operator.operator)
          .reasons.find(({ id }) => id === 'Resize/nearest-mode');
        const same =
          meant(coordinate, rounding, from, to).join() === taken(coordinate, from, to, to % from === 0).join();
        if (reason === undefined) assert.ok(same, `${line}: nothing is told`);
        else if (reason.outcome === 'broken') assert.ok(!same, `${line}: called silent`);
        if (reason?.outcome === 'broken') silent++;
        if (reason === undefined) untold++;
      }
    }
  }
  assert.ok(silent > 40 && untold > 40, `${silent} silent, ${untold} untold`);
});
