import text from '../../../rules/estimate/memory.json';
import type { Evidence, Vendor } from '../../model';

interface Row {
  readonly evidence: readonly number[];
}

interface MemoryTable {
  readonly sources: readonly Evidence[];
  readonly communicationBytesPerGroup: Row & { readonly value: number };
  /** What the runtime keeps for itself: a number of bytes or a share of the memory, whichever is more. */
  readonly runtimeReserve: Readonly<Record<Vendor, Row & { readonly bytes: number; readonly share: number }>>;
  /** A plan that leaves less than this share of the memory free is tight: it starts, and has no room to serve. */
  readonly tightShare: Row & { readonly value: number };
}

let table: MemoryTable | undefined;

/** Constants of the memory model, with where they come from. */
export function memoryTable(): MemoryTable {
  table ??= JSON.parse(text.toString()) as MemoryTable;
  return table;
}
