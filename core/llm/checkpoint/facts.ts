import type { CheckpointFacts, CheckpointFiles, ModelDescription, Problem } from '../../model';
import type { ConfigObject } from '../config/config-object';
import { isDeepSeekOwn, spellings } from '../config/spellings';
import { checkpointBytes } from '../weights/weight-bytes';

/** What lies beside a configuration, as far as somebody looked. */
export interface BesideConfiguration {
  readonly files?: CheckpointFiles | undefined;
  readonly hasQuantizationDescription?: boolean | undefined;
  /** The text of msModelSlim's description. */
  readonly quantizationDescription?: string | undefined;
  readonly problems?: readonly Problem[] | undefined;
}

/** A configuration as rules see it. */
export function checkpointFacts(
  path: string,
  config: ConfigObject,
  model: ModelDescription | undefined,
  { files, hasQuantizationDescription }: BesideConfiguration = {},
): CheckpointFacts {
  const modelType = model?.architecture ?? config.text('model_type');
  return {
    path,
    config,
    modelType,
    model,
    isLanguageModel: model !== undefined || writesText(config),
    keyOf: (name) => config.spelling(...spellings(name)) ?? name,
    quantization: config.object('quantization_config') ?? config.object('compression_config'),
    cache: cacheOf(config),
    computedBytes: model && checkpointBytes(model),
    files,
    hasQuantizationDescription,
  };
}

/** Hugging Face names a model's class after its task. */
function writesText(config: ConfigObject): boolean {
  const classes = config.texts('architectures') ?? [];
  return (
    isDeepSeekOwn(config) || classes.some((name) => /For(CausalLM|ConditionalGeneration)$|LMHeadModel$/.test(name))
  );
}

/**
 * compressed-tensors has a scheme of the cache beside those of the weights, ModelOpt the name of an algorithm; both make
 * vLLM store the cache so.
 */
function cacheOf(config: ConfigObject): CheckpointFacts['cache'] {
  const settings = config.object('quantization_config') ?? config.object('compression_config');
  const scheme = settings?.object('kv_cache_scheme');
  if (settings !== undefined && scheme?.count('num_bits') === 8) {
    const type = scheme.text('type') === 'int' ? 'int8' : 'fp8';
    return { type, span: settings.keySpan('kv_cache_scheme') };
  }
  for (const [object, key] of [
    [settings, 'kv_cache_quant_algo'],
    [config, 'kv_cache_dtype'],
  ] as const) {
    const named = object?.text(key)?.toLowerCase();
    if (object === undefined || named === undefined) continue;
    if (named.startsWith('fp8')) return { type: 'fp8', span: object.valueSpan(key) };
    if (named.startsWith('int8')) return { type: 'int8', span: object.valueSpan(key) };
  }
  return undefined;
}
