import type { ModelDescription } from '../../model';
import { modelWeights, type WeightGroup } from './model-weights';
import { type Part, parametersOf } from './weight';

export interface Parameters {
  /** Without the modules of multi-token prediction. */
  readonly total: number;
  /** Used for one token: the experts that it visits, embedding and head included. */
  readonly active: number;
  /** The same without the embedding, of which a token reads one row. */
  readonly activeWithoutEmbedding: number;
  /** Of multi-token prediction, without its copies of embedding and head. */
  readonly prediction: number;
  readonly byPart: ReadonlyMap<Part, number>;
}

/** Parameters of a model, exact. */
export function countParameters(model: ModelDescription): Parameters {
  const byPart = new Map<Part, number>();
  const groups = modelWeights(model);
  let inactive = 0;
  for (const group of groups) {
    if (group.name === 'prediction') continue;
    for (const weight of group.weights) {
      byPart.set(weight.part, (byPart.get(weight.part) ?? 0) + group.layers * parametersOf(weight));
    }
  }
  const sparse = model.layers.find(({ feedForward }) => feedForward.kind === 'mixture')?.feedForward;
  if (sparse?.kind === 'mixture') {
    inactive = ((byPart.get('experts') ?? 0) / sparse.experts) * (sparse.experts - sparse.expertsPerToken);
  }
  const total = [...byPart.values()].reduce((sum, count) => sum + count, 0);
  const active = total - inactive;
  const embedding = model.tiedEmbeddings ? 0 : (byPart.get('embedding') ?? 0);
  return {
    total,
    active,
    activeWithoutEmbedding: active - embedding,
    prediction: predictionParameters(groups),
    byPart,
  };
}

function predictionParameters(groups: readonly WeightGroup[]): number {
  return groups
    .filter(({ name }) => name === 'prediction')
    .reduce(
      (sum, { layers, weights }) => sum + layers * weights.reduce((part, weight) => part + parametersOf(weight), 0),
      0,
    );
}
