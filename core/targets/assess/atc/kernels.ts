import type { Chip, Localized, Reason } from '../../../model';
import type { OperatorTable } from '../../operator-table';
import type { KernelRow } from '../../table';
import { localized } from '../reasons';

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

type Draft = Omit<Reason, 'evidence' | 'outcome'>;

function draftOf(
  table: OperatorTable,
  name: string,
  kernels: KernelRow,
  chip: Chip,
  type: string | undefined,
): Draft | undefined {
  if (kernels.on === 'none') return unknownKernel(name, kernels.name);
  if (!listedChips.has(chip.family)) return unlistedChip(chip);
  const core = kernels.core.find(({ chips }) => chips.includes(chip.family));
  if (type === 'bfloat16' && chip.lacks.bf16 !== undefined && !takes(table, core?.types, type))
    return lackingType(name, chip);
  if (core === undefined) return cpuTakes(table, kernels, type) ? onCpu(name, chip, undefined) : noKernel(name, chip);
  if (type === undefined || takes(table, core.types ?? kernels.prototype, type)) {
    return kernels.on === 'derived' ? derivedKernel(name, kernels.name) : undefined;
  }
  // ATC computes in FP16 by default (--precision_mode), so that a float16 kernel comes before a float one on the AI CPU.
  if (type === 'float' && takes(table, core.types, 'float16')) return inHalf(name, chip);
  if (typeof kernels.cpu === 'number' && table.types(kernels.cpu).includes(type)) return onCpu(name, chip, type);
  return unlistedType(name, chip, type);
}

/** Whether a set of types holds a type; a set that is not known may. */
function takes(table: OperatorTable, types: number | undefined, type: string): boolean {
  return types === undefined ? type !== 'bfloat16' : table.types(types).includes(type);
}

function cpuTakes(table: OperatorTable, { cpu }: KernelRow, type: string | undefined): boolean {
  if (cpu === undefined) return false;
  return cpu === true || type === undefined || table.types(cpu).includes(type);
}

function onCpu(name: string, chip: Chip, type: string | undefined): Draft {
  const what: Localized =
    type === undefined ? localized(name, name) : localized(`${name} of ${type}`, `${type} 类型的 ${name}`);
  return {
    id: 'ai-cpu',
    kind: 'placement',
    verdict: 'slow',
    message: localized(
      `${what.en} has no AI core kernel on ${chip.name}: it runs on the AI CPU, the chip's few scalar cores.`,
      `${what.zh} 在 ${chip.name} 上没有 AI Core 实现，只能在 AI CPU（片上少量标量核）上执行。`,
    ),
    advice:
      type === undefined
        ? localized('Replace it, or move it to the host.', '请替换该算子，或移到主机侧。')
        : localized('Cast to float16, float or int32 before.', '请先转换为 float16、float 或 int32。'),
  };
}

function inHalf(name: string, chip: Chip): Draft {
  return {
    id: 'computes-in-f16',
    kind: 'precision',
    verdict: 'converted',
    message: localized(
      `${name} has a float16 kernel only on ${chip.name}: float tensors are cast to float16 for it.`,
      `${name} 在 ${chip.name} 上只有 float16 实现：float 张量会先转换为 float16。`,
    ),
  };
}

function lackingType(name: string, chip: Chip): Draft {
  return {
    id: 'bfloat16',
    kind: 'precision',
    verdict: 'unsupported',
    message: localized(
      `${chip.name} has no bfloat16 arithmetic, and no kernel of ${name} takes bfloat16 there.`,
      `${chip.name} 不支持 bfloat16 计算，${name} 也没有接受 bfloat16 的实现。`,
    ),
    advice: localized('Export in float16, and check for overflow.', '请以 float16 导出，并检查是否溢出。'),
  };
}

function unknownKernel(name: string, kernel: string): Draft {
  return {
    id: 'no-kernel-known',
    kind: 'placement',
    verdict: 'unknown',
    message: localized(
      `ATC parses ${name} into ${kernel}, of which the operator library (CANN 8.1.RC1) has no kernel; a graph pass may remove or replace it.`,
      `ATC 将 ${name} 解析为 ${kernel}，但算子库（CANN 8.1.RC1）中没有其实现；图优化可能会将其删除或替换。`,
    ),
  };
}

function noKernel(name: string, chip: Chip): Draft {
  return {
    id: 'no-kernel-listed',
    kind: 'placement',
    verdict: 'unknown',
    message: localized(
      `The operator library (CANN 8.1.RC1) lists no kernel of ${name} for ${chip.name}.`,
      `算子库（CANN 8.1.RC1）中没有列出 ${name} 在 ${chip.name} 上的实现。`,
    ),
    advice: localized('Try the conversion, or replace the operator.', '请实际转换验证，或替换该算子。'),
  };
}

function unlistedChip(chip: Chip): Draft {
  return {
    id: 'chip-not-listed',
    kind: 'placement',
    verdict: 'unknown',
    message: localized(
      `Kernels are known from CANN 8.1.RC1, which has no list of them for ${chip.name}.`,
      `算子实现信息来自 CANN 8.1.RC1，其中没有 ${chip.name} 的列表。`,
    ),
  };
}

function unlistedType(name: string, chip: Chip, type: string): Draft {
  return {
    id: `type-${type}`,
    kind: 'precision',
    verdict: 'unknown',
    message: localized(
      `The operator library (CANN 8.1.RC1) lists no kernel of ${name} for ${type} on ${chip.name}; a cast may be inserted.`,
      `算子库（CANN 8.1.RC1）中没有列出 ${name} 在 ${chip.name} 上的 ${type} 实现；可能会自动插入类型转换。`,
    ),
    advice: localized('Cast to float16, float or int32 before.', '请先转换为 float16、float 或 int32。'),
  };
}

function derivedKernel(name: string, kernel: string): Draft {
  return {
    id: 'derived-kernel',
    kind: 'rewrite',
    verdict: 'converted',
    message: localized(`Graph passes put ${kernel} in the place of ${name}.`, `图优化会以 ${kernel} 替换 ${name}。`),
  };
}
