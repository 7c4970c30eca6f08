import text from '../../../rules/estimate/validation.json';

/** Classes of configurations that are validated apart, each with its own error. */
export type ValidationClass = 'dense' | 'mixture' | 'large-expert' | 'ascend' | 'sophgo';

/** Factors on the times: the class's P90 error of validation. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

export interface ClassRecord {
  readonly count: number;
  /** Median of |estimate / measurement - 1| over measurements that constants were not set on. */
  readonly medianError: number;
  readonly bias: number;
  /** Factors on the estimated time within which nine of ten of those measurements lie. */
  readonly band: Band;
}

/** A published measurement with the estimate of it. */
export interface MeasurementRecord {
  readonly id: string;
  readonly class: ValidationClass;
  /** The model's type, and its hidden size, by which models are told apart. */
  readonly model: string;
  readonly hiddenSize: number;
  readonly target: string;
  readonly engine?: string | undefined;
  readonly devices: number;
  readonly tensor: number;
  readonly prompt: number;
  readonly output: number;
  readonly concurrency: number;
  /** What was measured: milliseconds per token, or tokens per second and device in decode or prefill. */
  readonly metric: 'tpot-ms' | 'decode-tokens-per-second-per-device' | 'prefill-tokens-per-second-per-device';
  readonly measured: number;
  /** Estimated over measured time: above 1 the estimate is too slow. */
  readonly ratio: number;
  /** How many measurements of the same model, target, engine and ranks it stands for. */
  readonly of: number;
}

export interface ValidationTable {
  readonly classes: Readonly<Record<ValidationClass, ClassRecord>>;
  /** A further factor on the bands where constants are a relative's, and one where constants are assumptions. */
  readonly borrowed: Band;
  readonly measurements: readonly MeasurementRecord[];
}

let table: ValidationTable | undefined;

/** Written by `npm run validate`. */
export function validationTable(): ValidationTable {
  table ??= JSON.parse(text.toString()) as ValidationTable;
  return table;
}
