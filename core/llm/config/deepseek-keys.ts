import type { ConfigObject } from './config-object';

/** Keys of DeepSeek's own inference/configs/*.json and those of Hugging Face for the same thing. */
const deepSeekKeys: ReadonlyMap<string, string> = new Map([
  ['hidden_size', 'dim'],
  ['intermediate_size', 'inter_dim'],
  ['moe_intermediate_size', 'moe_inter_dim'],
  ['num_hidden_layers', 'n_layers'],
  ['first_k_dense_replace', 'n_dense_layers'],
  ['num_attention_heads', 'n_heads'],
  ['num_experts_per_tok', 'n_activated_experts'],
  ['n_group', 'n_expert_groups'],
  ['topk_group', 'n_limited_groups'],
]);

/** Whether the configuration is in the words of DeepSeek's inference code. */
export function isDeepSeekOwn(config: ConfigObject): boolean {
  return !config.has('model_type') && config.has('dim') && config.has('n_heads') && config.has('kv_lora_rank');
}

/** The spellings under which a Hugging Face key may stand. */
export function spellings(key: string): readonly string[] {
  const own = deepSeekKeys.get(key);
  return own === undefined ? [key] : [key, own];
}
