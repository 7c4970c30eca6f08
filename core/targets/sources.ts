import type { Evidence, StoredText } from '../model';

/** A table as it lies in a file: its evidence listed once, rows naming it by index. */
interface Table {
  readonly sources: readonly Evidence[];
}

/** The table in `text`, every `evidence` list of indices replaced by what it stands for. */
export function readTable<T>(text: StoredText): T {
  const { sources, ...table } = JSON.parse(text.toString()) as Table & Record<string, unknown>;
  resolve(table, sources);
  return table as T;
}

function resolve(value: object, sources: readonly Evidence[]): void {
  for (const [key, member] of Object.entries(value)) {
    if (key === 'evidence' && Array.isArray(member)) {
      (value as Record<string, unknown>)[key] = member.map((index: number) => sources[index]!);
    } else if (typeof member === 'object' && member !== null) {
      resolve(member, sources);
    }
  }
}
