import {
  type ConditionInput,
  type Entries,
  type Entry,
  entry,
  noted,
  refused,
  rewritten,
  silent,
  text,
} from '../entry';
import { constantBias, dilationsOfPooling, kernelShape, stridesOfPooling } from './shared';

const constantAdvice = text('Make them initializers of the model.', '请将其作为模型的初始化器（权重）。');

function constantParameters(fact: string, when: string, which: { en: string; zh: string }): Entry {
  return entry(fact, constantParameter(when, which));
}

function constantParameter(when: string, which: { en: string; zh: string }): ConditionInput {
  return refused(
    'constant-parameters',
    when,
    text(
      `${which.en} must be constants for tpu-mlir; one of them is computed at run time.`,
      `tpu-mlir 要求 ${which.zh} 为常量，其中有的在运行时计算得到。`,
    ),
    constantAdvice,
  );
}

const scaleAndBias = text('scale and bias', 'scale 与 bias');
const scaleOrBiasComputed = 'given(input[1]) and not constant(input[1]) or given(input[2]) and not constant(input[2])';

const missingOutput = text(
  'tpu-mlir imports the first output only: the others do not exist, and whatever reads them fails with a KeyError.',
  'tpu-mlir 只导入第一个输出，其余输出不存在，读取它们的算子会报 KeyError。',
);

function recurrentConstants(fact: string): Entry {
  return constantParameters(
    fact,
    'not constant(input[1]) or not constant(input[2]) or given(input[3]) and not constant(input[3])',
    text('W, R and B', 'W、R、B'),
  );
}

function sequenceLengths(operator: string): Entry {
  return entry(
    'sequence_lens is refused',
    refused(
      'sequence-lens',
      'given(input[4])',
      text(`tpu-mlir refuses ${operator} with sequence_lens.`, `tpu-mlir 不支持带 sequence_lens 的 ${operator}。`),
      text('Run sequences of one length, or mask the outputs.', '使用等长序列，或对输出做掩码。'),
    ),
  );
}

const reverseDirection: ConditionInput = silent(
  'reverse',
  "attr.direction == 'reverse'",
  text(
    'direction=reverse runs forward: tpu-mlir knows forward and bidirectional only.',
    'direction=reverse 会按正向执行：tpu-mlir 只识别 forward 与 bidirectional。',
  ),
  text('Reverse the sequence before and after a forward layer.', '在正向层前后翻转序列。'),
);

const clipOfRecurrence: ConditionInput = silent(
  'clip',
  'attr.clip present',
  text('tpu-mlir does not read clip.', 'tpu-mlir 不读取 clip 属性。'),
);

function activationsOfRecurrence(defaults: string): ConditionInput {
  return silent(
    'activations',
    `attr.activations present and not subset(attr.activations, ${defaults})`,
    text(
      'tpu-mlir does not read activations: the default functions are computed.',
      'tpu-mlir 不读取 activations：按默认激活函数计算。',
    ),
  );
}

export const layers: Entries = {
  Conv: [constantBias('bias must be a constant (computed filter is allowed)')],
  ConvTranspose: [
    kernelShape,
    entry(
      'auto_pad and output_shape are ignored',
      silent(
        'auto-pad',
        "attr.auto_pad in ['SAME_UPPER', 'SAME_LOWER'] or attr.output_shape present",
        text(
          'tpu-mlir does not read auto_pad and output_shape of ConvTranspose: no padding is computed from them.',
          'tpu-mlir 不读取 ConvTranspose 的 auto_pad 与 output_shape，不会据此计算填充。',
        ),
        text('Write pads and output_padding.', '请显式写出 pads 与 output_padding。'),
      ),
    ),
    constantBias('bias must be a constant'),
  ],
  AveragePool: [
    kernelShape,
    entry(
      'strides default to kernel_shape (ONNX default is 1 along each axis); dilations (opset 19) are ignored',
      stridesOfPooling,
      dilationsOfPooling,
    ),
  ],
  MaxPool: [
    kernelShape,
    entry(
      'strides default to kernel_shape (ONNX default is 1 along each axis); dilations and storage_order are ignored; the Indices output is not produced',
      stridesOfPooling,
      dilationsOfPooling,
      refused(
        'indices',
        'used(output[1])',
        text(
          'tpu-mlir does not produce the Indices output of MaxPool; whatever reads it fails.',
          'tpu-mlir 不产生 MaxPool 的 Indices 输出，读取它的算子会报错。',
        ),
        text('Unpool without indices, for example by Resize.', '请改用不依赖索引的上采样，如 Resize。'),
      ),
    ),
  ],
  BatchNormalization: [
    entry(
      'scale, B, mean, var must be constants; epsilon attribute must be present',
      constantParameter(
        'not constant(input[1]) or not constant(input[2]) or not constant(input[3]) or not constant(input[4])',
        text('scale, B, mean and var', 'scale、B、mean、var'),
      ),
      refused(
        'epsilon',
        'attr.epsilon absent',
        text('tpu-mlir reads epsilon and has no default for it.', 'tpu-mlir 必须读取 epsilon 属性，没有默认值。'),
        text('Write epsilon (ONNX means 1e-05).', '请显式写出 epsilon（ONNX 默认 1e-05）。'),
      ),
    ),
    entry(
      'training_mode outputs are not produced',
      silent(
        'training-mode',
        'attr.training_mode == 1',
        text(
          'training_mode is not read: the stored mean and variance are used, not those of the batch.',
          '不读取 training_mode：使用存储的均值方差，而非批统计量。',
        ),
        text('Export the model in eval mode.', '请以 eval 模式导出模型。'),
      ),
      refused(
        'training-outputs',
        'used(output[1]) or used(output[2])',
        missingOutput,
        text('Export the model in eval mode.', '请以 eval 模式导出模型。'),
      ),
    ),
  ],
  InstanceNormalization: [
    constantParameters(
      'scale and bias must be constants',
      'not constant(input[1]) or not constant(input[2])',
      scaleAndBias,
    ),
  ],
  LayerNormalization: [
    entry(
      'at most 3 inputs; scale and bias must be constants',
      constantParameter(`count(inputs) > 3 or ${scaleOrBiasComputed}`, scaleAndBias),
    ),
    entry(
      'only the first output is produced; using Mean/InvStdDev outputs fails later with KeyError',
      refused(
        'statistics',
        'used(output[1]) or used(output[2])',
        missingOutput,
        text(
          'Compute Mean and InvStdDev with ReduceMean where they are needed.',
          '如需 Mean 与 InvStdDev，请用 ReduceMean 另行计算。',
        ),
      ),
    ),
  ],
  GroupNormalization: [
    entry(
      '1-3 inputs, scale/bias constant',
      constantParameter(`count(inputs) > 3 or ${scaleOrBiasComputed}`, scaleAndBias),
    ),
    entry(
      'a one-element scale or bias is treated as identity (isScalar_ returns True for any single value)',
      silent(
        'single-element',
        'constant(input[1]) and size(input[1]) == 1 and at(elements(input[1]), 0) != 1 or constant(input[2]) and size(input[2]) == 1 and at(elements(input[2]), 0) != 0',
        text(
          'A scale or bias of one element is dropped, whatever its value.',
          '仅含一个元素的 scale 或 bias 会被忽略，无论其值为何。',
        ),
        text('Expand it to one value per channel (or group).', '请扩展为每通道（或每组）一个值。'),
      ),
    ),
  ],
  PixelNormalization: [
    entry(
      'internal op produced by fusion',
      noted('internal', text("tpu-mlir's own operator, made by its fusion.", 'tpu-mlir 内部算子，由其融合生成。')),
    ),
  ],
  LRN: [
    entry(
      'alpha, beta and bias attributes must be present (None otherwise)',
      refused(
        'attributes',
        'attr.alpha absent or attr.beta absent or attr.bias absent',
        text(
          'tpu-mlir reads alpha, beta and bias and has no defaults for them.',
          'tpu-mlir 必须读取 alpha、beta、bias 属性，没有默认值。',
        ),
        text('Write them (ONNX means 0.0001, 0.75 and 1.0).', '请显式写出（ONNX 默认 0.0001、0.75、1.0）。'),
      ),
    ),
  ],
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
  GRU: [
    sequenceLengths('GRU'),
    recurrentConstants('W, R, B must be constants'),
    entry(
      'direction=reverse is treated as forward (only "bidirectional" is recognised); linear_before_reset, clip and activations are ignored',
      reverseDirection,
      silent(
        'linear-before-reset',
        'undecidable',
        text(
          'tpu-mlir does not read linear_before_reset: one of its two meanings is computed always.',
          'tpu-mlir 不读取 linear_before_reset：始终按其中一种含义计算。',
        ),
        text(
          'Compare the outputs of model_transform (--test_input, --test_result).',
          '请用 model_transform 的 --test_input、--test_result 比对输出。',
        ),
      ),
      clipOfRecurrence,
      activationsOfRecurrence("['Sigmoid', 'Tanh']"),
    ),
  ],
  LSTM: [
    sequenceLengths('LSTM'),
    recurrentConstants('W, R, B must be constants'),
    entry(
      'direction=reverse is treated as forward; peephole input P, clip, input_forget and activations are ignored',
      reverseDirection,
      silent(
        'peepholes',
        'given(input[7])',
        text('tpu-mlir does not read the peephole weights P.', 'tpu-mlir 不读取窥孔权重 P。'),
      ),
      clipOfRecurrence,
      silent(
        'input-forget',
        'attr.input_forget == 1',
        text('tpu-mlir does not read input_forget.', 'tpu-mlir 不读取 input_forget。'),
      ),
      activationsOfRecurrence("['Sigmoid', 'Tanh']"),
    ),
    entry(
      'initial_c is taken only if initial_h (input 5) is non-empty',
      silent(
        'initial-c',
        'given(input[6]) and not given(input[5])',
        text(
          'initial_c is given without initial_h; tpu-mlir drops it then.',
          '只给出 initial_c 而未给 initial_h，tpu-mlir 会忽略 initial_c。',
        ),
        text('Give initial_h too (zeros).', '请同时给出 initial_h（全零即可）。'),
      ),
    ),
  ],
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
  QuantizeLinear: quantization(
    'y_zero_point',
    'block_size (opset 21) and saturate (fp8) are ignored',
    'attr.block_size > 0 or attr.saturate == 0',
  ),
  DequantizeLinear: quantization('x_zero_point', 'block_size (opset 21) is ignored', 'attr.block_size > 0'),
};

function quantization(zeroPoint: string, ignoredFact: string, ignored: string): Entry[] {
  return [
    entry(
      `exactly 3 inputs: ${zeroPoint} is required although optional in ONNX`,
      refused(
        'zero-point',
        'count(inputs) != 3 or not given(input[2])',
        text(
          `${zeroPoint} is optional in ONNX but required by tpu-mlir.`,
          `${zeroPoint} 在 ONNX 中可选，但 tpu-mlir 必须提供。`,
        ),
        text('Write a zero point of zeros.', '请写出全零的 zero_point。'),
      ),
    ),
    constantParameters(
      'scale and zero point must be constants',
      'not constant(input[1]) or given(input[2]) and not constant(input[2])',
      text('scale and zero point', 'scale 与 zero_point'),
    ),
    entry(
      ignoredFact,
      silent(
        'blocks',
        ignored,
        text(
          'tpu-mlir does not read block_size (nor saturate): scales are taken per tensor or axis.',
          'tpu-mlir 不读取 block_size（及 saturate）：scale 按张量或轴解释。',
        ),
        text('Quantise per tensor or per axis.', '请使用按张量或按轴量化。'),
      ),
    ),
  ];
}
