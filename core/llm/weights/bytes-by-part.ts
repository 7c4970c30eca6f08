import type { ModelDescription } from '../../model';
import { modelWeights } from './model-weights';
import type { Part } from './weight';
import { type Storage, weightBytes } from './weight-bytes';

export interface PartBytes {
  /** Of the model itself. */
  readonly byPart: ReadonlyMap<Part, number>;
  /** Of the modules of multi-token prediction, without their copies of embedding and head. */
  readonly prediction: number;
}

/** Bytes of a checkpoint's weights by the part that they belong to; undefined where their number format is not known. */
export function bytesByPart(model: ModelDescription): PartBytes | undefined {
  const { quantization, storage: plain } = model;
  if (quantization !== undefined && quantization.format === undefined) return undefined;
  const storage: Storage = { plain, quantized: quantization?.format };
  const byPart = new Map<Part, number>();
  let prediction = 0;
  for (const { name, layers, weights } of modelWeights(model)) {
    for (const weight of weights) {
      const bytes = layers * weightBytes(weight, storage);
      if (name === 'prediction') prediction += bytes;
      else byPart.set(weight.part, (byPart.get(weight.part) ?? 0) + bytes);
    }
  }
  return { byPart, prediction };
}
