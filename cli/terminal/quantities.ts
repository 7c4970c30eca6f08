import type { Integer } from '../../core/model';

/** Bytes for a person: `512 B`, `1.5 KiB`, `13.4 GiB`. */
export function formatBytes(bytes: Integer): string {
  return scaled(Number(bytes), 1024, ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']);
}

/** A count with an SI prefix: `950`, `1.5 k`, `3.4 G`. */
export function formatCount(count: Integer): string {
  return scaled(Number(count), 1000, ['', 'k', 'M', 'G', 'T', 'P']).trim();
}

/** A whole number with its digits in groups of three, the same in every language. */
export function formatInteger(count: Integer): string {
  // Not toLocaleString: loading the rules of a locale takes longer than linting a model.
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A share of 1 as a percentage that never rounds to 0 or to 100 what is not. */
export function formatShare(share: number): string {
  if (Number.isNaN(share)) return '–';
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return '< 0.1 %';
  if (percent < 100 && percent > 99.9) return '> 99.9 %';
  return `${percent === 0 || percent === 100 ? percent : percent.toFixed(1)} %`;
}

function scaled(value: number, step: number, units: readonly string[]): string {
  let unit = 0;
  let rest = value;
  while (rest >= step && unit < units.length - 1) {
    rest /= step;
    unit += 1;
  }
  return `${unit === 0 ? rest : rest.toFixed(rest < 100 ? 1 : 0)} ${units[unit]}`;
}
