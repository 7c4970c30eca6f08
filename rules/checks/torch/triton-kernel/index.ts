import type { KernelFact, Library, Localized, ScriptRule, ScriptRuleContext } from '../../../../core/model';
import { reportLibraryImports } from '../../scripts/libraries';
import { pathFrom } from '../../scripts/path-from';
import { isWrittenForNpu } from '../../scripts/written-for';
import en from './en.md';
import zh from './zh-cn.md';

/** Triton: its import, each kernel, and launches of kernels that another file defines. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/triton-kernel',
  severity: 'error',
  coveredByGuard: true,
  title: { en: 'A Triton kernel', zh: 'Triton 内核' },
  documentation: { en, zh },
  check(context) {
    const library = context.table.library('triton');
    if (library === undefined || isWrittenForNpu(context.facts)) return;
    reportLibraryImports(context, { ids: new Set(['triton']), adapted: 'information' });
    reportKernels(context, library);
    reportLaunches(context, library);
  },
};

function reportKernels({ facts, target, chip, report }: ScriptRuleContext, library: Library): void {
  const runs = isThere(library, chip.family);
  for (const kernel of facts.kernels) {
    const lines = linesOf(kernel, facts.text);
    const launches = facts.kernelLaunches.filter((launch) => launch.kernel === kernel.name && !launch.path).length;
    const size = sizeOf(lines, launches);
    // What is not launched here is called by kernels, or launched by another file.
    const kind = launches > 0 ? { en: 'kernel', zh: '内核' } : { en: 'function', zh: '函数' };
    report({
      at: kernel,
      span: kernel.nameSpan,
      severity: runs ? (launches > 0 ? 'warning' : 'information') : 'error',
      verdict: runs ? 'limited' : 'unsupported',
      message: runs
        ? {
            en: `The Triton ${kind.en} ${kernel.name} (${size.en}) needs a review for ${target.id}: it is compiled by ${library.replacement}, whose limits differ.`,
            zh: `Triton ${kind.zh} ${kernel.name}（${size.zh}）需针对 ${target.id} 检查：由 ${library.replacement} 编译，限制不同。`,
          }
        : {
            en: `The Triton ${kind.en} ${kernel.name} (${size.en}) cannot be compiled for ${target.id}.`,
            zh: `Triton ${kind.zh} ${kernel.name}（${size.zh}）无法为 ${target.id} 编译。`,
          },
      advice: adviceOf(library, chip.family),
      evidence: library.evidence,
    });
  }
}

function reportLaunches({ facts, target, chip, report }: ScriptRuleContext, library: Library): void {
  if (isThere(library, chip.family)) return;
  for (const launch of facts.kernelLaunches) {
    // Kernels of this file are told where they are defined.
    if (launch.path === undefined) continue;
    const path = pathFrom(facts.path, launch.path);
    report({
      at: launch,
      verdict: 'unsupported',
      message: {
        en: `This launches the Triton kernel ${launch.kernel} of ${path}, which cannot be compiled for ${target.id}.`,
        zh: `此处启动 ${path} 中的 Triton 内核 ${launch.kernel}，它无法为 ${target.id} 编译。`,
      },
      advice: adviceOf(library, chip.family),
      evidence: library.evidence,
    });
  }
}

function isThere({ status, families }: Library, family: string): boolean {
  return status === 'adapted' && (families === undefined || families.includes(family));
}

function adviceOf(library: Library, family: string): Localized {
  if (library.families === undefined || library.families.includes(family)) return library.note;
  return {
    en: `${library.replacement} is listed for ${library.families.join(', ')} only, not for ${family}: compute it in plain PyTorch there.`,
    zh: `${library.replacement} 仅支持 ${library.families.join('、')}，不支持 ${family}：请在该芯片上用原生 PyTorch 计算。`,
  };
}

/** Lines of the function, decorators left out. */
function linesOf({ span, nameSpan }: KernelFact, text: string): number {
  return text.slice(nameSpan.start, span.end).trimEnd().split('\n').length;
}

function sizeOf(lines: number, launches: number): Localized {
  const english = `${lines} ${lines === 1 ? 'line' : 'lines'}`;
  if (launches === 0) return { en: english, zh: `${lines} 行` };
  return {
    en: `${english}, launched at ${launches} ${launches === 1 ? 'place' : 'places'} here`,
    zh: `${lines} 行，本文件启动 ${launches} 处`,
  };
}
