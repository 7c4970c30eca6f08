import type { ConfigObject } from './config-object';

/**
 * A key as most configurations spell it, and how others do: DeepSeek's own inference/configs/*.json (`dim`, `n_layers`),
 * ChatGLM (`num_layers`, `ffn_hidden_size`), Qwen of the first generation (`kv_channels`).
 */
const others: ReadonlyMap<string, readonly string[]> = new Map([
  ['hidden_size', ['dim']],
  ['intermediate_size', ['inter_dim', 'ffn_hidden_size']],
  ['moe_intermediate_size', ['moe_inter_dim']],
  ['num_hidden_layers', ['n_layers', 'num_layers']],
  ['vocab_size', ['padded_vocab_size']],
  ['head_dim', ['kv_channels']],
  ['num_key_value_heads', ['multi_query_group_num']],
  ['first_k_dense_replace', ['n_dense_layers']],
  ['num_attention_heads', ['n_heads']],
  ['num_experts_per_tok', ['n_activated_experts']],
  ['n_group', ['n_expert_groups']],
  ['topk_group', ['n_limited_groups']],
]);

/** Whether the configuration is in the words of DeepSeek's inference code. */
export function isDeepSeekOwn(config: ConfigObject): boolean {
  return !config.has('model_type') && config.has('dim') && config.has('n_heads') && config.has('kv_lora_rank');
}

/** The names under which a key may stand, the usual one first. */
export function spellings(key: string): readonly string[] {
  return [key, ...(others.get(key) ?? [])];
}
