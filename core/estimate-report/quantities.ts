/** Three significant digits: `52.6`, `1.38`, `671`; whole numbers from 10,000 up. */
export function short(value: number): string {
  if (Math.abs(value) >= 10000) return grouped(Math.round(value));
  return String(Number(value.toPrecision(3)));
}

/** A whole number with its digits in groups of three. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Bytes as memory is counted: `512 B`, `79.5 GiB`. */
export function formatBytes(bytes: number): string {
  return scaled(bytes, 1024, ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']);
}

/** A rate or a count with an SI prefix and its unit: `546 GB/s`, `100 TFLOP/s`. */
export function formatRate(value: number, unit: string): string {
  return scaled(
    value,
    1000,
    ['', 'k', 'M', 'G', 'T', 'P', 'E'].map((prefix) => prefix + unit),
  );
}

/**
 * A time in the unit that a person would choose: `820 µs`, `52.6 ms`, `1.4 s`. No kernel starts in less than a
 * microsecond, so that what a roofline gives below that is no time that anybody will measure: `< 1 µs`.
 */
export function formatMs(ms: number): string {
  if (ms >= 1000) return `${short(ms / 1000)} s`;
  return ms >= 1 ? `${short(ms)} ms` : `${formatUs(ms * 1000)} µs`;
}

/** Microseconds for a column that names the unit. */
export function formatUs(us: number): string {
  return us > 0 && us < 1 ? '< 1' : short(us);
}

/** A time that an estimate gives: `≈ 52.6 ms`, `< 1 µs`. */
export function aboutMs(ms: number): string {
  const time = formatMs(ms);
  return time.startsWith('<') ? time : `≈ ${time}`;
}

/** A share of 1 as a percentage that never rounds to 0 what is not. */
export function formatShare(share: number): string {
  if (Number.isNaN(share)) return '–';
  return share > 0 && share < 0.001 ? '< 0.1 %' : `${(share * 100).toFixed(1)} %`;
}

/** Billions of parameters, as models are named: `671.0 B`. */
export function formatParameters(count: number): string {
  return `${(count / 1e9).toFixed(1)} B`;
}

function scaled(value: number, step: number, units: readonly string[]): string {
  let unit = 0;
  let rest = Math.abs(value);
  while (rest >= step && unit < units.length - 1) {
    rest /= step;
    unit += 1;
  }
  const digits = unit === 0 ? short(rest) : rest.toFixed(rest < 100 ? 1 : 0);
  return `${value < 0 ? '−' : ''}${digits} ${units[unit]}`;
}
