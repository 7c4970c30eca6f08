import { type Entries, entry, noted, rewritten, silent, text } from '../entry';
import { oneInput } from './shared';

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

export const activations: Entries = {
  LogSoftmax: [
    entry(
      'SoftmaxOp with log=true',
      rewritten('softmax', 'true', text('Becomes Softmax with a logarithm.', '转换为带对数的 Softmax。')),
    ),
  ],
  Softmax: [
    entry(
      'default axis -1 for opset>=13, 1 before',
      noted('axis', text("The axis follows the model's opset.", 'axis 默认值随模型 opset 而定。')),
    ),
  ],
  HardSwish: [oneInput],
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
};
