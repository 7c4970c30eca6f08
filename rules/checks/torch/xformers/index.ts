import type { CallFact, Fix, ScriptRule, ScriptRuleContext } from '../../../../core/model';
import { attentionFixes } from '../../scripts/attention-fix';
import { boundArguments } from '../../scripts/call-arguments';
import { type LibraryScope, reportLibraryImports, reportLibraryUses } from '../../scripts/libraries';
import en from './en.md';
import zh from './zh-cn.md';

const scope: LibraryScope = { ids: new Set(['xformers']), fixes: attention };
const parameters = ['query', 'key', 'value', 'attn_bias', 'p', 'scale', 'op', 'output_dtype'];

/** xFormers: its kernels are for GPUs; memory_efficient_attention has a counterpart in PyTorch itself. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/xformers',
  severity: 'error',
  coveredByGuard: true,
  title: { en: "xFormers' kernels are for GPUs", zh: 'xFormers 的算子面向 GPU' },
  documentation: { en, zh },
  check(context) {
    reportLibraryImports(context, scope);
    reportLibraryUses(context, scope);
  },
};

function attention(call: CallFact, context: ScriptRuleContext): readonly Fix[] {
  if (call.name !== 'xformers.ops.memory_efficient_attention') return [];
  const bound = boundArguments(call, parameters);
  const [query, key, value] = ['query', 'key', 'value'].map((name) => bound?.get(name));
  if (bound === undefined || !query || !key || !value || bound.has('output_dtype')) return [];
  const bias = bound.get('attn_bias');
  const written = bias && context.facts.text.slice(bias.valueSpan.start, bias.valueSpan.end);
  const isCausal = written !== undefined && /\bLowerTriangularMask\(\)$/.test(written);
  if (bias !== undefined && bias.value.constant !== null && !isCausal) return [];
  return attentionFixes(
    call,
    { query, key, value, dropout: bound.get('p'), scale: bound.get('scale'), causal: isCausal },
    context,
  );
}
