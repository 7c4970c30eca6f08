import type { CheckpointFacts, TextSpan } from '../../../core/model';

/** The value of the first of these keys that the configuration has; else where it says which model it is. */
export function placeOf({ config, keyOf }: CheckpointFacts, ...names: readonly string[]): TextSpan {
  for (const name of [...names, 'model_type', 'architectures', 'hidden_size']) {
    const key = keyOf(name);
    if (config.has(key)) return config.valueSpan(key);
  }
  return { start: config.span.start, end: config.span.start + 1 };
}

/** Where the configuration says how the weights are stored. */
export function weightsPlace(facts: CheckpointFacts): TextSpan {
  const { quantization } = facts;
  if (quantization?.has('quant_method')) return quantization.valueSpan('quant_method');
  return placeOf(facts, 'torch_dtype', 'dtype');
}
