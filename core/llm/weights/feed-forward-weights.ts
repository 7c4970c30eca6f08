import type { FeedForward, MixtureOfExperts } from '../../model';
import { linear, type Part, plain, type Weight } from './weight';

/** Weights of one layer's feed-forward network. `hidden` is the model's hidden size. */
export function feedForwardWeights(feedForward: FeedForward, hidden: number): readonly Weight[] {
  if (feedForward.kind === 'mixture') return mixtureWeights(feedForward, hidden);
  const { width, bias } = feedForward;
  return [...gated('mlp', width, hidden, 1), ...(bias ? [plain('mlp', 'mlp biases', 2 * width + hidden)] : [])];
}

function mixtureWeights(mixture: MixtureOfExperts, hidden: number): readonly Weight[] {
  const { experts, expertWidth, sharedWidth, sharedGate, routerBias } = mixture;
  return [
    plain('router', 'gate', experts, hidden),
    ...(routerBias ? [plain('router', 'gate.e_score_correction_bias', experts, 1, true)] : []),
    ...gated('experts', expertWidth, hidden, experts),
    ...(sharedWidth === 0 ? [] : gated('shared-experts', sharedWidth, hidden, 1)),
    ...(sharedGate ? [plain('shared-experts', 'shared_expert_gate', 1, hidden)] : []),
  ];
}

/** SwiGLU: gate and up projections, and down. */
function gated(part: Part, width: number, hidden: number, count: number): readonly Weight[] {
  return [
    linear(part, 'gate_proj', width, hidden, count),
    linear(part, 'up_proj', width, hidden, count),
    linear(part, 'down_proj', hidden, width, count),
  ];
}
