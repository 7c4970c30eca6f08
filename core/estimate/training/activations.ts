import { layerCount, type ModelDescription } from '../../llm';
import type { TrainingRequest } from './request';

/** The sizes of one layer that decide its activations. */
export interface LayerShape {
  readonly tokens: number;
  readonly sequenceLength: number;
  readonly hiddenSize: number;
  readonly heads: number;
  /** Bytes per token that are divided over tensor-parallel ranks: of attention's projections, and of the network. */
  readonly projectedBytes: number;
  readonly networkBytes: number;
  /** Whether dropout keeps its masks: not in the models of today. */
  readonly dropout: boolean;
  readonly keepsScores: boolean;
  readonly tensor: number;
  readonly sequenceParallel: boolean;
}

/**
 * Bytes that one layer keeps for the backward pass, after Korthikanti et al. (arXiv:2205.05198, equations 1 to 4): of GPT's
 * s b h (34 + 5 a s / h), 10 stand whole on each tensor-parallel rank unless the sequence is divided too (inputs of norms
 * and blocks 8, masks of dropout 2), 8 are of the projections, 16 of the network, and 5 a s / h of the scores.
 */
export function layerActivationBytes(shape: LayerShape): number {
  const { tokens, tensor } = shape;
  const whole = tokens * shape.hiddenSize * (shape.dropout ? 10 : 8);
  const scores = shape.keepsScores ? 5 * shape.heads * shape.sequenceLength * tokens : 0;
  const divided = tokens * (shape.projectedBytes + shape.networkBytes) + scores;
  return whole / (shape.sequenceParallel ? tensor : 1) + divided / tensor;
}

/**
 * Bytes of activations on a rank of the first pipeline stage, where as many micro-batches are under way as there are stages
 * (1F1B). Selective recomputation drops the scores, and so does FlashAttention; full recomputation keeps each layer's input,
 * 2 s b h, and has one layer alive while it is computed again.
 */
export function trainingActivations(request: TrainingRequest): number {
  const { model, plan, sequenceLength, microBatch, recomputation } = request;
  const layers = Math.ceil(layerCount(model) / plan.pipeline) * Math.min(plan.pipeline, request.accumulation);
  const layer = layerActivationBytes(shapeOf(request));
  if (recomputation !== 'full') return layers * layer + headBytes(request);
  const input = (2 * sequenceLength * microBatch * model.hiddenSize) / (request.sequenceParallel ? plan.tensor : 1);
  return layers * input + layer + headBytes(request);
}

function shapeOf({ model, plan, ...request }: TrainingRequest): LayerShape {
  return {
    tokens: request.sequenceLength * request.microBatch,
    sequenceLength: request.sequenceLength,
    hiddenSize: model.hiddenSize,
    heads: model.attention.heads,
    projectedBytes: projectedBytes(model),
    networkBytes: networkBytes(model),
    dropout: false,
    keepsScores: !request.flashAttention && request.recomputation === 'none',
    tensor: plan.tensor,
    sequenceParallel: request.sequenceParallel,
  };
}

/** Queries, keys, values and the input of the output projection: 8 h for multi-head attention. */
function projectedBytes({ attention }: ModelDescription): number {
  if (attention.kind === 'grouped-query') {
    const { heads, keyValueHeads, headDimension } = attention;
    return 2 * headDimension * (2 * heads + 2 * keyValueHeads);
  }
  const { heads, plainDimension, rotaryDimension, valueDimension, keyValueRank, queryRank = 0 } = attention;
  return 2 * (heads * (2 * (plainDimension + rotaryDimension) + 2 * valueDimension) + keyValueRank + queryRank);
}

/** The widest layer's network: gate, up and their product in 16 bits; 16 h for a plain one of width 4 h. */
function networkBytes({ layers, hiddenSize }: ModelDescription): number {
  return Math.max(
    ...layers.map(({ feedForward: one }) =>
      one.kind === 'dense'
        ? 6 * one.width
        : one.expertsPerToken * (6 * one.expertWidth + 4 * hiddenSize) + 6 * one.sharedWidth,
    ),
  );
}

/** Logits in F32 on the last stage; with several stages the first has none. */
function headBytes({ model, plan, sequenceLength, microBatch }: TrainingRequest): number {
  return plan.pipeline > 1 ? 0 : (4 * sequenceLength * microBatch * model.vocabularySize) / plan.tensor;
}
