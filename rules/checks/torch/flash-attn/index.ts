import type { ScriptRule, ScriptRuleContext } from '../../../../core/model';
import { type LibraryScope, reportLibraryImports, reportLibraryUses } from '../../scripts/libraries';
import { callsWithKeyword } from '../../scripts/named-facts';
import { flashAttentionFixes } from './attention';
import en from './en.md';
import zh from './zh-cn.md';

const scope: LibraryScope = { ids: new Set(['flash-attn']), fixes: flashAttentionFixes };

/** flash-attn: its import fails, and its functions have counterparts with other arguments. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/flash-attn',
  severity: 'error',
  coveredByGuard: true,
  title: { en: 'flash-attn is CUDA code', zh: 'flash-attn 是 CUDA 代码' },
  documentation: { en, zh },
  check(context) {
    reportLibraryImports(context, scope);
    reportLibraryUses(context, scope);
    reportChosenByName(context);
  },
};

/**
 * `from_pretrained(..., attn_implementation="flash_attention_2")`: transformers then imports flash_attn, except on an NPU,
 * where it calls torch_npu itself.
 */
function reportChosenByName({ facts, table, target, report }: ScriptRuleContext): void {
  const library = table.library('flash_attn');
  if (library === undefined || table.route !== 'torch-tpu') return;
  for (const call of callsWithKeyword(facts, 'attn_implementation')) {
    const argument = call.arguments.find(({ keyword }) => keyword === 'attn_implementation');
    if (argument?.value.constant !== 'flash_attention_2') continue;
    report({
      at: call,
      span: argument.valueSpan,
      severity: 'error',
      verdict: 'unsupported',
      message: {
        en: `"flash_attention_2" makes transformers import flash_attn, which does not run on ${target.id}.`,
        zh: `"flash_attention_2" 会让 transformers 导入 flash_attn，而它无法在 ${target.id} 上运行。`,
      },
      advice: {
        en: 'Write attn_implementation="sdpa", which runs on CUDA as well, or "eager".',
        zh: '改用 attn_implementation="sdpa"（CUDA 上同样可用）或 "eager"。',
      },
      evidence: library.evidence,
      fixes: [
        {
          kind: 'review',
          title: { en: 'Use attn_implementation="sdpa"', zh: '改用 attn_implementation="sdpa"' },
          edits: [{ span: argument.valueSpan, newText: '"sdpa"' }],
        },
      ],
    });
  }
}
