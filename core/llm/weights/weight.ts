/** The part of a model that a weight belongs to; parallel plans shard and replicate by it. */
export type Part =
  | 'embedding'
  | 'head'
  | 'attention'
  | 'indexer'
  | 'router'
  | 'experts'
  | 'shared-experts'
  | 'mlp'
  | 'norm'
  | 'prediction';

/** Weights of one shape. */
export interface Weight {
  readonly part: Part;
  /** As checkpoints name it, without the layer: `q_a_proj`. */
  readonly name: string;
  /** Output channels; the length of a vector. */
  readonly rows: number;
  /** Input channels; 1 for vectors. */
  readonly columns: number;
  /** How many of them there are in the group that is described. */
  readonly count: number;
  /** Whether it is a linear layer that quantised checkpoints quantise. */
  readonly quantized: boolean;
  /** Stored in F32 whatever the checkpoint's type. */
  readonly f32: boolean;
}

export function linear(part: Part, name: string, rows: number, columns: number, count = 1): Weight {
  return { part, name, rows, columns, count, quantized: true, f32: false };
}

/** A matrix or vector that quantisation leaves alone: embeddings, routers, norms, biases. */
export function plain(part: Part, name: string, rows: number, columns = 1, f32 = false): Weight {
  return { part, name, rows, columns, count: 1, quantized: false, f32 };
}

export function parametersOf({ rows, columns, count }: Weight): number {
  return rows * columns * count;
}
