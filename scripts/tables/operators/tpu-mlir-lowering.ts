import type { LoweringRow } from '../../../core/targets/table';

/** The compiler's modes and the precisions that ask for them. */
const modes: readonly (readonly [mode: string, precision: string])[] = [
  ['F32', 'f32'],
  ['F16', 'f16'],
  ['BF16', 'bf16'],
  ['F8', 'fp8'],
  ['INT8', 'int8'],
  ['INT4', 'int4'],
];

/** Chips on which the compiler computes in BF16 where F16 is asked for. */
const remapped = new Set(['cv184x', 'sgtpuv8', 'cv183x', 'cv182x', 'cv181x', 'cv180x']);

type Cell = readonly string[] | Readonly<Record<string, readonly string[]>>;
/** Top operator -> family -> mode -> how it is lowered; null: the family has no pattern for it. */
export type LoweringFacts = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Cell>> | null>>>>;
export interface ChipFamily {
  readonly chip: string;
  /** The compiler's family of chips. */
  readonly family: string;
  /** Precisions that it has no arithmetic for: told once for the model, not operator by operator. */
  readonly lacks: readonly string[];
}

/** One way in which an operator reaches the compiler: all of `to` are computed. */
export interface Way {
  readonly when?: string;
  readonly to: readonly string[];
}

type Outcome = LoweringRow['on'][number];

/** What a way means on each chip, chips with the same meaning together; only what is worth telling. */
export function lowerings(way: Way, facts: LoweringFacts, chips: readonly ChipFamily[]): Outcome[] {
  const grouped = new Map<string, { outcome: Omit<Outcome, 'chips'>; chips: string[] }>();
  for (const chip of chips) {
    const outcome = onChip(way, facts, chip);
    if (Object.keys(outcome).length === 0) continue;
    const key = JSON.stringify(outcome);
    const group = grouped.get(key) ?? { outcome, chips: [] };
    group.chips.push(chip.chip);
    grouped.set(key, group);
  }
  return [...grouped.values()].map(({ outcome, chips }) => ({ chips, ...outcome }));
}

function onChip(way: Way, facts: LoweringFacts, { chip, family, lacks }: ChipFamily): Omit<Outcome, 'chips'> {
  const tops = way.to.map((top) => facts[top]).filter((top) => top !== undefined);
  if (tops.some((top) => top[family] === null && top['BM1684X'] !== null)) return { missing: true };
  const only = (outcome: string) =>
    modes
      .filter(([mode]) => tops.some((top) => isOnly(cellOf(top[family]?.[actualMode(chip, mode)], chip), outcome)))
      .map(([, precision]) => precision)
      .filter((precision) => !lacks.includes(precision));
  const f32 = only('f32').filter((precision) => precision !== 'f32');
  const aborts = only('unreachable');
  const host = only('cpu');
  return {
    ...(f32.length === 0 ? {} : { f32 }),
    ...(aborts.length === 0 ? {} : { aborts }),
    ...(host.length === 0 ? {} : { host }),
  };
}

function actualMode(chip: string, mode: string): string {
  return mode === 'F16' && remapped.has(chip) ? 'BF16' : mode;
}

function cellOf(cell: Cell | undefined, chip: string): readonly string[] {
  if (cell === undefined) return [];
  return isList(cell) ? cell : (cell[chip] ?? []);
}

function isList(cell: Cell): cell is readonly string[] {
  return Array.isArray(cell);
}

/** Whether there is one outcome, whatever the operator's attributes. */
function isOnly(cell: readonly string[], outcome: string): boolean {
  return cell.length === 1 && cell[0] === outcome;
}
