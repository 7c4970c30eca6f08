import type { OperatorContext } from '../../context';
import { contradict } from '../../contradiction';
import { type RuleTable, sharedRule } from '../../rules/operator-rules';

/**
 * An optimizer's inputs are rate, step count, then all tensors, all gradients, and all of each kind of accumulated state;
 * its outputs the new tensors and states.
 */
function optimizer(states: number): (context: OperatorContext) => void {
  return (context) => {
    const groups = 2 + states;
    const count = (context.inputCount - 2) / groups;
    if (!Number.isInteger(count) || count < 1) {
      contradict(
        `${context.inputCount - 2} tensors cannot be divided into ${groups} groups`,
        `${context.inputCount - 2} 个张量不能分为 ${groups} 组`,
      );
    }
    for (let i = 0; i < count; i++) {
      context.setType(i, context.tensor(2 + i));
      for (let state = 0; state < states; state++) {
        context.setType((state + 1) * count + i, context.tensor(2 + (state + 2) * count + i));
      }
    }
  };
}

/** dY/dX for each X: of X's type. The inputs are the xs, then other values that Y depends on. */
function gradient(context: OperatorContext): void {
  const count = context.listLength('xs') ?? 0;
  for (let i = 0; i < Math.min(count, context.outputCount); i++) context.setType(i, context.tensor(i));
}

/** Operators of `ai.onnx.preview.training`: gradients and the optimizers that use them. Source: docs/Operators.md of onnx/onnx. */
export const trainingOperators: RuleTable = [
  ...sharedRule(['Adagrad', 'Momentum'], optimizer(1)),
  ...sharedRule(['Adam'], optimizer(2)),
  ...sharedRule(['Gradient'], gradient),
];
