import type { ModelDescription, StorageType, WeightFormat } from '../../model';
import { modelWeights } from './model-weights';
import { parametersOf, type Weight } from './weight';

const storageBytes: Readonly<Record<StorageType, number>> = { f32: 4, f16: 2, bf16: 2 };

/** How the weights lie in memory or in a file. */
export interface Storage {
  readonly plain: StorageType;
  /** Of the linear layers; undefined where they are stored like everything else. */
  readonly quantized: WeightFormat | undefined;
}

/** Bytes of one weight, scales and zero points included. */
export function weightBytes(weight: Weight, { plain, quantized }: Storage): number {
  if (!weight.quantized || quantized === undefined) {
    return parametersOf(weight) * (weight.f32 ? storageBytes.f32 : storageBytes[plain]);
  }
  return weight.count * quantizedBytes(weight, quantized);
}

function quantizedBytes({ rows, columns }: Weight, format: WeightFormat): number {
  const packed = (rows * columns * format.bits) / 8;
  switch (format.kind) {
    case 'tensor':
      return packed + format.scaleBytes;
    case 'channel':
      return packed + rows * format.scaleBytes;
    case 'block':
      return packed + Math.ceil(rows / format.rows) * Math.ceil(columns / format.columns) * format.scaleBytes;
    case 'group': {
      const groups = Math.ceil(columns / format.size) * rows;
      return packed + groups * format.scaleBytes + (groups * format.zeroBits) / 8 + columns * format.orderBytes;
    }
  }
}

/** Bytes of the checkpoint's tensors; prediction modules bring their own copies of embedding and head. */
export function checkpointBytes(model: ModelDescription): number | undefined {
  const { quantization } = model;
  if (quantization !== undefined && (quantization.format === undefined || quantization.isPartial)) return undefined;
  const storage = { plain: model.storage, quantized: model.quantization?.format };
  let bytes = 0;
  for (const { layers, weights } of modelWeights(model)) {
    bytes += layers * weights.reduce((sum, weight) => sum + weightBytes(weight, storage), 0);
  }
  const copies = 2 * model.vocabularySize * model.hiddenSize * storageBytes[model.storage];
  return bytes + model.predictionModules * copies;
}
