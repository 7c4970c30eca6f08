import { type Entries, entry, refused, silent, text } from '../entry';
import { constantBias, dilationsOfPooling, kernelShape, stridesOfPooling } from './shared';

export const convolutions: Entries = {
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
};
