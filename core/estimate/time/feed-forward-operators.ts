import type { FeedForward, MixtureOfExperts, Weight } from '../../llm';
import { exchange } from '../communication/collectives';
import { expertShards } from '../plan';
import { formOf } from './device';
import { groupedMatmul, vectorKernel } from './kernels';
import { feedForwardWeightsOf } from './layer-weights';
import { linearOperator, mergedOperator } from './linear-operators';
import type { TimedOperator } from './operator';
import { activationElement, type Pass } from './pass';

/** The feed-forward network of `count` layers on one device. */
export function feedForwardOperators(pass: Pass, count: number, feedForward: FeedForward): TimedOperator[] {
  const weights = feedForwardWeightsOf(pass.model, feedForward);
  if (feedForward.kind === 'dense') return gated(pass, count, 'mlp', weights, pass.plan.tensor, feedForward.width);
  return mixture(pass, count, feedForward, weights);
}

function gated(
  pass: Pass,
  count: number,
  name: string,
  weights: readonly Weight[],
  shards: number,
  width: number,
): TimedOperator[] {
  const inputs = weights.filter(({ name }) => name === 'gate_proj' || name === 'up_proj');
  const output = weights.find(({ name }) => name === 'down_proj')!;
  const bytes = (3 * pass.tokens * width * activationElement) / shards;
  return [
    mergedOperator(pass, count, `${name} gate, up`, inputs, shards),
    vectorKernel({ name: `${name} activation`, count, flops: 0, bytes }, pass.device),
    linearOperator(pass, count, output, shards, `${name} down`),
  ];
}

function mixture(pass: Pass, count: number, experts: MixtureOfExperts, weights: readonly Weight[]): TimedOperator[] {
  const { plan, tokens, device, model, prefill } = pass;
  const router = weights.filter(({ name }) => name === 'gate').map((gate) => linearOperator(pass, count, gate, 1));
  const shared = weights.filter(({ part }) => part === 'shared-experts');
  const operators = router;
  if (experts.sharedWidth > 0) {
    operators.push(...gated(pass, count, 'shared experts', shared, plan.tensor, experts.sharedWidth));
  }
  const shards = expertShards(plan);
  const replicas = shards / plan.tensor;
  if (replicas > 1) {
    const sent = { count, tokens: tokens / plan.tensor, ranks: shards, prefill };
    const copies = copiesOf(experts, prefill, Math.ceil(shards / 8));
    const scaled = model.hiddenSize * (device.narrow ? 1 + 4 / 128 : 2);
    operators.push(exchange(device, { ...sent, name: 'dispatch', copies, bytesPerCopy: scaled }));
    operators.push(
      exchange(device, { ...sent, name: 'combine', copies, bytesPerCopy: model.hiddenSize * activationElement }),
    );
  }
  operators.push(routedExperts(pass, count, experts, weights, tokens * replicas));
  return operators;
}

/** In prefill a token crosses to a server once, whatever number of its experts is there (node-limited routing). */
function copiesOf(experts: MixtureOfExperts, prefill: boolean, servers: number): number {
  if (!prefill || experts.groups <= 1) return experts.expertsPerToken;
  return Math.min(servers, experts.groupsPerToken, experts.expertsPerToken);
}

/**
 * Routed experts: weights of the distinct experts that `entering` tokens touch, E (1 - (1 - k/E)^T), are read once; a
 * device has 1 / shards of them.
 */
function routedExperts(
  pass: Pass,
  count: number,
  { experts, expertsPerToken, expertWidth }: MixtureOfExperts,
  weights: readonly Weight[],
  entering: number,
): TimedOperator {
  const { model, plan, imbalance, device } = pass;
  // Over `spread` groups of devices stand different experts; within a group each device has a slice of every expert.
  const spread = plan.expert;
  const slices = expertShards(plan) / spread;
  const touched = (experts / spread) * (1 - (1 - expertsPerToken / experts) ** entering);
  const held = weights.filter(({ part }) => part === 'experts');
  const each = held.reduce((sum, weight) => sum + pass.bytesOf(weight), 0) / experts;
  const busy = spread > 1 ? imbalance : 1;
  const visits = (busy * entering * expertsPerToken) / spread;
  const flops = (visits * 6 * model.hiddenSize * expertWidth) / slices;
  const bytes = (each * touched) / slices + visits * (model.hiddenSize * 3 + (expertWidth * 6) / slices);
  const form = formOf(device, 'experts', held[0]?.quantized ?? false);
  const { hiddenSize } = model;
  return groupedMatmul({ name: 'routed experts', count, flops, bytes, touched, visits, hiddenSize }, device, form);
}
