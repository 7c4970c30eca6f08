import type { Chip, Evidence, Reason } from '../../../model';
import type { OperatorTable } from '../../operator-table';
import type { CoreKernelRow, KernelRow } from '../../table';
import {
  cann81,
  derivedKernel,
  inHalf,
  type KernelDraft,
  type KernelLibrary,
  lackingType,
  noKernel,
  onCpu,
  publicDefinitions,
  typeOnCpu,
  unknownKernel,
  unlistedChip,
  unlistedType,
} from './kernel-drafts';

/** Where the kernels of a chip are known from, as it is called in a message; undefined for chips without a list. */
const libraries: Readonly<Record<string, KernelLibrary>> = {
  '310': cann81,
  '310B': cann81,
  '310P': cann81,
  '910A': cann81,
  '910B': cann81,
  '910C': cann81,
  '950': publicDefinitions,
};

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
  if (kernels.on === 'graph') return undefined;
  const core = kernels.core.find(({ chips }) => chips.includes(chip.family));
  const draft = draftOf(table, name, kernels, core, chip, type);
  if (draft === undefined) return undefined;
  return { outcome: 'broken', ...draft, id: `${name}/${draft.id}`, evidence: evidenceOf(table, kernels, core, chip) };
}

/** Of a chip that is known by public definitions alone, an operator without one: the repositories where there is none. */
function evidenceOf(
  table: OperatorTable,
  kernels: KernelRow,
  core: CoreKernelRow | undefined,
  chip: Chip,
): readonly Evidence[] {
  if (core?.evidence !== undefined) return table.evidenceOf(core.evidence);
  return libraries[chip.family] === publicDefinitions
    ? table.general('definitions')
    : table.evidenceOf(kernels.evidence);
}

function draftOf(
  table: OperatorTable,
  name: string,
  kernels: KernelRow,
  core: CoreKernelRow | undefined,
  chip: Chip,
  type: string | undefined,
): KernelDraft | undefined {
  const library = libraries[chip.family];
  if (kernels.on === 'none' && core === undefined) return unknownKernel(name, kernels.name);
  if (library === undefined) return unlistedChip(chip);
  if (type === 'bfloat16' && chip.lacks.bf16 !== undefined && !lists(table, core?.types, type)) {
    return lackingType(name, chip);
  }
  if (core === undefined) {
    // What is public of a library is not all of it: only a list of the whole library says that an operator is not there.
    return library.complete && cpuTakes(table, kernels, type) ? onCpu(name, chip) : noKernel(library, name, chip);
  }
  if (type === undefined || takes(table, core.types ?? kernels.prototype, type)) return replaced(name, kernels, core);
  // ATC computes in FP16 by default (--precision_mode), so that a float16 kernel comes before a float one on the AI CPU.
  if (type === 'float' && takes(table, core.types, 'float16')) return inHalf(name, chip);
  const taken = core.types === undefined ? [] : table.types(core.types);
  if (typeof kernels.cpu === 'number' && table.types(kernels.cpu).includes(type)) {
    return typeOnCpu(name, chip, type, taken);
  }
  return unlistedType(library, name, chip, type, taken);
}

function replaced(name: string, kernels: KernelRow, core: CoreKernelRow): KernelDraft | undefined {
  const kernel = core.name ?? (kernels.on === 'derived' ? kernels.name : undefined);
  return kernel === undefined ? undefined : derivedKernel(name, kernel);
}

function lists(table: OperatorTable, types: number | undefined, type: string): boolean {
  return types !== undefined && table.types(types).includes(type);
}

/** Whether a set of types holds a type; one that is settled when compiling may hold any that the chip computes in. */
function takes(table: OperatorTable, types: number | undefined, type: string): boolean {
  return types === undefined || lists(table, types, type);
}

function cpuTakes(table: OperatorTable, { cpu }: KernelRow, type: string | undefined): boolean {
  if (cpu === undefined) return false;
  return cpu === true || type === undefined || table.types(cpu).includes(type);
}
