import type { Model } from '../../model';
import type { Inference, Scope } from '../contract';
import { InferenceEngine, type InferenceOptions } from './engine';

export type { InferenceOptions } from './engine';

/**
 * The types of all values of a model, its subgraphs and functions: shapes with symbols, and the elements of small tensors
 * that shapes are computed from. What cannot be known stays unknown; what contradicts itself is a problem and stays
 * unknown where it does. Cancelled, it returns what it has.
 */
export function inferTypes(model: Model, options: InferenceOptions = {}): Inference {
  const engine = new InferenceEngine(model, options);
  const root: Scope | undefined = model.graph && engine.inferRoot(model.graph, model);
  return { root, functions: engine.calls.merged(), problems: engine.log.problems };
}
