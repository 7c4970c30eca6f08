import { type Estimate, estimate, type PlanningRequest } from '../estimate';
import { cacheBytesPerToken, checkpointBytes, countParameters, readModelDescription } from '../llm';
import type { CheckpointFacts, ModelDescription } from '../model';

/** What a greater value of a key would cost: differences to the model as it is. */
export interface KeyCost {
  readonly parameters: number;
  /** Undefined where the number format is not known. */
  readonly weightBytes: number | undefined;
  readonly cacheBytesPerToken: number;
  /** Milliseconds per token with the same plan; one for each estimate that was given. */
  readonly tpotMs: readonly (number | undefined)[];
}

/**
 * The cost of a key, by differentiating: the configuration with the key's value changed by `step` is read and estimated
 * like any other. Undefined where the key has no count, or no model is left.
 */
export function costOfKey(
  text: string,
  { config, model }: CheckpointFacts,
  key: string,
  step: number,
  estimates: readonly (readonly [PlanningRequest, Estimate])[],
): KeyCost | undefined {
  const value = config.count(key);
  if (model === undefined || value === undefined) return undefined;
  const { start, end } = config.valueSpan(key);
  const weights = model.quantization?.method === 'ascend' ? model.quantization : undefined;
  const changed = readModelDescription(
    text.slice(0, start) + String(value + step) + text.slice(end),
    weights,
  ).description;
  if (changed === undefined) return undefined;
  const bytes = (one: ModelDescription) => checkpointBytes(one);
  const [before, after] = [bytes(model), bytes(changed)];
  return {
    parameters: all(changed) - all(model),
    weightBytes: before === undefined || after === undefined ? undefined : after - before,
    cacheBytesPerToken: cacheBytesPerToken(changed, 'bf16') - cacheBytesPerToken(model, 'bf16'),
    tpotMs: estimates.map(([request, { plan, decode }]) => {
      const made = estimate({ ...request, model: changed, plan }).estimate;
      return made && made.decode.tpotMs - decode.tpotMs;
    }),
  };
}

function all(model: ModelDescription): number {
  const { total, prediction } = countParameters(model);
  return total + prediction;
}
