import { type ConditionInput, type Entries, type Entry, entry, silent, text } from '../entry';
import { document, keepOriginType, lifted, remark, required, stops } from './shared';

function pairOf(fact: string, attribute: string): Entry {
  return stops(
    fact,
    attribute,
    `attr.${attribute} present and count(attr.${attribute}) != 2`,
    text(`${attribute} must hold 2 values.`, `${attribute} 必须含 2 个值。`),
  );
}

const interpolationOn950: ConditionInput = {
  id: 'interpolation-950',
  when: "chip == '950' and not (attr.mode in ['nearest'])",
  verdict: 'unknown',
  kind: 'placement',
  message: text(
    "CANN's public operator repositories (August 2026) define a kernel for mode nearest alone on Ascend 950; the library may hold others that are not public.",
    'CANN 公开算子仓库（2026 年 8 月）中，Ascend 950 仅有 nearest 模式的实现定义；算子库中可能有未公开的实现。',
  ),
  advice: text('Try the conversion with your CANN version.', '请在所用的 CANN 版本上实际转换验证。'),
  source: 'hicann/ops-nn@e5c3fa9327ea:common/src/framework/resize_onnx_plugin.cpp',
};

export const images: Entries = {
  GridSample: [
    stops(
      'the value of align_corners out of range',
      'align-corners',
      'not (attr.align_corners in [0, 1])',
      text('align_corners must be 0 or 1.', 'align_corners 必须为 0 或 1。'),
    ),
  ],
  MaxRoiPool: [keepOriginType('fp32 unsupported with must_keep_origin_dtype')],
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
      'given(input[3]) and not known(input[3]) or given(input[2]) and not known(input[2])',
      'constant scales or sizes.',
      'scales 或 sizes 须为常量。',
      lifted.resize,
    ),
    entry('antialias/axes/keep_aspect_ratio_policy: see plugin messages'),
    entry(undefined, interpolationOn950),
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
  Col2Im: [
    pairOf('length of dilations must be 2.', 'dilations'),
    stops(
      'length of pads must be 2.',
      'pads',
      'attr.pads present and not (count(attr.pads) in [2, 4])',
      text('it folds 2 dimensions.', '仅支持两个空间维。'),
    ),
    pairOf('length of strides must be 2.', 'strides'),
  ],
  DepthToSpace: [
    stops(
      'blocksize, specifying the size of the spatial block, should be >=2,',
      'blocksize',
      'attr.blocksize < 2',
      text('blocksize must be 2 or more.', 'blocksize 必须不小于 2。'),
    ),
    remark('NCHW input', 'layout', 'NCHW, as in ONNX.', 'NCHW 布局，与 ONNX 一致。'),
  ],
  SpaceToDepth: [
    required(
      'Because input tensor shape is [N,C,H,W] and output tensor shape is [N, C*blocksize*blocksize, H/blocksize, W/blocksize],attr blocksize must be INT.',
      'blocksize',
    ),
  ],
};
