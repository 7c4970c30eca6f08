import { type Entries, text } from '../entry';
import { document, remark, stops } from './shared';

export const activations: Entries = {
  PRelu: [
    document(
      'slope must be 1-D: size 1, or x.shape[1] when x is not 1-D',
      'slope',
      'rank(input[1]) > 1 and size(input[1]) != 1 and size(input[1]) != dim(input[0], 1)',
      'a slope of one element or one for every channel.',
      'slope 须为单个值或每通道一个值。',
    ),
  ],
  Selu: [
    stops(
      'the attr of alpha or gamma is not default. transform failed.',
      'parameters',
      'attr.alpha present and attr.alpha != 1.6732631921768188 or attr.gamma present and attr.gamma != 1.0507010221481323',
      text("alpha and gamma must have ONNX's default values.", 'alpha 与 gamma 必须为 ONNX 默认值。'),
      text('Write it with Elu and Mul.', '请用 Elu 与 Mul 改写。'),
    ),
  ],
  Hardmax: [
    remark(
      '--precision_mode must be allow_fp32_to_fp16',
      'precision-mode',
      'Needs --precision_mode=allow_fp32_to_fp16.',
      '需要 --precision_mode=allow_fp32_to_fp16。',
    ),
  ],
  Clip: [
    stops(
      "At least 'min' or 'max' must not be None or Empty",
      'bounds',
      'not given(input[1]) and not given(input[2]) and attr.min absent and attr.max absent',
      text('a bound must be given.', '至少要给出一个边界。'),
      text('Remove the operator.', '请删除该算子。'),
    ),
    document(
      'min/max must be scalars',
      'scalar-bounds',
      'size(input[1]) > 1 or size(input[2]) > 1',
      'scalar bounds.',
      '边界须为标量。',
    ),
  ],
};
