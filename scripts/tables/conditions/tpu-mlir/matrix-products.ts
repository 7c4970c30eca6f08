import { type Entries, entry, noted, refused, silent, text } from '../entry';

/** What top.Einsum is rewritten for, its letters in the order in which they first come. */
const einsumEquations: readonly string[] = [
  'a,b->ab',
  'ab,ab->a',
  'ab,acb->ac',
  'ab,abc->ac',
  'ab,cdb->acd',
  'abc,db->adc',
  'abcd,abce->acde',
  'abcd,acd->abc',
  'abcd,cde->abe',
  'abcd,bed->abce',
  'abcd,ced->abce',
  'abcd,abed->abce',
  'abcd,abde->abce',
  'abc,adc->abd',
  'abc,adc->adb',
  'abc,abd->acd',
  'abcd,aecd->aeb',
  'abcd,aecd->abec',
  'abcd,aecd->acbe',
  'abcd,acde->abde',
  'abc,cde->abde',
  'abcd,cde->abce',
  'abc,acde->abde',
  'abc,abde->acde',
  'abc,bd->abcd',
  'abc,abc->ab',
  'abc,abdc,abc->abcd',
  'abcd,acde,abc->abce',
  'abcd,aeb->aecd',
  'abcde,afbc->abdef',
  'ab,cbdef->cadef',
  'abcd,cebd->abce',
  'abcd,ecbd->abec',
  'abcd,cdbe->abce',
  'abcde,abfge->abcdfg',
  'abcd,abef->acdef',
  'abcd,abce->abde',
  'abcd,adbe->acbe',
];

export const matrixProducts: Entries = {
  Gemm: [
    entry(
      'transA must be 0',
      refused(
        'trans-a',
        'attr.transA != 0',
        text('tpu-mlir imports Gemm with transA=0 only.', 'tpu-mlir 仅支持 transA=0 的 Gemm。'),
        text('Put a Transpose before A.', '请在 A 之前加 Transpose。'),
      ),
    ),
    entry(
      'transB=1 is applied only when B is a constant; with a computed B it is ignored',
      refused(
        'trans-b-shape',
        'attr.transB == 1 and not constant(input[1]) and dim(input[1], 0) != dim(input[1], 1)',
        text(
          'B is computed, and tpu-mlir ignores transB=1 then: the shapes of A and the untransposed B do not fit ("shape is illegal").',
          'B 在运行时计算得到，此时 tpu-mlir 忽略 transB=1，A 与未转置的 B 形状不匹配（"shape is illegal"）。',
        ),
        text('Put a Transpose before B and set transB=0.', '请在 B 之前加 Transpose 并设 transB=0。'),
        {
          source: 'sophgo/tpu-mlir lib/Dialect/Top/Interfaces/MatMul.cpp, top::MatMulOp::shape_inference @2a0df931c15d',
        },
      ),
      silent(
        'trans-b',
        'attr.transB == 1 and not constant(input[1]) and dim(input[1], 0) == dim(input[1], 1)',
        text(
          'B is computed, and tpu-mlir ignores transB=1 then: the square B is multiplied untransposed.',
          'B 在运行时计算得到，此时 tpu-mlir 忽略 transB=1，方阵 B 未转置即参与乘法。',
        ),
        text('Put a Transpose before B and set transB=0.', '请在 B 之前加 Transpose 并设 transB=0。'),
      ),
    ),
    entry(
      'alpha != 1 is folded only into constant operands (into both A and B when both are constant); ignored for computed A and B',
      silent(
        'alpha',
        'attr.alpha != 1 and not constant(input[0]) and not constant(input[1])',
        text(
          'A and B are computed, and tpu-mlir ignores alpha then.',
          'A 与 B 均在运行时计算得到，此时 tpu-mlir 忽略 alpha。',
        ),
        text('Multiply by alpha explicitly.', '请显式乘以 alpha。'),
      ),
    ),
    entry(
      'beta != 1 is applied only when C is constant',
      silent(
        'beta',
        'attr.beta != 1 and attr.beta != 0 and given(input[2]) and not constant(input[2])',
        text('C is computed, and tpu-mlir ignores beta then.', 'C 在运行时计算得到，此时 tpu-mlir 忽略 beta。'),
        text('Multiply C by beta explicitly.', '请显式将 C 乘以 beta。'),
      ),
    ),
  ],
  MatMul: [
    entry(
      'shares the Gemm converter; a constant bias only',
      noted('gemm', text('Imported like Gemm without C.', '按不带 C 的 Gemm 导入。')),
    ),
  ],
  Einsum: [
    entry(
      '2 or 3 operands only (1-operand or 4+ operand equations fail)',
      refused(
        'operands',
        'not (count(inputs) in [2, 3])',
        text('tpu-mlir imports Einsum with 2 or 3 operands.', 'tpu-mlir 的 Einsum 仅支持 2 或 3 个操作数。'),
        text(
          'Split the equation, or write it with Transpose, MatMul and ReduceSum.',
          '请拆分等式，或用 Transpose、MatMul、ReduceSum 改写。',
        ),
      ),
    ),
    entry(
      'equation letters are normalised to a,b,c...; only the modes implemented in top.Einsum lowering are accepted later',
      refused(
        'equation',
        `not (letters(attr.equation) in [${einsumEquations.map((equation) => `'${equation}'`).join(', ')}]) and undecidable`,
        text(
          'tpu-mlir compiles a fixed set of equations, and this one was not among them when they were read ("Einsum not support this mode now").',
          'tpu-mlir 只支持固定的若干等式；在所查阅的版本中该等式不在其列（"Einsum not support this mode now"）。',
        ),
        text(
          'Write it with Transpose, Reshape and MatMul to be sure.',
          '稳妥起见请用 Transpose、Reshape、MatMul 改写。',
        ),
        { source: 'sophgo/tpu-mlir@dce35244dd59:lib/Dialect/Top/Canonicalize/Einsum.cpp' },
      ),
    ),
  ],
};
