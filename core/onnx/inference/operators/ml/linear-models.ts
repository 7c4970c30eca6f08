import type { OperatorContext } from '../../context';
import { type RuleTable, sharedRule } from '../../rules/operator-rules';
import { float } from './lists';
import { labels, rows } from './rows';

function linearClassifier(context: OperatorContext): void {
  const { type, count } = labels(context, 'classlabels_ints');
  const intercepts = context.listLength('intercepts') ?? 0;
  const classes = intercepts === 1 && count === 2 ? 2 : intercepts;
  const batch = rows(context);
  context.setTensor(0, type, [batch]);
  context.setTensor(1, float, [batch, classes > 0 ? classes : null]);
}

function linearRegressor(context: OperatorContext): void {
  context.setTensor(0, float, [rows(context), context.int('targets') ?? 1]);
}

function vectorClassifier(context: OperatorContext): void {
  const { type, count } = labels(context, 'classlabels_ints');
  const batch = rows(context);
  context.setTensor(0, type, [batch]);
  context.setTensor(1, float, [batch, scoreCount(context, count)]);
}

/** One for each class; where support vectors decide between two classes at a time, one for each pair of more than two. */
function scoreCount(context: OperatorContext, classes: number): number | null {
  if (classes < 2) return null;
  const isPairwise = (context.listLength('vectors_per_class') ?? 0) > 0 && (context.listLength('prob_a') ?? 0) === 0;
  return isPairwise && classes > 2 ? (classes * (classes - 1)) / 2 : classes;
}

function vectorRegressor(context: OperatorContext): void {
  context.setTensor(0, float, [rows(context), 1]);
}

export const linearModels: RuleTable = [
  ...sharedRule(['LinearClassifier'], linearClassifier),
  ...sharedRule(['LinearRegressor'], linearRegressor),
  ...sharedRule(['SVMClassifier'], vectorClassifier),
  ...sharedRule(['SVMRegressor'], vectorRegressor),
];
