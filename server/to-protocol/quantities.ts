import type { Integer } from '../../core/model';

const prefixes = ['', 'k', 'M', 'G', 'T', 'P', 'E'];

/** A count for a person, with SI prefixes: `812`, `118.0 M`, `3.6 G`. */
export function formatCount(count: Integer): string {
  return scaled(Number(count), '');
}

/** Bytes with SI prefixes, as vendors of memory and links count: `512 B`, `3.2 MB`. */
export function formatBytes(bytes: Integer): string {
  return scaled(Number(bytes), 'B');
}

/** A share of a whole for a person; nothing but all of it is 100 %. */
export function formatShare(part: Integer, whole: Integer): string {
  if (Number(part) === 0) return '0 %';
  if (Number(part) >= Number(whole)) return '100 %';
  return `${Math.min(99.9, (100 * Number(part)) / Number(whole)).toFixed(1)} %`;
}

function scaled(value: number, unit: string): string {
  let prefix = 0;
  let rest = value;
  while (rest >= 1000 && prefix < prefixes.length - 1) {
    rest /= 1000;
    prefix++;
  }
  const digits = prefix === 0 ? String(rest) : rest.toFixed(1);
  return `${digits} ${prefixes[prefix]}${unit}`.trim();
}
