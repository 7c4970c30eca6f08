import type { ArgumentFact, CallFact, Fix, ScriptRuleContext } from '../../../core/model';
import { operand, spelled } from './call-arguments';
import { replacement, targetImport, torchName } from './edits';

/** An attention over (batch, sequence, heads, size), as flash-attn and xFormers call it. */
export interface Attention {
  readonly query: ArgumentFact;
  readonly key: ArgumentFact;
  readonly value: ArgumentFact;
  readonly dropout: ArgumentFact | undefined;
  readonly scale: ArgumentFact | undefined;
  /** `unknown`: decided at run time, by this argument. */
  readonly causal: boolean | ArgumentFact;
}

/** The portable form first, then the fused kernel of the NPU. */
export function attentionFixes(call: CallFact, attention: Attention, context: ScriptRuleContext): Fix[] {
  return [portable(call, attention, context), fused(call, attention, context)].filter((fix) => fix !== undefined);
}

/** `scaled_dot_product_attention`, whose layout is (batch, heads, sequence, size). */
function portable(call: CallFact, attention: Attention, { facts }: ScriptRuleContext): Fix | undefined {
  const torch = torchName(facts);
  const functional = facts.aliases.get('torch.nn.functional') ?? (torch && `${torch}.nn.functional`);
  if (functional === undefined) return undefined;
  const { query, key, value, dropout, scale, causal } = attention;
  const passed = [
    ...[query, key, value].map((argument) => `${operand(argument, facts)}.transpose(1, 2)`),
    ...(isZero(dropout) ? [] : [`dropout_p=${spelled(dropout!, facts)}`]),
    ...(causal === false ? [] : [`is_causal=${causal === true ? 'True' : spelled(causal, facts)}`]),
    ...(isNone(scale) ? [] : [`scale=${spelled(scale!, facts)}`]),
  ];
  return {
    kind: 'review',
    title: {
      en: 'Use scaled_dot_product_attention (as many key heads as query heads; causal only for equal lengths)',
      zh: '改用 scaled_dot_product_attention（要求 key 与 query 头数相同；causal 时长度须相等）',
    },
    edits: [replacement(call.span, `${functional}.scaled_dot_product_attention(${passed.join(', ')}).transpose(1, 2)`)],
  };
}

/** `npu_fusion_attention` in the layout BSND, for training; a causal mask is the compressed one of 2048 x 2048. */
function fused(call: CallFact, attention: Attention, { facts, table, chip }: ScriptRuleContext): Fix | undefined {
  const { query, key, value, dropout, scale, causal } = attention;
  const kernel = table.fusedPattern('attention').find(({ name }) => name === 'torch_npu.npu_fusion_attention');
  const torch = torchName(facts);
  const isFor = kernel?.families?.includes(chip.family) === true;
  if (!isFor || torch === undefined || typeof causal !== 'boolean') return undefined;
  const q = operand(query, facts);
  const mask = `${torch}.ones(2048, 2048, dtype=${torch}.bool, device=${q}.device)`;
  const passed = [
    ...[query, key, value].map((argument) => spelled(argument, facts)),
    `${q}.shape[2]`,
    '"BSND"',
    `scale=${isNone(scale) ? `${q}.shape[-1] ** -0.5` : spelled(scale!, facts)}`,
    ...(isZero(dropout) ? [] : [`keep_prob=1 - ${operand(dropout!, facts)}`]),
    ...(causal ? [`atten_mask=${torch}.triu(${mask}, diagonal=1)`, 'sparse_mode=3'] : []),
  ];
  return {
    kind: 'review',
    title: {
      en: 'Call torch_npu.npu_fusion_attention (Ascend only)',
      zh: '改用 torch_npu.npu_fusion_attention（仅昇腾）',
    },
    edits: [
      replacement(call.span, `torch_npu.npu_fusion_attention(${passed.join(', ')})[0]`),
      ...targetImport(facts, table),
    ],
  };
}

function isNone(argument: ArgumentFact | undefined): boolean {
  return argument === undefined || argument.value.constant === null;
}

function isZero(argument: ArgumentFact | undefined): boolean {
  return argument === undefined || argument.value.constant === 0;
}
