import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GraphRoute } from '../../core/model';
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

/** The pixels that ATC's kernel takes, which is told of the coordinates and not of the rounding. */
function takenByAtc(coordinate: Coordinate, from: number, to: number): number[] {
  return Array.from({ length: to }, (_, i) => {
    if (coordinate === 'align_corners')
      return clamped(to === 1 ? 0 : Math.floor((i * (from - 1)) / (to - 1) + 0.5), from);
    return clamped(Math.floor(((i + (coordinate === 'asymmetric' ? 0 : 0.5)) * from) / to), from);
  });
}

interface Route {
  readonly target: string;
  readonly route: GraphRoute;
  /** `repeats`: both axes grow by the same whole factor. */
  readonly taken: (coordinate: Coordinate, from: number, to: number, repeats: boolean) => number[];
}

const routes: readonly Route[] = [
  {
    target: 'sophgo-bm1684x',
    route: 'tpu-mlir',
    taken,
  },
  { target: 'ascend-910b2', route: 'atc', taken: takenByAtc },
];
const sizes: readonly (readonly [from: number, to: number])[] = [
  [4, 4],
  [2, 4],
  [4, 8],
  [5, 10],
  [3, 9],
  [4, 16],
  [4, 6],
  [6, 4],
  [8, 4],
  [9, 3],
  [3, 5],
  [1, 3],
  [2, 1],
];

const widths: typeof sizes = [
  [3, 6],
  [1, 4],
  [4, 4],
  [6, 3],
];

for (const { target, route, taken } of routes) {
  test(`nearest pixels on ${route}: silent where they differ, nothing where they are the same`, () => {
    let silent = 0;
    let untold = 0;
    for (const coordinate of coordinates) {
      for (const rounding of roundings) {
        for (const [height, newHeight] of sizes) {
          for (const [width, newWidth] of [[height, newHeight], ...widths]) {
            const line = `Resize <mode = "nearest", coordinate_transformation_mode = "${coordinate}", nearest_mode = "${rounding}"> (float[1,2,${height},${width}], -, -, int64[4] = {1,2,${newHeight},${newWidth}})`;
            const { facts, operator } = operatorCase(line);
            const { reasons } = assess(facts, findTarget(target)!, route, {}).of(operator.graph, operator.operator);
            const reason = reasons.find(({ id }) => id === 'Resize/nearest-mode');
            const repeats = newHeight % height === 0 && newHeight * width === newWidth * height;
            const same = (from: number, to: number) =>
              meant(coordinate, rounding, from, to).join() === taken(coordinate, from, to, repeats).join();
            const isSame = same(height, newHeight) && same(width, newWidth);
            if (reason === undefined) assert.ok(isSame, `${line}: nothing is told`);
            else if (reason.outcome === 'broken') assert.ok(!isSame, `${line}: called silent`);
            if (reason?.outcome === 'broken') silent++;
            if (reason === undefined) untold++;
          }
        }
      }
    }
    assert.ok(silent > 40 && untold > 40, `${silent} silent, ${untold} untold`);
  });
}
