import {
  type Attention,
  attentionWeights,
  type FeedForward,
  feedForwardWeights,
  type ModelDescription,
  type Weight,
} from '../../llm';

const ofAttention = new WeakMap<Attention, ReadonlyMap<string, Weight>>();
const ofFeedForward = new WeakMap<FeedForward, readonly Weight[]>();

/** Weights of a layer's attention by name, made once for a model: a sweep asks for them a hundred thousand times. */
export function attentionWeightsOf({ attention, hiddenSize }: ModelDescription): ReadonlyMap<string, Weight> {
  let known = ofAttention.get(attention);
  if (known === undefined) {
    known = new Map(attentionWeights(attention, hiddenSize).map((weight) => [weight.name, weight]));
    ofAttention.set(attention, known);
  }
  return known;
}

/** Weights of a layer's network, made once for a model. */
export function feedForwardWeightsOf({ hiddenSize }: ModelDescription, feedForward: FeedForward): readonly Weight[] {
  let known = ofFeedForward.get(feedForward);
  if (known === undefined) {
    known = feedForwardWeights(feedForward, hiddenSize);
    ofFeedForward.set(feedForward, known);
  }
  return known;
}
