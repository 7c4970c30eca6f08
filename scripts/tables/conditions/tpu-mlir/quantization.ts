import { type Entries, type Entry, entry, refused, silent, text } from '../entry';
import { constantParameters } from './shared';

function quantized(zeroPoint: string, ignoredFact: string, ignored: string): Entry[] {
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

export const quantization: Entries = {
  QuantizeLinear: quantized(
    'y_zero_point',
    'block_size (opset 21) and saturate (fp8) are ignored',
    'attr.block_size > 0 or attr.saturate == 0',
  ),
  DequantizeLinear: quantized('x_zero_point', 'block_size (opset 21) is ignored', 'attr.block_size > 0'),
};
