/** One line of the benchmark's table. */
export interface Row {
  readonly what: string;
  /** What it must reach; undefined where it only informs. */
  readonly bar?: string | undefined;
  readonly measured: string;
  /** Undefined where it could not be measured. */
  readonly met?: boolean | undefined;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
