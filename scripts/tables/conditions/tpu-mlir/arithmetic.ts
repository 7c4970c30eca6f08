import { type Entries, entry, refused, rewritten, silent, text } from '../entry';
import { oneInput, twoInputs } from './shared';

export const arithmetic: Entries = {
  Add: [twoInputs],
  And: [twoInputs],
  Max: [twoInputs],
  Min: [twoInputs],
  Mul: [twoInputs],
  Sub: [twoInputs],
  Xor: [twoInputs],
  Reciprocal: [oneInput],
  Atan: [
    entry(
      'decomposed: sign(x)*acos(1/sqrt(1+x*x)); loses accuracy near 0 in f16',
      rewritten(
        'decomposed',
        'true',
        text(
          'tpu-mlir computes it as sign(x) * acos(1 / sqrt(1 + x*x)), which loses accuracy near 0 in F16.',
          'tpu-mlir 将其分解为 sign(x) * acos(1 / sqrt(1 + x*x))，F16 下在 0 附近精度下降。',
        ),
      ),
    ),
  ],
  Div: [
    twoInputs,
    entry(
      'integer division keeps floor semantics only when value_info types are present; int/int with a non-constant divisor is converted to float division',
      silent(
        'integer-division',
        'dtype(input[0]) in [int8, uint8, int16, uint16, int32, uint32, int64, uint64] and not scalar(input[1])',
        text(
          'An integer division by a computed divisor becomes a float division: the quotient keeps its fraction.',
          '除数为运行时计算的整数除法会变成浮点除法：商保留小数部分。',
        ),
        text('Divide by a constant, or add Floor behind the division.', '改为除以常量，或在除法后加 Floor。'),
      ),
    ),
  ],
  Mod: [
    twoInputs,
    entry(
      'fmod attribute is ignored',
      silent(
        'fmod',
        'attr.fmod == 1',
        text(
          "tpu-mlir does not read fmod: the remainder takes the divisor's sign instead of the dividend's.",
          'tpu-mlir 不读取 fmod：余数符号随除数而非被除数。',
        ),
        text('Compute x - y * trunc(x / y) with elementary operators.', '请用基本算子计算 x - y * trunc(x / y)。'),
      ),
    ),
  ],
  Neg: [
    entry(
      'rewritten as MulConst(-1)',
      rewritten('multiplied', 'true', text('Becomes a multiplication by -1.', '转换为乘以 -1。')),
    ),
  ],
  Not: [
    entry(
      'rewritten as CompareConst',
      rewritten('compared', 'true', text('Becomes a comparison with a constant.', '转换为与常量比较。')),
    ),
  ],
  Or: [
    entry(
      'rewritten as Add followed by CompareConst(Greater,0); both inputs must be activations (getOperand), a constant operand fails',
      refused(
        'constant-operand',
        'count(constants) > 0',
        text(
          'An operand of Or is a constant; tpu-mlir takes computed values only, and stops.',
          'Or 的某个操作数为常量，而 tpu-mlir 只接受运行时的值，导入会失败。',
        ),
        text('Fold it, or write Or as Where or Max of computed values.', '请折叠该常量，或用 Where/Max 改写。'),
      ),
      rewritten('added', 'true', text('Becomes Add and a comparison with 0.', '转换为 Add 加与 0 的比较。')),
    ),
  ],
  Pow: [
    twoInputs,
    entry(
      'exponent 1 -> identity, exponent 2 -> Mul, constant base -> Pow2, both computed -> Pow3 (PPL kernel)',
      rewritten(
        'simplified',
        'scalar(input[1]) and at(elements(input[1]), 0) in [1, 2]',
        text('An exponent of 1 vanishes, one of 2 becomes a multiplication.', '指数为 1 时消除，为 2 时转换为乘法。'),
      ),
    ),
  ],
  Sum: [
    entry(
      'rewritten as a chain of Add; every input must be an activation',
      refused(
        'constant-operand',
        'count(constants) > 0',
        text(
          'An operand of Sum is a constant; tpu-mlir takes computed values only.',
          'Sum 的某个操作数为常量；tpu-mlir 只接受运行时的值。',
        ),
        text('Use Add.', '请改用 Add。'),
      ),
      rewritten('added', 'true', text('Becomes a chain of Add.', '转换为 Add 级联。')),
    ),
  ],
  Where: [
    entry(
      'exactly 3 inputs',
      refused(
        'three-inputs',
        'count(inputs) != 3',
        text('tpu-mlir imports it with exactly 3 inputs.', 'tpu-mlir 仅支持恰好 3 个输入。'),
      ),
    ),
    entry(
      'a constant tensor whose elements are all equal is treated as a scalar (isScalar), so its shape no longer takes part in broadcasting',
      silent(
        'equal-elements',
        '(scalar(input[1]) and size(input[1]) == size(output[0]) or scalar(input[2]) and size(input[2]) == size(output[0])) and size(input[0]) != size(output[0]) and undecidable',
        text(
          'A constant branch whose elements are all equal counts as a scalar; the output loses the dimensions that only it has.',
          '元素全部相等的常量分支被当作标量；仅由它提供的维度会从输出中丢失。',
        ),
        text('Expand the condition to the full shape.', '请先将条件 Expand 到完整形状。'),
      ),
    ),
  ],
};
