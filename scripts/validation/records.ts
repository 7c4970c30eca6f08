import { type MeasurementRecord, type ValidationClass, validationClass } from '../../core/estimate';
import { heldOut } from './folds';
import { grouped } from './grouped';
import { at, type Measurement, ratio, statistics } from './measurement';
import { ratiosOf } from './page';

/** What a record measures; times to the first token are of the page alone. */
const metrics = {
  ms: 'tpot-ms',
  'decode/device': 'decode-tokens-per-second-per-device',
  'prefill/device': 'prefill-tokens-per-second-per-device',
} as const;

const rounded = (value: number, digits: number) => Number(value.toPrecision(digits));

/** rules/estimate/validation.json: each class's error and band, and measurements by which an estimate can be judged. */
export function validationRecords(rows: readonly Measurement[]): object {
  const names: readonly ValidationClass[] = ['dense', 'mixture', 'large-expert', 'ascend', 'sophgo'];
  const reported = rows.filter(({ inTable }) => !inTable);
  return {
    about:
      'Written by `npm run validate`: the error of each class over held-out rows of both splits, the factors on the estimated time within which nine of ten of them lie, and published measurements with the estimate of them (the median row of each model, target, engine and number of ranks).',
    classes: Object.fromEntries(
      names.map((name) => [
        name,
        classRecord(reported.filter(({ request, unit }) => validationClass(request) === name && unit !== 'first-ms')),
      ]),
    ),
    borrowed: { low: 0.6, high: 2 },
    measurements: measurementRecords(rows.filter(({ unit }) => unit !== 'first-ms')),
  };
}

/**
 * Between the 5th and 95th percentile of measurement / estimate. Of few rows these say little: there the band is no narrower
 * than the prediction interval of a normal distribution of the logarithms, with Student's t (its 95 % point by 1.645 (1 +
 * 1.3 / (n - 1)), within 3 % from n = 4 on).
 */
function classRecord(rows: readonly Measurement[]) {
  const ratios = (['hardware', 'model'] as const).flatMap((split) => ratiosOf(rows.map((row) => heldOut(row, split))));
  const { median, bias } = statistics(ratios);
  const factors = ratios.map((one) => 1 / one).sort((a, b) => a - b);
  const few = rows.length < 20 ? interval(factors.map(Math.log), rows.length) : 0;
  return {
    count: rows.length,
    medianError: rounded(median, 3),
    bias: rounded(bias, 3),
    band: {
      low: rounded(Math.min(0.95, at(factors, 0.05), Math.exp(-few)), 3),
      high: rounded(Math.max(1.05, at(factors, 0.95), Math.exp(few)), 3),
    },
  };
}

/** Half the width of the interval around 0 in which nine of ten further values lie. */
function interval(logarithms: readonly number[], rows: number): number {
  const square = logarithms.reduce((sum, one) => sum + one * one, 0) / Math.max(1, logarithms.length);
  const student = 1.645 * (1 + 1.3 / Math.max(1, rows - 1));
  return student * Math.sqrt(square) * Math.sqrt(1 + 1 / Math.max(1, rows));
}

function measurementRecords(rows: readonly Measurement[]): MeasurementRecord[] {
  const groups = grouped(rows, ({ id, group, calibrates, request: { plan } }) =>
    calibrates ? `${group} ${plan.tensor} ${plan.expert}` : id,
  );
  return [...groups.values()].flatMap((group) => {
    const known = group
      .flatMap((row) => {
        const value = ratio(heldOut(row, 'hardware'));
        return value === undefined ? [] : [{ row, value }];
      })
      .sort((a, b) => a.value - b.value);
    const middle = known[known.length >> 1];
    if (middle === undefined) return [];
    const { row, value } = middle;
    const { model, target, plan, prompt, output, concurrency, engine } = row.request;
    return [
      {
        id: row.id,
        class: validationClass(row.request),
        model: model.architecture,
        hiddenSize: model.hiddenSize,
        target: target.chip,
        ...(engine === undefined ? {} : { engine }),
        devices: plan.devices,
        tensor: plan.tensor,
        prompt: Math.round(prompt),
        output: Math.round(output),
        concurrency,
        metric: metrics[row.unit as keyof typeof metrics],
        measured: rounded(row.measured, 4),
        ratio: rounded(value, 3),
        of: known.length,
      },
    ];
  });
}
