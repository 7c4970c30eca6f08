import type { Dimension } from '../../../model';
import { normalizeAxis, type OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { DimensionVariable, unifyShape } from '../rules/dimensions';
import { type RuleTable, sharedRule } from '../rules/operator-rules';
import { elementTypeAttribute, likeFirstInput } from '../rules/templates';

const float = 1;

function batchNormalization(context: OperatorContext): void {
  const input = context.shape(0);
  context.setType(0, context.tensor(0));
  const channels = new DimensionVariable(input && (input.length > 1 ? input[1]! : 1));
  for (let i = 1; i <= 4; i++) unifyShape(context, i, [channels]);
  if (context.opset < 14) {
    // Running and saved statistics, one for each channel.
    for (let i = 1; i < context.outputCount; i++) context.setTensor(i, context.elementType(1), [channels.value]);
    return;
  }
  const expected = (context.int('training_mode') ?? 0) !== 0 ? 3 : 1;
  if (context.outputCount !== expected) {
    contradict(
      `has ${context.outputCount} outputs, not ${expected}`,
      `有 ${context.outputCount} 个输出，应为 ${expected} 个`,
    );
  }
  for (let i = 1; i < context.outputCount; i++) context.setTensor(i, context.elementType(i + 2), [channels.value]);
}

/** The statistics are 1 along the axes that are normalized: from `axis` on. */
export function statisticsShape(input: readonly Dimension[], axis: number): Dimension[] {
  return input.map((dimension, i) => (i < axis ? dimension : 1));
}

function layerNormalization(context: OperatorContext): void {
  const input = context.shape(0);
  // Before ONNX had it, it was ONNX Runtime's: of the scale's type.
  context.setTensor(0, context.elementType(context.opset < 17 ? 1 : 0), input);
  const stash = elementTypeAttribute(context, 'stash_type', float);
  const shape = input && statisticsShape(input, normalizeAxis(context.number('axis') ?? -1, input.length));
  for (let i = 1; i < context.outputCount; i++) context.setTensor(i, stash, shape);
}

function rmsNormalization(context: OperatorContext): void {
  const input = context.shape(0);
  if (input !== undefined) normalizeAxis(context.number('axis') ?? -1, input.length);
  context.setType(0, context.tensor(0));
}

export const normalization: RuleTable = [
  ...sharedRule(['BatchNormalization'], batchNormalization),
  ...sharedRule(['LayerNormalization'], layerNormalization),
  ...sharedRule(['RMSNormalization'], rmsNormalization),
  ...sharedRule(['GroupNormalization', 'InstanceNormalization'], likeFirstInput),
];
