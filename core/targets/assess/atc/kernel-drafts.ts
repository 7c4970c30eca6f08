import type { Chip, Localized, Reason, ReasonKind, Verdict } from '../../../model';
import { localized } from '../reasons';

/** What is to be told of an operator's kernel; evidence and the operator's name in the id are added to it. */
export type KernelDraft = Omit<Reason, 'evidence' | 'outcome'>;

function draft(
  id: string,
  kind: ReasonKind,
  verdict: Verdict,
  en: string,
  zh: string,
  advice?: Localized,
): KernelDraft {
  return { id, kind, verdict, message: localized(en, zh), advice };
}

/** What the kernels of a chip are known from. */
export interface KernelLibrary {
  readonly name: Localized;
  /** Whether it lists every kernel that there is for the chip. */
  readonly complete: boolean;
}

export const cann81: KernelLibrary = {
  name: localized('The operator library (CANN 8.1.RC1)', '算子库（CANN 8.1.RC1）'),
  complete: true,
};

/** CANN's public repositories of operators, which do not hold all that the library has. */
export const publicDefinitions: KernelLibrary = {
  name: localized("CANN's public operator repositories (August 2026)", 'CANN 公开算子仓库（2026 年 8 月）'),
  complete: false,
};

/** An operator without a kernel on the AI cores, whatever the type. */
export function onCpu(name: string, chip: Chip): KernelDraft {
  return draft(
    'ai-cpu',
    'placement',
    'slow',
    `${name} has no AI core kernel on ${chip.name}: it runs on the AI CPU, the chip's few scalar cores.`,
    `${name} 在 ${chip.name} 上没有 AI Core 实现，只能在 AI CPU（片上少量标量核）上执行。`,
    localized('Replace it, or move it to the host.', '请替换该算子，或移到主机侧。'),
  );
}

/** `taken`: the types for which the AI cores have kernels. */
export function typeOnCpu(name: string, chip: Chip, type: string, taken: readonly string[]): KernelDraft {
  return draft(
    'ai-cpu',
    'placement',
    'slow',
    `${name} of ${type} has no AI core kernel on ${chip.name}: it runs on the AI CPU, the chip's few scalar cores.`,
    `${type} 类型的 ${name} 在 ${chip.name} 上没有 AI Core 实现，只能在 AI CPU（片上少量标量核）上执行。`,
    castTo(name, type, taken),
  );
}

export function inHalf(name: string, chip: Chip): KernelDraft {
  return draft(
    'computes-in-f16',
    'precision',
    'converted',
    `${name} has a float16 kernel only on ${chip.name}: float tensors are cast to float16 for it.`,
    `${name} 在 ${chip.name} 上只有 float16 实现：float 张量会先转换为 float16。`,
  );
}

export function lackingType(name: string, chip: Chip): KernelDraft {
  return draft(
    'bfloat16',
    'precision',
    'unsupported',
    `${chip.name} has no bfloat16 arithmetic, and no kernel of ${name} takes bfloat16 there.`,
    `${chip.name} 不支持 bfloat16 计算，${name} 也没有接受 bfloat16 的实现。`,
    localized('Export in float16, and check for overflow.', '请以 float16 导出，并检查是否溢出。'),
  );
}

export function unknownKernel(name: string, kernel: string): KernelDraft {
  return draft(
    'no-kernel-known',
    'placement',
    'unknown',
    `ATC parses ${name} into ${kernel}, of which the operator library (CANN 8.1.RC1) has no kernel; a graph pass may remove or replace it.`,
    `ATC 将 ${name} 解析为 ${kernel}，但算子库（CANN 8.1.RC1）中没有其实现；图优化可能会将其删除或替换。`,
    localized('Try the conversion with your CANN version.', '请在所用的 CANN 版本上实际转换验证。'),
  );
}

export function noKernel(library: KernelLibrary, name: string, chip: Chip): KernelDraft {
  const { en, zh } = library.name;
  return draft(
    'no-kernel-listed',
    'placement',
    'unknown',
    library.complete
      ? `${en} lists no kernel of ${name} for ${chip.name}.`
      : `${en} define no kernel of ${name} for ${chip.name}; the library may hold one that is not public.`,
    library.complete
      ? `${zh}中没有列出 ${name} 在 ${chip.name} 上的实现。`
      : `${zh}中没有 ${name} 在 ${chip.name} 上的实现定义；算子库中可能有未公开的实现。`,
    localized('Try the conversion, or replace the operator.', '请实际转换验证，或替换该算子。'),
  );
}

export function unlistedChip(chip: Chip): KernelDraft {
  return draft(
    'chip-not-listed',
    'placement',
    'unknown',
    `No list of kernels is public for ${chip.name}: CANN 8.1.RC1 has none of it, nor do its operator repositories.`,
    `${chip.name} 没有公开的算子实现列表：CANN 8.1.RC1 与其公开算子仓库中均未包含该芯片。`,
    localized('Try the conversion with a CANN version for this chip.', '请用支持该芯片的 CANN 版本实际转换验证。'),
  );
}

/** `taken`: the types for which the AI cores have kernels. */
export function unlistedType(
  library: KernelLibrary,
  name: string,
  chip: Chip,
  type: string,
  taken: readonly string[],
): KernelDraft {
  const { en, zh } = library.name;
  const verb = library.complete ? 'lists' : 'list';
  return draft(
    `type-${type}`,
    'precision',
    'unknown',
    `${en} ${verb} no kernel of ${name} for ${type} on ${chip.name}; a cast may be inserted.`,
    `${zh}中没有列出 ${name} 在 ${chip.name} 上的 ${type} 实现；可能会自动插入类型转换。`,
    castTo(name, type, taken),
  );
}

export function derivedKernel(name: string, kernel: string): KernelDraft {
  return draft(
    'derived-kernel',
    'rewrite',
    'converted',
    `Graph passes put ${kernel} in the place of ${name}.`,
    `图优化会以 ${kernel} 替换 ${name}。`,
  );
}

/** What people compute in, the usual first: a cast stays among floating point numbers, or among integers. */
const floats: readonly string[] = ['float16', 'float', 'bfloat16'];
const integers: readonly string[] = ['int32', 'int64', 'int16', 'int8', 'uint8'];

function castTo(name: string, type: string, taken: readonly string[]): Localized | undefined {
  if (type === 'double') return computeInFloat;
  if (name === 'Cast') return undefined;
  const kin = /float|double/.test(type) ? floats : integers;
  const types = [kin, [...floats, ...integers]].map((usual) => usual.filter((one) => taken.includes(one)));
  const choice = types.find((list) => list.length > 0);
  if (choice === undefined) return undefined;
  return localized(
    `Cast before to a type that its AI core kernel takes: ${choice.join(', ')}.`,
    `请先转换为 AI Core 实现支持的类型：${choice.join('、')}。`,
  );
}

/** No device that a model is ported to wants doubles, and few models do. */
const computeInFloat: Localized = localized(
  "Compute it in float before the export: a double comes from a NumPy array, or from a dtype in the model's code.",
  '请在导出前改用 float 计算：double 多来自 NumPy 数组，或模型代码中的 dtype 设置。',
);
