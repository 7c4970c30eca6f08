import type { Integer } from '../../model';
import { product, sum } from './arithmetic';
import { type CostedOperator, size } from './costed-operator';
import type { MacFormula } from './formula';

/**
 * Each step multiplies its input with W and its state with R, for every gate and direction: W and R have a number for
 * each of those MACs. Shorter sequences of a batch (sequence_lens) count as if they were as long as the longest.
 * X is [sequence, batch, input] or, with layout 1, [batch, sequence, input].
 */
function recurrence(operator: CostedOperator): Integer | undefined {
  const steps = product([operator.dimension(0, 0), operator.dimension(0, 1)]);
  return product([steps, sum([size(operator.input(1)), size(operator.input(2))])]);
}

export const recurrent: readonly (readonly [operator: string, formula: MacFormula])[] = [
  ['RNN', recurrence],
  ['GRU', recurrence],
  ['LSTM', recurrence],
  ['com.microsoft.DynamicQuantizeLSTM', recurrence],
];
