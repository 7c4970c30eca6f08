import type { FusedKernel, Localized, MigrationTable, ScriptRule } from '../../../../core/model';
import { dtypeUses } from '../../scripts/dtype-uses';
import { callsNamed, namesLike } from '../../scripts/named-facts';
import { severityOfVerdict } from '../../scripts/verdict-severity';
import en from './en.md';
import zh from './zh-cn.md';

/** FP8 types and products, on chips that have none or one of them. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/float8',
  severity: 'error',
  title: { en: 'FP8 on a chip without it', zh: '芯片不支持 FP8' },
  documentation: { en, zh },
  check({ facts, target, chip, table, report }) {
    // Code that is written for the target knows its chips.
    const isWritten = facts.imports.some((fact) => fact.package === table.device.module);
    for (const { at, span, dtype } of dtypeUses(facts, (name) => name.startsWith('float8_'))) {
      const support = table.dtype(dtype, chip.family);
      if (support === undefined || support.verdict === 'native') continue;
      report({
        at,
        span,
        severity: isWritten ? 'information' : severityOfVerdict(support.verdict),
        verdict: support.verdict,
        message: {
          en: `${dtype} on ${target.id}: ${support.message.en}`,
          zh: `在 ${target.id} 上使用 ${dtype}：${support.message.zh}`,
        },
        advice: support.advice,
        evidence: support.evidence,
      });
    }
    const weights = table.dtype('float8_e4m3fn', chip.family);
    if (weights?.verdict !== 'unsupported') return;
    for (const call of callsNamed(facts, isScaledProduct)) {
      report({
        at: call,
        span: call.calleeSpan,
        verdict: 'unsupported',
        message: {
          en: `${call.name} multiplies FP8 matrices, on ${target.id}: ${weights.message.en}`,
          zh: `${call.name} 用于 FP8 矩阵乘，在 ${target.id} 上：${weights.message.zh}`,
        },
        advice: kernelAdvice(table, chip.family) ?? weights.advice,
        evidence: weights.evidence,
      });
    }
  },
};

const isScaledProduct = namesLike(/^torch\.(_scaled_mm|_scaled_grouped_mm|nn\.functional\.scaled_mm)$/);

/** The kernel of the target that multiplies quantised weights on this chip. */
function kernelAdvice(table: MigrationTable, family: string): Localized | undefined {
  const isForChip = ({ families }: FusedKernel) => families === undefined || families.includes(family);
  const kernel = table.fusedKernel('deep_gemm.fp8_gemm_nt').find(isForChip);
  if (kernel === undefined) return undefined;
  return {
    en: `${kernel.name} multiplies quantised weights here. ${kernel.note?.en ?? ''}`.trim(),
    zh: `该平台可用 ${kernel.name} 计算量化矩阵乘。${kernel.note?.zh ?? ''}`,
  };
}
