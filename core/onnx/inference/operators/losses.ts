import type { OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { DimensionVariable, unify, unifyShape, withoutDimension } from '../rules/dimensions';
import { type RuleTable, sharedRule } from '../rules/operator-rules';

/** Scores N x C x d1 x ..., labels N x d1 x ..., weights of the C classes. */
function negativeLogLikelihood(context: OperatorContext): void {
  const [input, target] = [context.shapeOfRankAtLeast(0, 2), context.shape(1)];
  const reduces = (context.string('reduction') ?? 'mean') !== 'none';
  context.setTensor(0, context.elementType(0), reduces ? [] : undefined);
  if (input === undefined || target === undefined) return;
  const expected = withoutDimension(input, 1);
  if (expected.length !== target.length) {
    contradict(
      `the target has rank ${target.length}, not ${expected.length}`,
      `目标的秩为 ${target.length}，应为 ${expected.length}`,
    );
  }
  const shape = expected.map((dimension, i) => unify(target[i]!, dimension));
  unifyShape(context, 2, [new DimensionVariable(input[1]!)]);
  if (!reduces) context.setTensor(0, context.elementType(0), shape);
}

function softmaxCrossEntropy(context: OperatorContext): void {
  const reduces = (context.string('reduction') ?? 'mean') !== 'none';
  context.setTensor(0, context.elementType(0), reduces ? [] : context.shape(1));
  if (context.outputCount > 1) context.setTensor(1, context.elementType(0), context.shape(0));
}

export const losses: RuleTable = [
  ...sharedRule(['NegativeLogLikelihoodLoss'], negativeLogLikelihood),
  ...sharedRule(['SoftmaxCrossEntropyLoss'], softmaxCrossEntropy),
];
