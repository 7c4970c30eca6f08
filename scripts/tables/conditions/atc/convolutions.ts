import { type Entries, entry, limited, text } from '../entry';
import { document, evenPads, keepOriginType, lifted, remark, stops } from './shared';

const writePads = text('Write pads instead.', '请改为显式写出 pads。');

/** Documented for convolutions and transposed ones alike: beyond it the result may be wrong. */
const largeKernelOn950 = limited(
  'weight-size-950',
  "chip == '950' and max(spatial(input[1])) > 511 and undecidable",
  text(
    'On Ascend 950 kernels of at most 511 along an axis are documented; beyond that the result is not guaranteed.',
    'Ascend 950 文档要求卷积核各轴不超过 511；超出时不保证结果正确。',
  ),
  text('Compare the outputs with those of ONNX Runtime.', '请与 ONNX Runtime 的输出对比。'),
  { source: lifted.convolution.source },
);

export const convolutions: Entries = {
  Conv: [
    stops(
      'node must have attr (kernel_shape,pads,strides,dilations) at least one',
      'attributes',
      'attr.kernel_shape absent and attr.pads absent and attr.strides absent and attr.dilations absent',
      text(
        'one of kernel_shape, pads, strides and dilations is required.',
        'kernel_shape、pads、strides、dilations 至少要写出一个。',
      ),
    ),
    evenPads('ConvThe value lenth of pads is odd, transform failed.'),
    stops(
      'Convthe num of inputs is incorrect.',
      'inputs',
      'not (count(inputs) in [2, 3])',
      text('it takes an input, weights and a bias.', '仅接受输入、权重与偏置。'),
    ),
    stops(
      'Convjust support 4D or 5D input, transform failed.',
      'rank',
      'not (rank(input[0]) in [3, 4, 5])',
      text('it convolves 1 (as 2), 2 or 3 spatial dimensions.', '仅支持 1（按 2 维处理）～3 个空间维的卷积。'),
    ),
    stops(
      'ConvThe attr of auto_pad is not NOTSET/VALID for 5D, unsupported other value for now, transform failed,may cause precision error.',
      'auto-pad-3d',
      "rank(input[0]) == 5 and not (attr.auto_pad in ['NOTSET', 'VALID'])",
      text('a 3-D convolution takes auto_pad NOTSET or VALID.', '三维卷积的 auto_pad 仅支持 NOTSET 或 VALID。'),
      writePads,
    ),
    document(
      'dilations H/W in [1,255]',
      'dilations',
      'max(attr.dilations) > 255',
      'dilations of at most 255.',
      'dilations 最大 255。',
      lifted.convolution,
    ),
    document(
      'pads in [0,255]',
      'pads',
      'max(attr.pads) > 255',
      'pads of at most 255.',
      'pads 最大 255。',
      lifted.convolution,
    ),
    document(
      'strides H/W in [1,63]',
      'strides',
      'max(attr.strides) > 63',
      'strides of at most 63.',
      '步长最大 63。',
      lifted.convolution,
    ),
    document(
      'input W in [1,4096]',
      'input-width',
      'dim(input[0], -1) > 4096',
      'an input of at most 4096 in width.',
      '输入宽度最大 4096。',
      lifted.convolution,
    ),
    document(
      'weight H and W in [1,255]',
      'weight-size',
      'max(spatial(input[1])) > 255',
      'kernels of at most 255.',
      '卷积核最大 255。',
      lifted.convolution,
    ),
    entry(undefined, largeKernelOn950),
    remark(
      'if output W==1 and H==1, input and weight H/W must be equal',
      'single-output',
      'CANN 5.x: an output of 1 x 1 needs an input as large as the kernel.',
      'CANN 5.x：输出为 1×1 时输入须与卷积核同大小。',
    ),
    document(
      'output W==1 with H!=1 unsupported',
      'output-width',
      'rank(output[0]) == 4 and dim(output[0], 3) == 1 and dim(output[0], 2) != 1',
      'no output of width 1 and another height.',
      '不支持输出宽为 1 而高不为 1。',
      lifted.convolution,
    ),
    document(
      'auto_pad VALID/NOTSET only (doc)',
      'auto-pad',
      "attr.auto_pad in ['SAME_UPPER', 'SAME_LOWER']",
      'auto_pad VALID and NOTSET only.',
      'auto_pad 仅支持 VALID 与 NOTSET。',
    ),
    keepOriginType('fp32/fp64 input unsupported with must_keep_origin_dtype'),
  ],
  ConvTranspose: [
    evenPads('The length of pads is odd, failed to transform.'),
    stops(
      'attr kernel_shape must have value',
      'kernel-shape',
      'attr.kernel_shape absent',
      text('kernel_shape is required.', '必须写出 kernel_shape。'),
    ),
    stops(
      'attr output shape size[%d] should >= [%d]',
      'output-shape',
      'attr.output_shape present and count(attr.output_shape) < count(attr.kernel_shape)',
      text('output_shape is shorter than kernel_shape.', 'output_shape 的长度小于 kernel_shape。'),
    ),
    entry('attr size[%d] should >= [%d]'),
    stops(
      'ConvTransposethe num of inputs is incorrect.',
      'inputs',
      'not (count(inputs) in [2, 3])',
      text('it takes an input, weights and a bias.', '仅接受输入、权重与偏置。'),
    ),
    stops(
      'ConvTransposejust support 4D or 5D input, failed to transform.',
      'rank',
      'not (rank(input[0]) in [3, 4, 5])',
      text('it takes 1 (as 2), 2 or 3 spatial dimensions.', '仅支持 1（按 2 维处理）～3 个空间维。'),
    ),
    remark(
      'only 2D (3D and above unsupported in the CANN 5.x doc; current plugin handles 4D/5D)',
      'only-2d',
      'CANN 5.x: 2-D only; the current parser takes 3-D too.',
      'CANN 5.x 仅支持二维；当前解析器已支持三维。',
    ),
    document(
      'dilations must be 1',
      'dilations',
      'max(attr.dilations) > 1',
      'dilations of 1.',
      'dilations 须为 1。',
      lifted.transposedConvolution,
    ),
    entry(undefined, largeKernelOn950),
    document(
      'output_shape larger than the input-derived size unsupported',
      'larger-output',
      'attr.output_shape present',
      'no output_shape beyond what the input gives.',
      'output_shape 不能大于由输入推得的尺寸。',
    ),
    document(
      'auto_pad SAME_UPPER/SAME_LOWER unsupported',
      'auto-pad',
      "attr.auto_pad in ['SAME_UPPER', 'SAME_LOWER']",
      'no auto_pad SAME_UPPER and SAME_LOWER.',
      '不支持 auto_pad SAME_UPPER/SAME_LOWER。',
    ),
    keepOriginType('fp32/fp64 input unsupported with must_keep_origin_dtype'),
  ],
};
