import type { Chip, Reason } from '../../../model';
import type { OperatorTable } from '../../operator-table';
import type { KernelRow } from '../../table';
import {
  derivedKernel,
  inHalf,
  type KernelDraft,
  lackingType,
  noKernel,
  onCpu,
  typeOnCpu,
  unknownKernel,
  unlistedChip,
  unlistedType,
} from './kernel-drafts';

/** Chips of which the operator library that the table was read from has kernel lists. */
const listedChips: ReadonlySet<string> = new Set(['310', '310B', '310P', '910A', '910B', '910C']);

/**
 * Where the kernel of an operator runs on a chip, and in which type, as far as that is worth telling. `type`: the element
 * type of the input that decides; undefined where it is not known.
 */
export function kernelReason(
  table: OperatorTable,
  name: string,
  kernels: KernelRow,
  chip: Chip,
  type: string | undefined,
): Reason | undefined {
  const draft = draftOf(table, name, kernels, chip, type);
  if (draft === undefined) return undefined;
  return { outcome: 'broken', ...draft, id: `${name}/${draft.id}`, evidence: table.evidenceOf(kernels.evidence) };
}

function draftOf(
  table: OperatorTable,
  name: string,
  kernels: KernelRow,
  chip: Chip,
  type: string | undefined,
): KernelDraft | undefined {
  if (kernels.on === 'none') return unknownKernel(name, kernels.name);
  if (!listedChips.has(chip.family)) return unlistedChip(chip);
  const core = kernels.core.find(({ chips }) => chips.includes(chip.family));
  if (type === 'bfloat16' && chip.lacks.bf16 !== undefined && !takes(table, core?.types, type)) {
    return lackingType(name, chip);
  }
  if (core === undefined) {
    return cpuTakes(table, kernels, type) ? onCpu(name, chip) : noKernel(name, chip);
  }
  if (type === undefined || takes(table, core.types ?? kernels.prototype, type)) {
    return kernels.on === 'derived' ? derivedKernel(name, kernels.name) : undefined;
  }
  // ATC computes in FP16 by default (--precision_mode), so that a float16 kernel comes before a float one on the AI CPU.
  if (type === 'float' && takes(table, core.types, 'float16')) return inHalf(name, chip);
  const taken = core.types === undefined ? [] : table.types(core.types);
  if (typeof kernels.cpu === 'number' && table.types(kernels.cpu).includes(type)) {
    return typeOnCpu(name, chip, type, taken);
  }
  return unlistedType(name, chip, type, taken);
}

/** Whether a set of types holds a type; a set that is not known may. */
function takes(table: OperatorTable, types: number | undefined, type: string): boolean {
  return types === undefined ? type !== 'bfloat16' : table.types(types).includes(type);
}

function cpuTakes(table: OperatorTable, { cpu }: KernelRow, type: string | undefined): boolean {
  if (cpu === undefined) return false;
  return cpu === true || type === undefined || table.types(cpu).includes(type);
}
