import type { Integer } from '../../model';
import { product } from './arithmetic';
import { type CostedOperator, size } from './costed-operator';
import type { MacFormula } from './formula';

/** Each output element is a sum over the inner dimension, that of A's columns: batches broadcast into the output. */
function matrixProduct(a = 0): MacFormula {
  return (operator) => product([size(operator.output()), operator.dimension(a, -1)]);
}

/** `transA` makes A's rows the inner dimension, `transBatchA` moves its batches between them and the columns. */
function transposableProduct(operator: CostedOperator): Integer | undefined {
  const transposed = operator.int('transA', 0);
  const batchesTransposed = operator.int('transBatchA', 0);
  if (transposed === undefined || batchesTransposed === undefined) return undefined;
  const isVector = operator.rank(0) === 1;
  const axis = transposed === 0 || isVector ? -1 : batchesTransposed === 0 ? -2 : 0;
  return product([size(operator.output()), operator.dimension(0, axis)]);
}

/** C is added, not multiplied. */
function gemm(a = 0): MacFormula {
  return (operator) => {
    const transposed = operator.int('transA', 0);
    return transposed === undefined
      ? undefined
      : product([size(operator.output()), operator.dimension(a, transposed === 0 ? 1 : 0)]);
  };
}

/** B is packed; the inner dimension is an attribute. */
function packedProduct(operator: CostedOperator): Integer | undefined {
  return product([size(operator.output()), operator.int('K')]);
}

/** The grid is the base grid's homogeneous coordinates, (N x points) x (dimensions + 1), times theta. */
function affineGrid(operator: CostedOperator): Integer | undefined {
  return product([size(operator.output()), operator.dimension(0, -1)]);
}

/** Rows of X with coefficients of every target. */
function linearModel(operator: CostedOperator): Integer | undefined {
  const rows = operator.rank(0) === 1 ? 1 : operator.dimension(0, 0);
  const coefficients = operator.attribute('coefficients');
  return product([rows, coefficients?.kind === 'floats' ? coefficients.count : undefined]);
}

export const matrixProducts: readonly (readonly [operator: string, formula: MacFormula])[] = [
  ['MatMul', matrixProduct()],
  ['MatMulInteger', matrixProduct()],
  ['QLinearMatMul', matrixProduct()],
  ['Gemm', gemm()],
  ['AffineGrid', affineGrid],
  ['ai.onnx.ml.LinearClassifier', linearModel],
  ['ai.onnx.ml.LinearRegressor', linearModel],
  ['com.microsoft.FusedMatMul', transposableProduct],
  ['com.microsoft.FusedMatMulActivation', transposableProduct],
  ['com.microsoft.TransposeMatMul', transposableProduct],
  ['com.microsoft.FusedGemm', gemm()],
  ['com.microsoft.GemmFloat8', gemm()],
  ['com.microsoft.QGemm', gemm()],
  ['com.microsoft.GemmFastGelu', matrixProduct()],
  ['com.microsoft.MatMulInteger16', matrixProduct()],
  ['com.microsoft.MatMulIntegerToFloat', matrixProduct()],
  ['com.microsoft.DynamicQuantizeMatMul', matrixProduct()],
  ['com.microsoft.QOrderedMatMul', matrixProduct()],
  ['com.microsoft.MatMulFpQ4', matrixProduct()],
  ['com.microsoft.MatMulNBits', packedProduct],
  ['com.microsoft.MatMulBnb4', packedProduct],
];
