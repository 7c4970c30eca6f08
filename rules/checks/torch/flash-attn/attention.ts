import type { CallFact, Fix, ScriptRuleContext } from '../../../../core/model';
import { attentionFixes } from '../../scripts/attention-fix';
import { boundArguments } from '../../scripts/call-arguments';

const parameters = [
  'q',
  'k',
  'v',
  'dropout_p',
  'softmax_scale',
  'causal',
  'window_size',
  'softcap',
  'alibi_slopes',
  'deterministic',
  'return_attn_probs',
];

/** `flash_attn_func(q, k, v, ...)` over (batch, sequence, heads, size); nothing where it does more than that. */
export function flashAttentionFixes(call: CallFact, context: ScriptRuleContext): readonly Fix[] {
  if (!/^flash_attn(\.flash_attn_interface)?\.flash_attn_func$/.test(call.name)) return [];
  const bound = boundArguments(call, parameters);
  const [query, key, value] = ['q', 'k', 'v'].map((name) => bound?.get(name));
  if (bound === undefined || !query || !key || !value) return [];
  if (['window_size', 'softcap', 'alibi_slopes', 'return_attn_probs'].some((name) => bound.has(name))) return [];
  const causal = bound.get('causal');
  const isCausal = causal?.value.constant;
  return attentionFixes(
    call,
    {
      query,
      key,
      value,
      dropout: bound.get('dropout_p'),
      scale: bound.get('softmax_scale'),
      causal: causal === undefined ? false : typeof isCausal === 'boolean' ? isCausal : causal,
    },
    context,
  );
}
