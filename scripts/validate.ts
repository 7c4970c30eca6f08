// Estimates beside published measurements: npm run validate [-- --check]
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { timeConstants } from '../core/estimate/time/constants';
import { at, type Measurement, ratio, statistics } from './validation/measurement';
import { type Ablation, validationPage } from './validation/page';
import { publishedRows } from './validation/published-rows';
import { readModels, servingRows } from './validation/serving-rows';

const folder = path.join(process.cwd(), '..', 'shared', 'facts', 'llm');
const models = readModels(path.join(folder, 'models.json'));
const rows: readonly Measurement[] = [
  ...servingRows(path.join(folder, 'serving-measurements.csv'), models),
  ...publishedRows(path.join(folder, 'measurements.json'), models),
];
const held = rows.filter(({ calibration }) => !calibration);
const all = (given: readonly Measurement[]) => statistics(given.flatMap((row) => ratio(row) ?? []));

/** A constant of every family changed for the time of one count. */
function without(
  change: (constants: Record<string, number | Record<string, unknown>>) => void,
): Ablation['statistics'] {
  const families = ['h100', 'h200', 'h800', 'h20', 'a100', '910B', '910C', 'bm1684x'];
  const saved = families.map((family) => structuredClone(timeConstants(family)!));
  for (const family of families) change(timeConstants(family) as unknown as Record<string, Record<string, unknown>>);
  const result = all(held);
  for (const [index, family] of families.entries()) Object.assign(timeConstants(family)!, saved[index]);
  return result;
}

const nothing = { memory: 1, compute: 1 };
const ablations: Ablation[] = [
  { name: { en: 'nothing', zh: '不去掉' }, statistics: all(held) },
  {
    name: { en: 'prefill’s share of aggregated serving', zh: '混合部署中预填充的分摊' },
    statistics: all(held.map((row) => ({ ...row, request: { ...row.request, disaggregated: true } }))),
  },
  {
    name: { en: 'floors of kernels', zh: '算子时延下限' },
    statistics: without((constants) => {
      constants.vectorUs = 0;
      const { wide, narrow, packed } = constants.gemm as Record<string, object | undefined>;
      constants.gemm = {
        wide: { ...wide, latencyUs: 0 },
        narrow: { ...narrow, latencyUs: 0 },
        ...(packed && { packed: { ...packed, latencyUs: 0 } }),
      };
      constants.experts = { ...(constants.experts as object), latencyUs: 0 };
      constants.attention = { ...(constants.attention as object), latencyUs: 0 };
    }),
  },
  {
    name: { en: 'efficiencies (all kernels at full rates)', zh: '效率系数（全部按峰值）' },
    statistics: without((constants) => {
      const { wide, narrow, packed } = constants.gemm as Record<string, object | undefined>;
      constants.gemm = {
        wide: { ...wide, ...nothing },
        narrow: { ...narrow, ...nothing },
        ...(packed && { packed: { ...packed, ...nothing } }),
      };
      constants.experts = { ...(constants.experts as object), ...nothing };
      constants.attention = { ...(constants.attention as object), prefill: 1, latent: 1, memory: 1 };
    }),
  },
  {
    name: { en: 'floor of collectives', zh: '集合通信时延下限' },
    statistics: without((constants) => {
      constants.collective = { ...(constants.collective as object), latencyUs: 0 };
    }),
  },
  {
    name: { en: 'the engine’s own time per step', zh: '推理引擎每步开销' },
    statistics: without((constants) => {
      constants.stepUs = 0;
      constants.sequenceUs = 0;
    }),
  },
];

/** What rules/estimate/bands.json holds: measurement over estimate of nine in ten rows, by class. */
for (const name of new Set(held.map((row) => row.class))) {
  const factors = held.filter((row) => row.class === name).flatMap((row) => 1 / (ratio(row) ?? 1));
  factors.sort((a, b) => a - b);
  console.log(`${name}: ${at(factors, 0.05).toFixed(2)} to ${at(factors, 0.95).toFixed(2)}`);
}

const check = process.argv.includes('--check');
for (const [language, file] of [
  ['en', 'docs/validation.md'],
  ['zh', 'docs/validation.zh-cn.md'],
] as const) {
  const page = validationPage(rows, ablations, language);
  if (language === 'en') console.log(page.split('\n').slice(0, 40).join('\n'));
  if (!check) writeFileSync(file, page);
  else if (readFileSync(file, 'utf8') !== page) {
    console.error(`${file} is not what npm run validate writes`);
    process.exitCode = 1;
  }
}
