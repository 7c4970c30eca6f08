import type { CallFact, Fix, ScriptRule, ScriptRuleContext } from '../../../../core/model';
import { attentionFixes } from '../../scripts/attention-fix';
import { boundArguments } from '../../scripts/call-arguments';
import { type LibraryScope, reportLibraryImports, reportLibraryUses } from '../../scripts/libraries';
import { callsNamed, standing } from '../../scripts/named-facts';
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
    reportEnabled(context);
  },
};

const enable = 'enable_xformers_memory_efficient_attention';
const enables = standing((name) => name.endsWith(`.${enable}`));

/** `unet.enable_xformers_memory_efficient_attention()` of diffusers, which raises where CUDA is not available. */
function reportEnabled({ facts, table, target, report }: ScriptRuleContext): void {
  const library = table.library('xformers');
  if (library === undefined) return;
  for (const call of callsNamed(facts, enables)) {
    if (call.receiver === undefined) continue;
    report({
      at: { ...call, certainty: 'assumed' },
      span: call.nameSpan,
      severity: 'warning',
      verdict: 'unsupported',
      message: {
        en: `${enable}() raises on ${target.id}: diffusers asks for CUDA before it takes xFormers.`,
        zh: `${enable}() 在 ${target.id} 上会抛错：diffusers 启用 xFormers 前要求 CUDA 可用。`,
      },
      advice: table.route === 'torch-npu' ? withoutXformers.onNpu : withoutXformers.elsewhere,
      evidence: library.evidence,
      fixes: table.route === 'torch-npu' ? npuAttention(call, facts.text) : [],
    });
  }
}

const withoutXformers = {
  elsewhere: {
    en: 'Leave the call out: diffusers then uses scaled_dot_product_attention.',
    zh: '去掉该调用即可，diffusers 会改用 scaled_dot_product_attention。',
  },
  onNpu: {
    en: 'Leave the call out: diffusers then uses scaled_dot_product_attention; its models also have enable_npu_flash_attention().',
    zh: '去掉该调用即可，diffusers 会改用 scaled_dot_product_attention；其模型另有 enable_npu_flash_attention()。',
  },
};

/** Models have it, pipelines do not. */
function npuAttention({ receiver, nameSpan, argumentsSpan }: CallFact, text: string): Fix[] {
  const model = text.slice(receiver!.span.start, receiver!.span.end);
  if (/pipe/i.test(model) || text.slice(argumentsSpan.start, argumentsSpan.end).trim() !== '') return [];
  return [
    {
      kind: 'review',
      title: { en: 'Call enable_npu_flash_attention() instead', zh: '改为调用 enable_npu_flash_attention()' },
      edits: [{ span: nameSpan, newText: 'enable_npu_flash_attention' }],
    },
  ];
}

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
