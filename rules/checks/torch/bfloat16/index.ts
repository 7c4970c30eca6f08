import type { Fix, ScriptRule } from '../../../../core/model';
import { type DtypeUse, dtypeUses } from '../../scripts/dtype-uses';
import { replacement } from '../../scripts/edits';
import { severityOfVerdict } from '../../scripts/verdict-severity';
import en from './en.md';
import zh from './zh-cn.md';

/** bfloat16 on chips that have float16 only. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/bfloat16',
  severity: 'error',
  title: { en: 'bfloat16 on a chip without it', zh: '芯片不支持 bfloat16' },
  documentation: { en, zh },
  check({ facts, target, chip, table, report }) {
    const support = table.dtype('bfloat16', chip.family);
    if (support === undefined || support.verdict === 'native') return;
    for (const use of dtypeUses(facts, (dtype) => dtype === 'bfloat16')) {
      report({
        at: use.at,
        span: use.span,
        severity: severityOfVerdict(support.verdict),
        verdict: support.verdict,
        message: {
          en: `bfloat16 on ${target.id}: ${support.message.en}`,
          zh: `在 ${target.id} 上使用 bfloat16：${support.message.zh}`,
        },
        advice: support.advice,
        evidence: support.evidence,
        fixes: halfPrecision(use, facts.text),
      });
    }
  },
};

/** `.bfloat16()` -> `.half()`, `torch.bfloat16` -> `torch.float16`; a name that was imported alone is left to the author. */
function halfPrecision({ form, span }: DtypeUse, text: string): Fix[] {
  const start = span.start + text.slice(span.start, span.end).lastIndexOf('.') + 1;
  if (form !== 'method' && start === span.start) return [];
  return [
    {
      kind: 'review',
      title: { en: 'Use float16 (smaller range: scale the loss)', zh: '改用 float16（取值范围更小，需配合损失缩放）' },
      edits: [replacement({ start, end: span.end }, form === 'method' ? 'half' : 'float16')],
    },
  ];
}
