import { layerCount, type Weight } from '../../llm';
import { allReduce, stageTransfer } from '../communication/collectives';
import { expertShards } from '../plan';
import { attentionOperators } from './attention-operators';
import { feedForwardOperators } from './feed-forward-operators';
import { matmul, vectorKernel } from './kernels';
import type { TimedOperator } from './operator';
import { activationElement, type Pass } from './pass';

/** All operators of a pass through all layers on one device of each pipeline stage. */
export function passOperators(pass: Pass): TimedOperator[] {
  const { model, plan, device, tokens } = pass;
  const layers = layerCount(model);
  const activation = tokens * model.hiddenSize * activationElement;
  const norms = { name: 'norms, rotary embedding', count: 3 * layers, flops: 0, bytes: 3 * activation };
  const operators = [...attentionOperators(pass, layers), vectorKernel(norms, device)];
  for (const { count, feedForward } of model.layers) {
    operators.push(...feedForwardOperators(pass, count, feedForward));
  }
  if (plan.tensor > 1) operators.push(allReduce(device, 2 * layers, activation, plan.tensor, 'all-reduce'));
  if (plan.pipeline > 1) operators.push(stageTransfer(device, plan.pipeline, activation / plan.tensor));
  operators.push(head(pass));
  return operators;
}

/** The head computes the sampled positions only: one of each sequence in prefill, all in decode. */
function head(pass: Pass): TimedOperator {
  const { model, plan, prefill, device } = pass;
  const rows = prefill ? pass.sequences : pass.tokens;
  const size = (model.vocabularySize * model.hiddenSize) / plan.tensor;
  const weight: Weight = {
    part: 'head',
    name: 'lm_head',
    rows: model.vocabularySize,
    columns: model.hiddenSize,
    count: 1,
    // Sophgo's exports pack the head like every other linear layer.
    quantized: device.constants.gemm.packed !== undefined,
    f32: false,
  };
  const bytes = pass.bytesOf(weight) / plan.tensor + (4 * rows * model.vocabularySize) / plan.tensor;
  return matmul({ name: 'lm_head', count: 1, flops: 2 * rows * size, bytes }, device, weight.quantized);
}

/**
 * Milliseconds of a pass: the sum of its operators, no less than the host needs, and what the engine spends per step.
 * In prefill with experts on other devices two micro-batches hide the exchange behind computing.
 */
export function passMs(pass: Pass, operators: readonly TimedOperator[], eager: boolean): number {
  const { constants } = pass.device;
  let computing = 0;
  let exchanging = 0;
  for (const { kind, count, timeUs } of operators) {
    if (kind === 'exchange') exchanging += count * timeUs;
    else computing += count * timeUs;
  }
  const overlapped = expertShards(pass.plan) > pass.plan.tensor && pass.prefill;
  const left = constants.exchange.prefillShare ?? 1;
  const device = overlapped ? Math.max(computing / left, exchanging) : computing + exchanging;
  const perLayer = eager ? (constants.eagerUsPerLayer ?? constants.hostUsPerLayer) : constants.hostUsPerLayer;
  const host = perLayer * layerCount(pass.model);
  return (Math.max(device, host) + constants.stepUs + constants.sequenceUs * pass.sequences) / 1000;
}
