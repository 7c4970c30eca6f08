import text from '../../../rules/estimate/training.json';
import type { Evidence, Localized, Vendor } from '../../model';

/** The share of the 16-bit peak that training reaches. */
export interface Utilisation {
  readonly low: number;
  readonly high: number;
  readonly evidence: readonly Evidence[];
  readonly assumption: Localized | undefined;
}

interface Row {
  readonly low: number;
  readonly high: number;
  readonly evidence: readonly number[];
  readonly assumption?: Localized;
}

interface Table {
  readonly sources: readonly Evidence[];
  readonly utilisation: Readonly<Partial<Record<Vendor, Readonly<Record<'dense' | 'mixture', Row>>>>>;
}

let table: Table | undefined;

/** Undefined where no training on the vendor's parts was published. */
export function utilisationOf(vendor: Vendor, kind: 'dense' | 'mixture'): Utilisation | undefined {
  table ??= JSON.parse(text.toString()) as Table;
  const row = table.utilisation[vendor]?.[kind];
  if (row === undefined) return undefined;
  const { sources } = table;
  return { ...row, evidence: row.evidence.map((index) => sources[index]!), assumption: row.assumption };
}
