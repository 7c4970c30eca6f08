import { type Entries, entry, noted, refused, silent, text } from '../entry';

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
        'undecidable',
        text(
          'tpu-mlir lowers a fixed set of equations; whether this one is among them is not told by its importer.',
          'tpu-mlir 只能下沉固定的若干等式；仅凭导入器无法判断该等式是否在内。',
        ),
        text(
          'Write it with Transpose, Reshape and MatMul to be sure.',
          '稳妥起见请用 Transpose、Reshape、MatMul 改写。',
        ),
      ),
    ),
  ],
};
