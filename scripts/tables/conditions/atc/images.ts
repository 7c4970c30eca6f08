import { type ConditionInput, type Entries, type Entry, entry, refused, samePixels, silent, text } from '../entry';
import { document, keepOriginType, lifted, remark, required, stops } from './shared';

function pairOf(fact: string, attribute: string): Entry {
  return stops(
    fact,
    attribute,
    `attr.${attribute} present and count(attr.${attribute}) != 2`,
    text(`${attribute} must hold 2 values.`, `${attribute} 必须含 2 个值。`),
  );
}

const parser = 'hicann/ops-nn@e5c3fa9327ea:common/src/framework/resize_onnx_plugin.cpp';
const coordinate = 'attr.coordinate_transformation_mode';
const knownCoordinates = "'asymmetric', 'half_pixel', 'pytorch_half_pixel', 'align_corners'";
const grows = 'dim(output[0], 2) % dim(input[0], 2) == 0 and dim(output[0], 3) % dim(input[0], 3) == 0';
const shrinks = 'dim(input[0], 2) % dim(output[0], 2) == 0 and dim(input[0], 3) % dim(output[0], 3) == 0';
const doubles = [2, 3]
  .map((axis) => {
    const [from, to] = [`dim(input[0], ${axis})`, `dim(output[0], ${axis})`];
    return `(${to} == 2 * ${from} or ${to} == ${from} or ${from} == 1)`;
  })
  .join(' and ');
const halves = 'dim(input[0], 2) % (2 * dim(output[0], 2)) == 0';
const halfPixel = `(${coordinate} == 'half_pixel' or ${coordinate} == 'pytorch_half_pixel' and dim(output[0], 2) > 1 and dim(output[0], 3) > 1)`;

/**
 * Where the kernel of mode nearest takes the pixels that ONNX means, though the parser hands it no nearest_mode: it rounds
 * asymmetric coordinates i * s down (s: input by output size), (i + 0.5) * s down for half pixels, and aligned corners to the
 * nearest, halves up. ONNX's half-pixel coordinate is (i + 0.5) * s - 0.5: rounded with halves up it is that pixel, and with
 * halves down where it is never halfway, as for whole factors. For other factors the pixels may be the same or not.
 */
const nearestAsMeant = [
  samePixels,
  `${coordinate} == 'asymmetric' and attr.nearest_mode == 'floor'`,
  `${coordinate} == 'asymmetric' and ${shrinks}`,
  `${coordinate} == 'asymmetric' and ${doubles} and attr.nearest_mode == 'round_prefer_floor'`,
  `${halfPixel} and attr.nearest_mode == 'round_prefer_ceil'`,
  `${halfPixel} and attr.nearest_mode == 'round_prefer_floor' and ${grows}`,
  `${coordinate} == 'align_corners' and attr.nearest_mode == 'round_prefer_ceil'`,
  `${coordinate} == 'align_corners' and attr.nearest_mode == 'round_prefer_floor' and not undecidable`,
  `not (${grows}) and not (${coordinate} == 'half_pixel' and attr.nearest_mode == 'round_prefer_floor' and ${halves}) and not undecidable`,
].join(' or ');

const nearestPixels = silent(
  'nearest-mode',
  `opset >= 11 and attr.mode == 'nearest' and ${coordinate} in [${knownCoordinates}] and not (${nearestAsMeant})`,
  text(
    "ATC's parser does not read nearest_mode: coordinates are rounded down, aligned corners to the nearest pixel; this resize means other pixels.",
    'ATC 解析器不读取 nearest_mode：坐标一律向下取整（align_corners 取最近像素），该 Resize 要求的取样位置与此不同。',
  ),
  text(
    "Export with coordinate_transformation_mode='asymmetric' and nearest_mode='floor', as PyTorch does.",
    "请以 coordinate_transformation_mode='asymmetric'、nearest_mode='floor' 导出（PyTorch 即如此）。",
  ),
  {
    source: `${parser}; hicann/ops-cv@6ae87653464d:image/resize_nearest_neighbor_v2/op_kernel/arch35/resize_nearest_neighbor_v2_nchw_gather.h, ComputeOriIds`,
  },
);

const otherCoordinates = silent(
  'coordinates',
  `opset >= 11 and attr.mode == 'nearest' and not (${coordinate} in [${knownCoordinates}])`,
  text(
    "ATC's parser takes other coordinates than half_pixel, pytorch_half_pixel and align_corners as asymmetric ones.",
    'ATC 解析器将 half_pixel、pytorch_half_pixel、align_corners 以外的坐标模式一律当作 asymmetric。',
  ),
  text('Export with asymmetric or half_pixel coordinates.', '请以 asymmetric 或 half_pixel 坐标导出。'),
  { source: parser },
);

const fourDimensions = refused(
  'rank',
  "attr.mode == 'nearest' and rank(input[0]) != 4",
  text(
    "ATC's parser takes the last two of four sizes for mode nearest, and its kernel a 4-D tensor.",
    'nearest 模式下 ATC 解析器取四维尺寸的后两维，其算子仅接受四维张量。',
  ),
  text('Reshape to four dimensions before and back after.', '请先 Reshape 为四维，之后再还原。'),
  { source: `${parser}; hicann/ops-cv@6ae87653464d:image/resize_nearest_neighbor_v2/README.md` },
);

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
  source: parser,
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
    entry(undefined, interpolationOn950, nearestPixels, otherCoordinates, fourDimensions),
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
