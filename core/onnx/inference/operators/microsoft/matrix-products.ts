import type { Dimension, Shape } from '../../../../model';
import type { OperatorContext } from '../../context';
import { asStandard } from '../../rules/as-standard';
import { type RuleTable, sharedRule } from '../../rules/operator-rules';
import { schemaElementType } from '../../rules/schema-types';
import { notations, sharedNotation } from '../../rules/shape-notation';
import { isSet, linearAlgebra, matrixProductShape } from '../linear-algebra';

const [float, int32] = [1, 6];

function product(a: number, b: number): (context: OperatorContext) => void {
  return (context) =>
    context.setTensor(0, schemaElementType(context, 0), matrixProductShape(context.shape(a), context.shape(b)));
}

function wideIntegerProduct(context: OperatorContext): void {
  context.setTensor(0, int32, matrixProductShape(context.shape(0), context.shape(1)));
}

/** MatMul of tensors that are transposed before it: their last two axes, or their first one behind those of the batch. */
function fusedMatrixProduct(context: OperatorContext): void {
  const a = transposed(context.shape(0), isSet(context, 'transA'), isSet(context, 'transBatchA'));
  const b = transposed(context.shape(1), isSet(context, 'transB'), isSet(context, 'transBatchB'));
  context.setTensor(0, schemaElementType(context, 0), matrixProductShape(a, b));
}

function transposed(shape: Shape, matrix: boolean, batch: boolean): Shape {
  if (shape === undefined || shape.length < 2) return shape;
  const [first, ...rest] = shape;
  const moved = batch ? [...rest.slice(0, -1), first!, rest.at(-1)!] : shape;
  return matrix ? [...moved.slice(0, -2), moved.at(-1)!, moved.at(-2)!] : moved;
}

/** The weights are a blob; its own shape is an input. */
function blobMatrixProduct(context: OperatorContext): void {
  const weights = context.integers(2) ?? [null, null];
  const a = context.shape(0);
  context.setTensor(
    0,
    context.elementType(0),
    a && weights.length === 2 ? [...a.slice(0, -1), weights[1]!] : undefined,
  );
}

/** Weights of 4 bits, features out x features in; not transposed, the product goes back from out to in. */
function bitsAndBytesProduct(context: OperatorContext): void {
  const a = context.shape(0);
  const columns = context.int((context.int('transB') ?? 1) !== 0 ? 'N' : 'K') ?? null;
  context.setTensor(0, context.elementType(0), a?.length ? [...a.slice(0, -1), columns] : undefined);
}

/** Rows and columns of A and B, which attributes may transpose. */
function generalProductShape(context: OperatorContext, a: number, b: number): Shape {
  const [left, right] = [matrix(context, a), matrix(context, b)];
  return [left[isSet(context, 'transA') ? 1 : 0]!, right[isSet(context, 'transB') ? 0 : 1]!];
}

function matrix(context: OperatorContext, input: number): readonly Dimension[] {
  const shape = context.shape(input);
  return shape?.length === 2 ? shape : [null, null];
}

/** Without a scale of the output, it is not quantized. */
function quantizedGeneralProduct(context: OperatorContext): void {
  const elementType = context.hasInput(8) ? context.elementType(8) : float;
  context.setTensor(0, elementType, generalProductShape(context, 0, 3));
}

function float8GeneralProduct(context: OperatorContext): void {
  context.setTensor(0, context.number('dtype') ?? float, generalProductShape(context, 0, 1));
}

function sparseProduct(context: OperatorContext): void {
  context.setTensor(0, context.elementType(1), generalProductShape(context, 0, 1));
}

export const microsoftMatrixProducts: RuleTable = [
  ...sharedRule(['FusedMatMul', 'FusedMatMulActivation', 'TransposeMatMul'], fusedMatrixProduct),
  ...sharedRule(['GemmFastGelu', 'MatMulIntegerToFloat', 'DynamicQuantizeMatMul'], product(0, 1)),
  ...sharedRule(['MatMulInteger16'], wideIntegerProduct),
  ['FusedGemm', asStandard(linearAlgebra, 'Gemm', 13)],
  ...sharedRule(['QGemm'], quantizedGeneralProduct),
  ...sharedRule(['GemmFloat8'], float8GeneralProduct),
  ...sharedRule(['SparseToDenseMatMul'], sparseProduct),
  ...sharedRule(['MatMulFpQ4'], blobMatrixProduct),
  ...sharedRule(['MatMulBnb4'], bitsAndBytesProduct),
  ...notations({
    MatMulNBits: '[...,_] -> [...,@N]',
    MatMulNBitsMlp: '[...,K] -> 0[...,@N] 0[...,K]',
    MatMulNBitsQkv: '[...,K] -> 0[...,@Nq] 0[...,@Nkv] 0[...,@Nkv] 0[...,K]',
    MatMulBlockQuantizedFp4Weight: '[...,_] [N,_] -> 0[...,N]',
    MatMulBlockQuantizedFp8Weight: '[...,_] [N,_] -> 0[...,N]',
    CDist: '[M,_] [K,_] -> [M,K]',
  }),
  // Experts mix what each token holds.
  ...sharedNotation(['MoE', 'QMoE', 'ShardedMoE'], '[...] -> [...]'),
];
