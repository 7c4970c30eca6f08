import type { OperatorContext } from '../../context';
import { type RuleTable, sharedRule } from '../../rules';
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
  const { type } = labels(context, 'classlabels_ints');
  context.setTensor(0, type, [rows(context)]);
  context.setTensor(1, float, [rows(context), null]);
}

function vectorRegressor(context: OperatorContext): void {
  context.setTensor(0, float);
}

export const linearModels: RuleTable = [
  ...sharedRule(['LinearClassifier'], linearClassifier),
  ...sharedRule(['LinearRegressor'], linearRegressor),
  ...sharedRule(['SVMClassifier'], vectorClassifier),
  ...sharedRule(['SVMRegressor'], vectorRegressor),
];
