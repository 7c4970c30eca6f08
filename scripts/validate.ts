// Estimates beside published measurements: npm run validate [-- --check]
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatJson } from './tables/write-table';
import { ablations } from './validation/ablation';
import { heldOut } from './validation/folds';
import { furtherRows } from './validation/further-rows';
import type { Measurement } from './validation/measurement';
import { validationPage } from './validation/page';
import { publishedRows } from './validation/published-rows';
import { validationRecords } from './validation/records';
import { idsOf, readModels, servingRows } from './validation/serving-rows';

const folder = path.join(process.cwd(), '..', 'shared', 'facts', 'llm');
const models = readModels(path.join(folder, 'models.json'));
const serving = path.join(folder, 'serving-measurements.csv');
const measurements = path.join(folder, 'measurements.json');
const rows: readonly Measurement[] = [
  ...servingRows(serving, models),
  ...furtherRows(measurements, models, idsOf(serving)),
  ...publishedRows(measurements, models),
];
const terms = ablations(rows.filter(({ inTable }) => !inTable).map((row) => heldOut(row, 'hardware')));

const check = process.argv.includes('--check');
const written: readonly (readonly [file: string, text: string])[] = [
  ['rules/estimate/validation.json', `${formatJson(validationRecords(rows))}\n`],
  ['docs/validation.md', validationPage(rows, terms, 'en')],
  ['docs/validation.zh-cn.md', validationPage(rows, terms, 'zh')],
];
for (const [file, text] of written) {
  if (file === 'docs/validation.md') console.log(text);
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is not what npm run validate writes`);
    process.exitCode = 1;
  }
}
