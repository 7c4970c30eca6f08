import type { FeedForward, ModelDescription } from '../../llm';
import type { Plan } from '../plan';

/** Vectors of the hidden size that are alive at once in an attention block: input, norm, residual, output, one spare. */
const liveHiddenVectors = 5;
const bf16 = 2;
const f32 = 4;

/**
 * Peak bytes of activations on one device while `chunk` tokens are prefilled, with the logits of `sequences` sequences
 * in F32. A formula of the sizes of the widest layer, not of an allocator: facts/llm/formulas.md, section 1.
 */
export function activationBytes(model: ModelDescription, plan: Plan, chunk: number, sequences: number): number {
  const widest = Math.max(
    model.hiddenSize * liveHiddenVectors,
    ...model.layers.map(({ feedForward }) => liveFeedForward(model.hiddenSize, feedForward, plan)),
  );
  const logits = (sequences * model.vocabularySize * f32) / plan.tensor;
  return chunk * widest * bf16 + logits + decompressedBytes(model, plan, chunk);
}

function liveFeedForward(hidden: number, feedForward: FeedForward, plan: Plan): number {
  if (feedForward.kind === 'dense') return (2 * feedForward.width) / plan.tensor + hidden;
  const { expertsPerToken, expertWidth } = feedForward;
  return (expertsPerToken * (2 * expertWidth)) / plan.tensor + expertsPerToken * hidden;
}

/** Keys and values of latent attention, decompressed for the chunk. */
function decompressedBytes({ attention }: ModelDescription, plan: Plan, chunk: number): number {
  if (attention.kind !== 'latent') return 0;
  return (chunk * attention.heads * (attention.plainDimension + attention.valueDimension) * bf16) / plan.tensor;
}
