// Sets what an engine spends beside its kernels from serving rows, for the table and for each fold of the validation:
// npm run calibrate [-- --ascend]
// Writes scripts/validation/folds.json and prints the values of all rows, which a person puts into rules/estimate/time.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Engine } from '../../core/estimate';
import { type FoldTable, type FoldValues, folds } from './folds';
import { type Measurement, ratio } from './measurement';
import { publishedRows } from './published-rows';
import { readModels, servingRows } from './serving-rows';

interface Range {
  readonly path: string;
  readonly values: readonly number[];
}

/**
 * All that is calibrated. Kernels' efficiencies come from kernel tables and stay. No kernel is shorter than 2 us: peers count
 * 2 (msmodeling, vector operators) or 3 us (aiconfigurator) for one.
 */
const shared: readonly Range[] = [
  { path: 'vectorUs', values: [2, 2.5, 3, 4] },
  { path: 'gemm.narrow.latencyUs', values: [2, 3, 4, 6] },
];
const perEngine: readonly Range[] = [
  { path: 'stepUs', values: [0, 500, 1000, 1500, 2000, 3000, 4000] },
  { path: 'sequenceUs', values: [0, 5, 10, 20, 30] },
  { path: 'graphFloor', values: [0.5, 0.6, 0.7, 0.8, 0.9, 1] },
];
/** What a step away from the values of all engines must gain: an engine with few models would learn their residuals. */
const penalty = 0.004;

/** A row that is further off than this misses something else, and does not pull. */
const unexplained = 0.25;

const folder = path.join(process.cwd(), '..', 'shared', 'facts', 'llm');
const models = readModels(path.join(folder, 'models.json'));
const serving = servingRows(path.join(folder, 'serving-measurements.csv'), models);
const ascend = publishedRows(path.join(folder, 'measurements.json'), models).filter(({ calibrates }) => calibrates);

function ratioWith(row: Measurement, values: FoldValues): number {
  return ratio({ ...row, request: { ...row.request, constants: values } }) ?? 1;
}

/** Mean |log(estimate / measurement)| of each model's rows on each chip, each group counting the same. */
function loss(of: readonly Measurement[], values: FoldValues): number {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const row of of) {
    const sum = sums.get(row.group) ?? { sum: 0, count: 0 };
    sum.sum += Math.min(unexplained, Math.abs(Math.log(ratioWith(row, values))));
    sum.count++;
    sums.set(row.group, sum);
  }
  return [...sums.values()].reduce((total, { sum, count }) => total + sum / count, 0) / sums.size;
}

/** Coordinate descent from `start`; with a penalty on every step away from it. */
function fitted(of: readonly Measurement[], ranges: readonly Range[], start: FoldValues, perStep: number): FoldValues {
  const values: Record<string, number> = { ...start };
  const distance = (given: FoldValues) =>
    ranges.reduce(
      (sum, range) =>
        sum + Math.abs(range.values.indexOf(given[range.path]!) - range.values.indexOf(start[range.path]!)),
      0,
    );
  let best = loss(of, values);
  for (let round = 0; round < 3; round++) {
    const before = best;
    for (const { path: name, values: choices } of ranges) {
      for (const choice of choices) {
        const tried = { ...values, [name]: choice };
        const now = loss(of, tried) + perStep * distance(tried);
        if (now < best - 1e-6) [best, values[name]] = [now, choice];
      }
    }
    if (before - best < 1e-4) break;
  }
  return values;
}

/** Values of all engines together (`any`), and of each that has rows of two models. */
function byEngine(of: readonly Measurement[]): FoldTable[string] {
  const ranges = [...shared, ...perEngine];
  const middle = Object.fromEntries(ranges.map(({ path: name, values }) => [name, values[values.length >> 1]!]));
  const half = of.filter((_, index) => index % 2 === 0);
  const any = fitted(half, ranges, middle, 0);
  const engines: readonly Engine[] = ['trtllm', 'vllm', 'sglang'];
  const own = engines.flatMap((engine) => {
    const rows = of.filter(({ request }) => request.engine === engine);
    const models = new Set(rows.map(({ model }) => model));
    return models.size < 2 ? [] : [[engine, fitted(rows, perEngine, any, penalty)] as const];
  });
  return { ...Object.fromEntries(own), any };
}

/** Of vllm-ascend: per step and per sequence, from the values of the table. */
const ofAscend: readonly Range[] = [
  { path: 'stepUs', values: [1000, 2000, 3000, 4000, 5000, 6000, 8000, 10000] },
  { path: 'sequenceUs', values: [0, 10, 20, 30, 50, 75, 100] },
];

function onAscend(of: readonly Measurement[]): FoldValues {
  return fitted(of, ofAscend, { stepUs: 3000, sequenceUs: 10 }, penalty);
}

// `--ascend` leaves the values of NVIDIA's engines as they are: they take minutes.
const onlyAscend = process.argv.includes('--ascend');
const file = 'scripts/validation/folds.json';
const before = JSON.parse(readFileSync(file, 'utf8')) as { about: string; folds: FoldTable };
const table: Record<string, FoldTable[string]> = {};
for (const { id, keeps } of [{ id: 'all', keeps: () => true }, ...folds(serving)]) {
  table[id] = onlyAscend ? before.folds[id]! : byEngine(serving.filter(keeps));
}
table['all'] = { ...table['all'], 'vllm-ascend': onAscend(ascend) };
for (const { id, keeps } of folds(ascend)) {
  table[id] = { ...table[id], 'vllm-ascend': onAscend(ascend.filter(keeps)) };
}
for (const [id, values] of Object.entries(table)) console.log(id, JSON.stringify(values));
writeFileSync(file, `${JSON.stringify({ about: before.about, folds: table }, null, 2)}\n`);
