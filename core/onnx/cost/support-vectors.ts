import type { Integer } from '../../model';
import { product, sum } from './arithmetic';
import type { CostedOperator } from './costed-operator';
import type { MacFormula } from './formula';

/**
 * Support vector machines of ai.onnx.ml: for each row of X its kernel with every support vector, which is a sum over the
 * features (of products, or of squares for RBF), and the weighted sums of the kernels, one product for each coefficient
 * (every pair of classes takes the support vectors of both: (classes - 1) x vectors in all; LIBSVM, Chang and Lin 2011,
 * section 7). Without support vectors the coefficients stand for the features themselves.
 */
function supportVectorMachine(operator: CostedOperator): Integer | undefined {
  const rows = operator.rank(0) === 1 ? 1 : operator.dimension(0, 0);
  return product([rows, sum([count(operator, 'support_vectors'), count(operator, 'coefficients')])]);
}

/** Elements of a list; none where it is left out. */
function count(operator: CostedOperator, name: string): Integer | undefined {
  if (!operator.hasAttribute(name)) return 0;
  const value = operator.attribute(name);
  return value?.kind === 'floats' ? value.count : undefined;
}

export const supportVectorMachines: readonly (readonly [operator: string, formula: MacFormula])[] = [
  ['ai.onnx.ml.SVMClassifier', supportVectorMachine],
  ['ai.onnx.ml.SVMRegressor', supportVectorMachine],
];
