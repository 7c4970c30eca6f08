// Sets the constants of the H100 from its serving rows: node scripts/run.mjs scripts/validation/calibrate.ts
// Prints them; a person puts them into rules/estimate/time.json. Every constant stays within what kernels were measured at.
import path from 'node:path';
import { timeConstants } from '../../core/estimate/time/constants';
import { ratio } from './measurement';
import { readModels, servingRows } from './serving-rows';

interface Range {
  readonly path: string;
  readonly low: number;
  readonly high: number;
}

/** Where the kernel fits and the published figures leave each constant: 12 constants, 339 rows of three models. */
const ranges: readonly Range[] = [
  { path: 'gemm.narrow.compute', low: 0.39, high: 0.65 },
  { path: 'gemm.narrow.memory', low: 0.65, high: 0.9 },
  { path: 'gemm.narrow.latencyUs', low: 3, high: 16 },
  { path: 'gemm.wide.memory', low: 0.7, high: 0.85 },
  { path: 'experts.compute', low: 0.35, high: 0.65 },
  { path: 'experts.memory', low: 0.6, high: 0.85 },
  { path: 'experts.latencyUs', low: 8, high: 40 },
  { path: 'attention.prefill', low: 0.43, high: 0.6 },
  { path: 'attention.memory', low: 0.6, high: 0.9 },
  { path: 'attention.latencyUs', low: 3, high: 12 },
  { path: 'vectorUs', low: 1, high: 4 },
  { path: 'collective.latencyUs', low: 3, high: 10 },
  { path: 'collective.efficiency', low: 0.6, high: 0.85 },
  { path: 'stepUs', low: 0, high: 4000 },
  { path: 'sequenceUs', low: 0, high: 60 },
];

const folder = path.join(process.cwd(), '..', 'shared', 'facts', 'llm');
const rows = servingRows(
  path.join(folder, 'serving-measurements.csv'),
  readModels(path.join(folder, 'models.json')),
).filter(({ calibration }) => calibration);

/** Mean |log(estimate / measurement)| of the classes, each counting the same. */
function loss(): number {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const row of rows) {
    const sum = sums.get(row.class) ?? { sum: 0, count: 0 };
    sum.sum += Math.abs(Math.log(ratio(row) ?? 1));
    sum.count++;
    sums.set(row.class, sum);
  }
  return [...sums.values()].reduce((total, { sum, count }) => total + sum / count, 0) / sums.size;
}

function holder(of: string): { object: Record<string, number>; key: string } {
  const keys = of.split('.');
  const key = keys.pop()!;
  let object = timeConstants('h100') as unknown as Record<string, unknown>;
  for (const step of keys) object = object[step] as Record<string, unknown>;
  return { object: object as Record<string, number>, key };
}

let best = loss();
console.log(`${rows.length} rows, ${best.toFixed(4)}`);
for (let round = 0; round < 6; round++) {
  for (const { path: of, low, high } of ranges) {
    const { object, key } = holder(of);
    let chosen = object[key]!;
    for (let step = 0; step <= 12; step++) {
      object[key] = low + ((high - low) * step) / 12;
      const now = loss();
      if (now < best - 1e-6) {
        best = now;
        chosen = object[key]!;
      }
    }
    object[key] = chosen;
  }
}
for (const { path: of } of ranges) {
  const { object, key } = holder(of);
  console.log(of, Number(object[key]!.toPrecision(3)));
}
console.log(best.toFixed(4));
