import { layerCount, type Weight } from '../../llm';
import { allReduce, stageTransfer } from '../communication/collectives';
import { expertShards } from '../plan';
import { attentionOperators } from './attention-operators';
import { formOf } from './device';
import { feedForwardOperators } from './feed-forward-operators';
import { matmul, vectorKernel } from './kernels';
import type { TimedOperator } from './operator';
import { activationElement, type Pass } from './pass';

/** All operators of a pass through all layers on one device of each pipeline stage. */
export function passOperators(pass: Pass): TimedOperator[] {
  const { model, plan, device, tokens } = pass;
  const layers = layerCount(model);
  const activation = tokens * model.hiddenSize * activationElement;
  const norms = {
    name: 'norms, rotary embedding',
    count: device.constants.vectorKernels * layers,
    flops: 0,
    bytes: 3 * activation,
  };
  const operators = [...attentionOperators(pass, layers), vectorKernel(norms, device)];
  for (const { count, feedForward } of model.layers) {
    operators.push(...feedForwardOperators(pass, count, feedForward));
  }
  if (plan.tensor > 1) operators.push(allReduce(device, 2 * layers, activation, plan.tensor, 'all-reduce'));
  if (plan.pipeline > 1) operators.push(stageTransfer(device, plan.pipeline, activation / plan.tensor));
  operators.push(headOperator(pass));
  return operators;
}

/** The head computes the sampled positions only: one of each sequence in prefill, all in decode. */
export function headOperator(pass: Pass): TimedOperator {
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
  return matmul(
    { name: 'lm_head', count: 1, flops: 2 * rows * size, bytes },
    device,
    formOf(device, 'head', weight.quantized),
    rows,
  );
}

/**
 * Milliseconds of a pass: its operators, no less than the host needs, and what the engine spends per step. Where experts
 * stand on other devices, two micro-batches can hide the exchange behind computing; engines do it where it is faster.
 */
export function passMs(pass: Pass, operators: readonly TimedOperator[], eager: boolean): number {
  const { constants } = pass.device;
  const launched = eager || (pass.prefill && constants.graphsDecodeOnly === 1);
  const perLayer = launched ? (constants.eagerUsPerLayer ?? constants.hostUsPerLayer) : constants.hostUsPerLayer;
  const host = perLayer * layerCount(pass.model);
  const device = Math.min(inTurnUs(operators), overlappedUs(pass));
  return (Math.max(device, host) + constants.stepUs + constants.sequenceUs * pass.sequences) / 1000;
}

function inTurnUs(operators: readonly TimedOperator[]): number {
  let total = 0;
  for (const { count, timeUs } of operators) total += count * timeUs;
  return total;
}

/**
 * Two micro-batches of half the tokens: while one computes the other exchanges, 2 max(computing, exchanging), and a part of
 * the shorter. Weights are read twice. Normal exchange kernels of prefill take a part of the chip. Infinite where nothing
 * is exchanged.
 */
function overlappedUs(pass: Pass): number {
  if (expertShards(pass.plan) <= pass.plan.tensor || pass.tokens < 2) return Number.POSITIVE_INFINITY;
  const half: Pass = { ...pass, tokens: pass.tokens / 2, sequences: pass.sequences / 2 };
  let computing = 0;
  let exchanging = 0;
  for (const { kind, count, timeUs } of passOperators(half)) {
    if (kind === 'exchange') exchanging += count * timeUs;
    else computing += count * timeUs;
  }
  const { prefillShare, exposed } = pass.device.constants.exchange;
  computing /= pass.prefill ? (prefillShare ?? 1) : 1;
  return 2 * (Math.max(computing, exchanging) + exposed * Math.min(computing, exchanging));
}
