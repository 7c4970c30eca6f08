import { parseConfig } from '../config/config-object';
import { isDeepSeekOwn } from '../config/spellings';

/** A longer text is no model's configuration; the longest known has some 30 KB. */
export const longestConfiguration = 4 << 20;

/**
 * Whether a JSON text is a model's configuration: it names a model type or classes, or is in DeepSeek's own words. Many
 * other programs have a config.json. Cheap for those that are none: a text without the words is not parsed.
 */
export function isModelConfiguration(text: string): boolean {
  if (text.length > longestConfiguration || !/"(model_type|architectures|kv_lora_rank)"/.test(text)) return false;
  const { config } = parseConfig(text);
  if (config === undefined) return false;
  return (
    config.text('model_type') !== undefined || (config.texts('architectures')?.length ?? 0) > 0 || isDeepSeekOwn(config)
  );
}
