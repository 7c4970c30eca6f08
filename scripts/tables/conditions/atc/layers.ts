import { type Entries, entry, noted, silent, text } from '../entry';
import { document, evenPads, keepOriginType, poolingOnCpu, remark, samePadding, stops } from './shared';

const writePads = text('Write pads instead.', '请改为显式写出 pads。');

export const layers: Entries = {
  AveragePool: [
    stops(
      'AveragePoolOnly support 1D/2D/3D, but the length of kernel_shape is %ld',
      'dimensions',
      'not (count(attr.kernel_shape) in [1, 2, 3])',
      text('it pools 1, 2 or 3 dimensions.', '仅支持 1～3 维池化。'),
    ),
    entry('AveragePoolCurrent auto_pad not surpport SAME_LOWER, please ignore'),
    evenPads('AveragePoolthe length of pads must be even, such as [x1_begin, x2_begin...x1_end, x2_end,...]'),
    ...poolingOnCpu,
    document(
      'ceil_mode only effective with auto_pad=NOTSET',
      'ceil-mode',
      "attr.ceil_mode == 1 and attr.auto_pad != 'NOTSET'",
      'ceil_mode works with auto_pad=NOTSET only.',
      'ceil_mode 仅在 auto_pad=NOTSET 时有效。',
    ),
    remark(
      'count_include_pad listed as unsupported in the CANN 5.x doc',
      'count-include-pad',
      'Unsupported in CANN 5.x; the current parser reads it.',
      'CANN 5.x 不支持；当前解析器已读取该属性。',
    ),
    samePadding('SAME_UPPER and SAME_LOWER both map to TBE SAME (pad side not distinguished: accuracy risk)'),
    keepOriginType('fp32 input unsupported with must_keep_origin_dtype'),
  ],
  MaxPool: [
    stops(
      'MaxPoolThe output of Indices is not support, transforming failed.',
      'indices',
      'given(output[1])',
      text('the Indices output is not supported.', '不支持 Indices 输出。'),
      text('Unpool without indices, for example by Resize.', '请改用不依赖索引的上采样，如 Resize。'),
    ),
    stops(
      'MaxPoolOnly support 2D/3D, but the length of kernel_shape is %ld',
      'dimensions',
      'not (count(attr.kernel_shape) in [1, 2, 3])',
      text('it pools 1 (as 2), 2 or 3 dimensions.', '仅支持 1（按 2 维处理）～3 维池化。'),
    ),
    evenPads('MaxPoolthe length of pads must be even, such as [x1_begin, x2_begin...x1_end, x2_end,...]'),
    stops(
      'MaxPoolonly support storage_order=0, but 1 is obtained now.',
      'storage-order',
      'attr.storage_order == 1',
      text('storage_order must be 0.', 'storage_order 必须为 0。'),
    ),
    stops(
      'MaxPoolkernel_shape is required attribute, but NONE is obtained now.',
      'kernel-shape',
      'attr.kernel_shape absent',
      text('kernel_shape is required.', '必须写出 kernel_shape。'),
    ),
    entry('storage_order unsupported (must be 0)'),
    ...poolingOnCpu,
    document(
      '2D tensors do not support dilations',
      'dilations',
      'max(attr.dilations) > 1',
      'no dilation of a 2-D pooling.',
      '二维池化不支持 dilations。',
    ),
    document(
      'auto_pad=VALID needs ceil_mode=0',
      'valid-ceil',
      "attr.auto_pad == 'VALID' and attr.ceil_mode == 1",
      'auto_pad=VALID needs ceil_mode=0.',
      'auto_pad=VALID 时须 ceil_mode=0。',
    ),
    document(
      'pads and auto_pad are exclusive',
      'pads-and-auto-pad',
      "attr.pads present and attr.auto_pad != 'NOTSET'",
      'pads and auto_pad exclude each other.',
      'pads 与 auto_pad 互斥。',
    ),
    entry('Indices output unsupported (plugin message)'),
    keepOriginType('fp32 unsupported with must_keep_origin_dtype'),
  ],
  LpPool: [
    stops(
      'Only support 1D/2D/3D, but the length of kernel_shape is %ld',
      'dimensions',
      'not (count(attr.kernel_shape) in [1, 2, 3])',
      text('it pools 1, 2 or 3 dimensions.', '仅支持 1～3 维池化。'),
    ),
    stops(
      'attr auto_pad[%s] only NOTSET/SAME_UPPER/SAME_LOWER/VALID',
      'auto-pad',
      "not (attr.auto_pad in ['NOTSET', 'SAME_UPPER', 'SAME_LOWER', 'VALID'])",
      text('auto_pad has a value that it does not know.', 'auto_pad 取值无法识别。'),
    ),
    entry(
      'LpPoolCurrent attr not surpport ceil_mode,Waiting for enhancement',
      silent(
        'ceil-mode',
        'attr.ceil_mode == 1',
        text('ceil_mode is not read: the output is one smaller.', '不读取 ceil_mode：输出会小 1。'),
      ),
    ),
    entry(
      'LpPoolCurrent attr not surpport dilations,Waiting for enhancement',
      silent('dilations', 'max(attr.dilations) > 1', text('dilations are not read.', '不读取 dilations。')),
    ),
    evenPads('AveragePoolthe length of pads must be even, such as [x1_begin, x2_begin...x1_end, x2_end,...]'),
    samePadding('SAME_UPPER/SAME_LOWER both map to TBE SAME (accuracy risk)'),
  ],
  BatchNormalization: [
    document(
      'momentum unsupported (inference only)',
      'training-mode',
      'attr.training_mode == 1',
      'inference only.',
      '仅支持推理。',
    ),
  ],
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
    ),
    document('pads in [0,255]', 'pads', 'max(attr.pads) > 255', 'pads of at most 255.', 'pads 最大 255。'),
    document('strides H/W in [1,63]', 'strides', 'max(attr.strides) > 63', 'strides of at most 63.', '步长最大 63。'),
    document(
      'input W in [1,4096]',
      'input-width',
      'dim(input[0], -1) > 4096',
      'an input of at most 4096 in width.',
      '输入宽度最大 4096。',
    ),
    document(
      'weight H and W in [1,255]',
      'weight-size',
      'max(spatial(input[1])) > 255',
      'kernels of at most 255.',
      '卷积核最大 255。',
    ),
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
    document('dilations must be 1', 'dilations', 'max(attr.dilations) > 1', 'dilations of 1.', 'dilations 须为 1。'),
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
  Gemm: [
    keepOriginType('opset 8/9/10: fp32 unsupported with must_keep_origin_dtype'),
    remark(
      'C/alpha/beta unsupported in the CANN 5.x doc; the current plugin lowers them to Muls+Add',
      'bias',
      'C, alpha and beta become Muls and Add.',
      'C、alpha、beta 会转换为 Muls 与 Add。',
    ),
  ],
  GlobalMaxPool: [
    stops(
      '4D or 5D input only (plugin)',
      'rank',
      'not (rank(input[0]) in [4, 5])',
      text('it takes 4-D and 5-D inputs.', '仅支持 4 维与 5 维输入。'),
      text('Use ReduceMax.', '请改用 ReduceMax。'),
    ),
  ],
  GridSample: [
    stops(
      'the value of align_corners out of range',
      'align-corners',
      'not (attr.align_corners in [0, 1])',
      text('align_corners must be 0 or 1.', 'align_corners 必须为 0 或 1。'),
    ),
  ],
  InstanceNormalization: [
    remark('scale/B same dtype as x', 'types', 'scale and B have the type of the input.', 'scale、B 与输入类型相同。'),
  ],
  LRN: [
    stops('Message do not have attr size', 'size', 'attr.size absent', text('size is required.', '必须写出 size。')),
    stops(
      'Attr size must be odd num',
      'odd-size',
      'attr.size % 2 == 0',
      text('size must be odd.', 'size 必须为奇数。'),
    ),
    entry('size must be odd'),
  ],
  LSTM: [remark('single layer', 'layer', 'One layer, as in ONNX.', '单层，与 ONNX 一致。')],
  MatMul: [
    document(
      '1 to 6 dimensional inputs only',
      'rank',
      'rank(input[0]) > 6 or rank(input[1]) > 6',
      'inputs of at most 6 dimensions.',
      '输入最多 6 维。',
    ),
  ],
  MaxRoiPool: [keepOriginType('fp32 unsupported with must_keep_origin_dtype')],
  PRelu: [
    document(
      'slope must be 1-D: size 1, or x.shape[1] when x is not 1-D',
      'slope',
      'rank(input[1]) > 1 and size(input[1]) != 1 and size(input[1]) != dim(input[0], 1)',
      'a slope of one element or one for every channel.',
      'slope 须为单个值或每通道一个值。',
    ),
  ],
  Resize: [
    entry(
      'Current antialias unsupported; expected type: int.',
      silent(
        'antialias',
        'attr.antialias == 1',
        text('antialias is not read: the plain resize is computed.', '不读取 antialias：按普通缩放计算。'),
        text('Export without antialias.', '请关闭 antialias 后导出。'),
      ),
    ),
    entry(
      'Current axes unsupported; expected type: ints.',
      silent(
        'axes',
        'attr.axes present',
        text(
          'axes is not read: scales or sizes are taken for all axes.',
          '不读取 axes：scales/sizes 被当作所有轴的值。',
        ),
        text('Write scales or sizes for every axis.', '请为所有轴写出 scales 或 sizes。'),
      ),
    ),
    entry(
      'Current keep_aspect_ratio_policy unsupported; expected type: string.',
      silent(
        'aspect-ratio',
        "attr.keep_aspect_ratio_policy in ['not_larger', 'not_smaller']",
        text(
          'keep_aspect_ratio_policy is not read: the image is stretched.',
          '不读取 keep_aspect_ratio_policy：图像会被拉伸。',
        ),
        text('Compute the sizes before.', '请预先计算目标尺寸。'),
      ),
    ),
    stops(
      'Input size is less than 3, cannot access input_roi and input_scales.',
      'inputs',
      'opset >= 11 and count(inputs) < 3',
      text('roi and scales must be there, empty if need be.', '必须带 roi 与 scales 输入（可为空）。'),
    ),
    stops(
      'Unsupported interpolation mode.',
      'mode',
      "not (attr.mode in ['nearest', 'linear', 'cubic'])",
      text('the interpolation mode is unknown.', '插值模式无法识别。'),
    ),
    entry('Get attr coordinate transformation mode failed, set to default.'),
    entry('Get attr mode failed, set to default.'),
    entry('ParseOpToGraphResizeThe input_size is error.'),
    remark(
      'mode nearest/linear only in the CANN 5.x doc (cubic added by later plugin)',
      'cubic',
      'cubic came after CANN 5.x.',
      'cubic 为 CANN 5.x 之后新增。',
    ),
    document(
      'scales or sizes must be constants (fold with onnxsim)',
      'constant-size',
      'given(input[3]) and not constant(input[3]) or given(input[2]) and not constant(input[2])',
      'constant scales or sizes.',
      'scales 或 sizes 须为常量。',
    ),
    entry('antialias/axes/keep_aspect_ratio_policy: see plugin messages'),
  ],
  RoiAlign: [
    remark(
      'batch_indices must be int32 (not int64)',
      'indices',
      'CANN 5.x wants int32 batch indices; the current parser casts them.',
      'CANN 5.x 要求 batch_indices 为 int32；当前解析器会自动转换。',
    ),
    keepOriginType('fp32/fp64 unsupported with must_keep_origin_dtype'),
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
  MeanVarianceNormalization: [],
  Hardmax: [
    remark(
      '--precision_mode must be allow_fp32_to_fp16',
      'precision-mode',
      'Needs --precision_mode=allow_fp32_to_fp16.',
      '需要 --precision_mode=allow_fp32_to_fp16。',
    ),
  ],
  If: [
    entry(
      'subgraph branches; If is the only ONNX control-flow op the parser adapts (parser/parser/onnx/subgraph_adapter/if_subgraph_adapter.cc)',
      noted('branches', text('The only control flow that the parser adapts.', '解析器唯一适配的控制流算子。')),
    ),
  ],
  IsInf: [
    stops(
      'The operator will computes both positive and negative cases!',
      'one-sign',
      'attr.detect_negative == 0 or attr.detect_positive == 0',
      text('both signs are detected, or none.', '正负无穷须同时检测。'),
      text('Combine IsInf with a comparison of the sign.', '请将 IsInf 与符号比较组合。'),
    ),
  ],
};
