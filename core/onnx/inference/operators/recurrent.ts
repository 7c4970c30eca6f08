import type { Dimension } from '../../../model';
import type { OperatorContext } from '../context';
import { DimensionVariable, unifyShape } from '../rules/dimensions';
import { type RuleTable, sharedRule } from '../rules/operator-rules';

/** RNN, GRU and LSTM: Y, then the last state (and, of an LSTM, cell) of each direction. */
function recurrent(context: OperatorContext): void {
  const [length, batch, size] = [new DimensionVariable(), new DimensionVariable(), new DimensionVariable()];
  const batchFirst = context.opset >= 14 && (context.int('layout') ?? 0) !== 0;
  unifyShape(context, 0, batchFirst ? [batch, length, size] : [length, batch, size]);
  const directions = directionsOf(context);
  const hiddenSize = context.int('hidden_size') ?? -1;
  const hidden = hiddenSize > 0 ? hiddenSize : null;
  const elementType = context.elementType(0);
  const all: Dimension[] = batchFirst
    ? [batch.value, length.value, directions, hidden]
    : [length.value, directions, batch.value, hidden];
  const last: Dimension[] = batchFirst ? [batch.value, directions, hidden] : [directions, batch.value, hidden];
  // Before version 7 Y had to be asked for by an attribute, but has its place all the same.
  context.setTensor(0, elementType, all);
  for (let i = 1; i < context.outputCount; i++) context.setTensor(i, elementType, last);
}

function directionsOf(context: OperatorContext): Dimension {
  const direction = context.string('direction') ?? 'forward';
  return direction === 'bidirectional' ? 2 : direction === 'forward' || direction === 'reverse' ? 1 : null;
}

export const recurrence: RuleTable = sharedRule(['GRU', 'LSTM', 'RNN'], recurrent);
