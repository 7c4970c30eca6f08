import { type Entries, entry, noted, onHost, refused, rewritten, silent, text } from '../entry';
import { foldAdvice, oneInput, twoInputs } from './shared';

/** A default of tpu-mlir that differs from ONNX's. */
function defaultAlpha(fact: string, theirs: string, onnx: string) {
  return entry(
    fact,
    silent(
      'default-alpha',
      'attr.alpha absent',
      text(
        `alpha is absent: ONNX means ${onnx}, tpu-mlir takes ${theirs}.`,
        `未写 alpha 属性：ONNX 默认值为 ${onnx}，tpu-mlir 却取 ${theirs}。`,
      ),
      text('Write alpha explicitly.', '请显式写出 alpha。'),
    ),
  );
}

const exactFloats = '[float, double, float16, bfloat16]';

export const elementwise: Entries = {
  Add: [twoInputs],
  And: [twoInputs],
  Max: [twoInputs],
  Min: [twoInputs],
  Mul: [twoInputs],
  Sub: [twoInputs],
  Xor: [twoInputs],
  Reciprocal: [oneInput],
  HardSwish: [oneInput],
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
  Cast: [
    entry(
      'to int32/int64 -> INT32 (round toward zero); to float32 -> F32; every other target type is a no-op that forwards the input',
      silent(
        'lost-truncation',
        'dtype(input[0]) in [float16, bfloat16, double] and dtype(attr.to) in [int32, int64] or dtype(input[0]) in [float, float16, bfloat16, double] and dtype(attr.to) in [uint8, int8, uint16, int16, uint32, uint64, int4, uint4]',
        text(
          'tpu-mlir removes this cast: fractions are not cut off and go on into the integer computation.',
          'tpu-mlir 会删除此 Cast：小数部分不会被截断，直接进入后续整数计算。',
        ),
        text(
          'Cast to float first and then to int32 (float -> int32 is kept), or apply Floor or Round before.',
          '先转为 float 再转为 int32（float → int32 会保留），或在其前加 Floor/Round。',
        ),
        { source: 'sophgo/tpu-mlir python/transform/OnnxOpt.py:remove_cast @36e3c625ae35b3db55eaffe34be37e1f86c5ab09' },
      ),
      silent(
        'lost-truth',
        `dtype(attr.to) == bool and (dtype(input[0]) in ${exactFloats} or dtype(input[0]) != bool and undecidable)`,
        text(
          'tpu-mlir removes this cast to bool: a value other than 0 and 1 goes on as it is.',
          'tpu-mlir 会删除到 bool 的转换：0、1 以外的数值会原样传下去。',
        ),
        text(
          'Compare explicitly: x != 0 (Equal and Not) keeps the meaning.',
          '请显式比较：用 x != 0（Equal + Not）代替。',
        ),
        { source: 'sophgo/tpu-mlir python/transform/OnnxOpt.py:remove_cast @36e3c625ae35b3db55eaffe34be37e1f86c5ab09' },
      ),
      silent(
        'lost-wrap',
        'dtype(input[0]) in [int32, int64, int16, uint16, uint32, uint64] and dtype(attr.to) in [int8, uint8, int16, uint16, int4, uint4] and undecidable',
        text(
          'tpu-mlir removes this cast: integers that do not fit the target type are not wrapped.',
          'tpu-mlir 会删除此 Cast：超出目标类型范围的整数不会回绕。',
        ),
      ),
      silent(
        'lost-rounding',
        'dtype(attr.to) in [float8e4m3fn, float8e4m3fnuz, float8e5m2, float8e5m2fnuz, float4e2m1]',
        text(
          'tpu-mlir removes this cast: nothing is rounded to 8-bit (or smaller) floats.',
          'tpu-mlir 会删除此 Cast：不会舍入到 8 位（或更低）浮点。',
        ),
      ),
      rewritten(
        'removed',
        `dtype(attr.to) in [float16, bfloat16, double] or dtype(input[0]) == bool or dtype(attr.to) == float and not (dtype(input[0]) in [int32, int64])`,
        text(
          'tpu-mlir removes this cast; precision is decided by --quantize, not by the graph.',
          'tpu-mlir 会删除此 Cast；精度由 --quantize 决定，而非由图决定。',
        ),
      ),
    ),
  ],
  Clip: [
    entry(
      'computed (non-constant) min/max are replaced with the attribute default +-inf',
      silent(
        'computed-bound',
        'given(input[1]) and not constant(input[1]) or given(input[2]) and not constant(input[2])',
        text(
          'A bound is computed at run time; tpu-mlir puts infinity in its place, so nothing is clipped on that side.',
          '边界在运行时计算得到；tpu-mlir 会用无穷大代替，该侧不会被截断。',
        ),
        text('Use constant bounds, or Max and Min operators.', '请使用常量边界，或改用 Max/Min 算子。'),
      ),
    ),
    entry(
      'min == 0 becomes Relu with relu_limit',
      rewritten(
        'relu',
        'at(elements(input[1]), 0) == 0 or attr.min == 0',
        text('A lower bound of 0 becomes Relu with a limit.', '下界为 0 时转换为带上限的 Relu。'),
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
  Elu: [defaultAlpha('default alpha when the attribute is absent is 0 (ONNX default is 1.0)', '0', '1.0')],
  LeakyRelu: [defaultAlpha('default alpha when the attribute is absent is 0 (ONNX default is 0.01)', '0', '0.01')],
  HardSigmoid: [defaultAlpha('default alpha when the attribute is absent is 1/6 (ONNX default is 0.2)', '1/6', '0.2')],
  GELU: [
    entry(
      'internal op produced by the erf/tanh GELU fusion; the standard ONNX op `Gelu` (opset 20) is NOT a key and is rejected',
      noted(
        'internal',
        text("tpu-mlir's own operator, made by its GELU fusion.", 'tpu-mlir 内部算子，由其 GELU 融合生成。'),
      ),
    ),
  ],
  Identity: [entry('removed', rewritten('removed', 'true', text('Removed on import.', '导入时删除。')))],
  Dropout: [
    entry(
      'treated as identity; the mask output is not produced',
      refused(
        'mask',
        'used(output[1])',
        text(
          'tpu-mlir imports Dropout as identity; its mask output does not exist, so whatever reads it fails.',
          'tpu-mlir 将 Dropout 视为恒等，不产生 mask 输出，读取它的算子会报错。',
        ),
        text('Export the model in eval mode.', '请以 eval 模式导出模型。'),
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
  PRelu: [
    entry(
      'constant scalar slope becomes LeakyRelu',
      rewritten(
        'leaky-relu',
        'scalar(input[1])',
        text('A single constant slope becomes LeakyRelu.', '单一常量斜率转换为 LeakyRelu。'),
      ),
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
  CumSum: [
    entry(
      'axis must be a constant: "Currently, only constant axis is supported"',
      refused(
        'constant-axis',
        'not constant(input[1])',
        text(
          'The axis is computed at run time; tpu-mlir takes a constant axis only.',
          'axis 在运行时计算得到；tpu-mlir 只支持常量 axis。',
        ),
        foldAdvice,
      ),
    ),
    entry(
      'exclusive and reverse attributes are ignored',
      silent(
        'exclusive-reverse',
        'attr.exclusive == 1 or attr.reverse == 1',
        text(
          'tpu-mlir does not read exclusive and reverse: the plain running sum is computed.',
          'tpu-mlir 不读取 exclusive 与 reverse：计算的是普通前缀和。',
        ),
        text(
          'Subtract the input for exclusive; flip before and after for reverse.',
          'exclusive 可减去输入实现；reverse 可在前后翻转实现。',
        ),
      ),
    ),
  ],
  GridSample: [
    entry(
      'mode must be present and be "bilinear" or "nearest"; bicubic/cubic, opset-20 "linear", and also a missing mode attribute fail (the str default never equals the bytes compared)',
      refused(
        'mode',
        "attr.mode absent or not (attr.mode in ['bilinear', 'nearest'])",
        text(
          'tpu-mlir wants mode written, as "bilinear" or "nearest"; an absent mode fails as well.',
          'tpu-mlir 要求显式写出 mode，且为 "bilinear" 或 "nearest"；缺省也会失败。',
        ),
        text('Export at opset 16 to 19 and write mode.', '请以 opset 16～19 导出并写出 mode。'),
      ),
    ),
    entry(
      'padding_mode must be present and be zeros/border/reflection; a missing attribute fails the same way',
      refused(
        'padding-mode',
        "attr.padding_mode absent or not (attr.padding_mode in ['zeros', 'border', 'reflection'])",
        text(
          'tpu-mlir wants padding_mode written; an absent one fails.',
          'tpu-mlir 要求显式写出 padding_mode，缺省会失败。',
        ),
        text('Write padding_mode.', '请显式写出 padding_mode。'),
      ),
    ),
    twoInputs,
    entry(
      undefined,
      onHost(
        'nearest-5d',
        "rank(input[0]) == 5 and attr.mode == 'nearest'",
        text('5-D nearest GridSample runs on the host CPU.', '5 维 nearest GridSample 在主机 CPU 上执行。'),
        text('Use bilinear, or sample 2-D slices.', '改用 bilinear，或逐个二维切片采样。'),
        {
          kind: 'placement',
          source:
            'sophgo/tpu-mlir lib/Conversion/TopToTpu/BM1684X/GridSampler.cpp @36e3c625ae35b3db55eaffe34be37e1f86c5ab09',
        },
      ),
    ),
  ],
  RandomNormalLike: [
    entry(
      'random data is generated once at compile time and stored as a weight; needs --test_input npz when dynamic',
      silent(
        'frozen',
        'true',
        text(
          'The random values are drawn once at compile time and stored: every run sees the same ones.',
          '随机数在编译时生成一次并固化为权重：每次推理得到相同的值。',
        ),
        text('Make the noise an input of the model.', '请将噪声改为模型输入。'),
      ),
    ),
  ],
};
