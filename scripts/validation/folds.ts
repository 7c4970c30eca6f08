import text from './folds.json';
import type { Measurement } from './measurement';

/** Constants by path. */
export type FoldValues = Readonly<Record<string, number>>;

/** Values by fold and engine; `any` of an engine that the fold's rows do not have. */
export type FoldTable = Readonly<Record<string, Readonly<Record<string, FoldValues>>>>;

export interface Fold {
  readonly id: string;
  /** Whether a row may calibrate in this fold; the others report. */
  readonly keeps: (row: Measurement) => boolean;
}

export type Split = 'hardware' | 'model';

/** What a row is left out with under a split: its chip, or its model. */
export function leftOutWith(row: Measurement, split: Split): string {
  return split === 'hardware' ? row.request.target.chip : row.model;
}

/** One fold for each chip and for each model among the rows, which leaves it out. */
export function folds(rows: readonly Measurement[]): Fold[] {
  return (['hardware', 'model'] as const).flatMap((split) =>
    [...new Set(rows.map((row) => leftOutWith(row, split)))].sort().map((left) => ({
      id: `${split} without ${left}`,
      keeps: (row: Measurement) => leftOutWith(row, split) !== left,
    })),
  );
}

const { folds: table } = JSON.parse(text.toString()) as { folds: FoldTable };

/** The engine that ran a row, as folds name it. */
export function engineKey({ request }: Measurement): string {
  return request.engine ?? (request.target.vendor === 'huawei' ? 'vllm-ascend' : 'any');
}

/** A row with the constants of the fold that leaves it out; as it is where no fold does (it calibrates nothing). */
export function heldOut(row: Measurement, split: Split): Measurement {
  const fold = row.calibrates ? table[`${split} without ${leftOutWith(row, split)}`] : undefined;
  if (fold === undefined) return row;
  const constants = fold[engineKey(row)] ?? (row.request.engine === undefined ? undefined : fold['any']);
  return { ...row, request: { ...row.request, constants } };
}
