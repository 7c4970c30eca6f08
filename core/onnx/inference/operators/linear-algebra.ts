import { type Dimension, isKnown, type Shape } from '../../../model';
import type { OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { broadcastTwo } from '../rules/broadcast';
import { DimensionVariable, unify, unifyShape } from '../rules/dimensions';
import { type RuleTable, sharedRule } from '../rules/operator-rules';
import { commonElementType } from '../rules/templates';
import { checkSameType } from './convolution';

const int32 = 6;

/** The shape of a matrix product as numpy.matmul defines it: vectors become rows or columns, the rest is broadcast. */
export function matrixProductShape(a: Shape, b: Shape): Shape {
  if (a === undefined || b === undefined) return undefined;
  if (a.length === 0 || b.length === 0) contradict('a scalar has no matrix product', '标量不能参与矩阵乘法');
  unifyInner(a.at(-1)!, b.length === 1 ? b[0]! : b.at(-2)!);
  return [
    ...broadcastTwo(a.slice(0, -2), b.slice(0, -2)),
    ...(a.length > 1 ? [a.at(-2)!] : []),
    ...(b.length > 1 ? [b.at(-1)!] : []),
  ];
}

function unifyInner(a: Dimension, b: Dimension): void {
  if (isKnown(a) && isKnown(b) && a !== b) {
    contradict(`matrices of ${a} columns and ${b} rows have no product`, `列数 ${a} 与行数 ${b} 不一致，无法相乘`);
  }
}

function matrixProduct(context: OperatorContext): void {
  context.setTensor(0, commonElementType(context), matrixProductShape(context.shape(0), context.shape(1)));
}

function integerMatrixProduct(context: OperatorContext): void {
  context.setTensor(0, int32, matrixProductShape(context.shape(0), context.shape(1)));
}

/** A, its scale and zero point, B, its scale and zero point, the output's scale and zero point. */
function quantizedMatrixProduct(context: OperatorContext): void {
  checkSameType(context, 0, 2);
  checkSameType(context, 3, 5);
  context.setTensor(0, context.elementType(7), matrixProductShape(context.shape(0), context.shape(3)));
}

function generalMatrixProduct(context: OperatorContext): void {
  const [rows, inner, columns] = [new DimensionVariable(), new DimensionVariable(), new DimensionVariable()];
  unifyShape(context, 0, isSet(context, 'transA') ? [inner, rows] : [rows, inner]);
  unifyShape(context, 1, isSet(context, 'transB') ? [columns, inner] : [inner, columns]);
  context.setTensor(0, commonElementType(context), [rows.value, columns.value]);
}

export function isSet(context: OperatorContext, name: string): boolean {
  return (context.int(name) ?? 0) !== 0;
}

/** Of each matrix of a batch. */
function determinant(context: OperatorContext): void {
  const input = context.shapeOfRankAtLeast(0, 2);
  if (input !== undefined) unify(input.at(-1)!, input.at(-2)!);
  context.setTensor(0, context.elementType(0), input?.slice(0, -2));
}

export const linearAlgebra: RuleTable = [
  ...sharedRule(['MatMul'], matrixProduct),
  ...sharedRule(['MatMulInteger'], integerMatrixProduct),
  ...sharedRule(['QLinearMatMul'], quantizedMatrixProduct),
  ...sharedRule(['Gemm'], generalMatrixProduct),
  ...sharedRule(['Det'], determinant),
];
