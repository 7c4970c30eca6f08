/** Bytes for a person: `512 B`, `1.5 KiB`, `13.4 GiB`. */
export function formatBytes(bytes: bigint | number): string {
  const value = Number(bytes);
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  let unit = 0;
  let scaled = value;
  while (scaled >= 1024 && unit < units.length - 1) {
    scaled /= 1024;
    unit += 1;
  }
  return unit === 0 ? `${scaled} B` : `${scaled.toFixed(1)} ${units[unit]}`;
}

/** `a, b, c and 4 more`, in both languages. */
export function listed(names: readonly string[], shown = 3): { readonly en: string; readonly zh: string } {
  const head = names.slice(0, shown);
  const rest = names.length - head.length;
  if (rest === 0) return { en: head.join(', '), zh: head.join('、') };
  return { en: `${head.join(', ')} and ${rest} more`, zh: `${head.join('、')} 等 ${names.length} 个` };
}
