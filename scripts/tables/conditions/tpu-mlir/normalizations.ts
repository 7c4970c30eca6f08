import { type Entries, entry, refused, silent, text } from '../entry';
import { constantParameter, constantParameters } from './shared';

const scaleAndBias = text('scale and bias', 'scale 与 bias');

const scaleOrBiasComputed = 'given(input[1]) and not constant(input[1]) or given(input[2]) and not constant(input[2])';

const missingOutput = text(
  'tpu-mlir imports the first output only: the others do not exist, and whatever reads them fails with a KeyError.',
  'tpu-mlir 只导入第一个输出，其余输出不存在，读取它们的算子会报 KeyError。',
);

export const normalizations: Entries = {
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
};
