import { type Entries, entry, noted, onHost, refused, rewritten, samePixels, silent, slow, text } from '../entry';
import { foldAdvice, subnetSource, twoInputs } from './shared';

/** Height and width grow by the same whole factor: tpu-mlir repeats pixels then, whatever the coordinates. */
const repeatsPixels =
  'rank(input[0]) == 4 and dim(output[0], 2) % dim(input[0], 2) == 0 and dim(output[0], 2) * dim(input[0], 3) == dim(output[0], 3) * dim(input[0], 2)';

const rounded = "attr.nearest_mode in ['round_prefer_floor', 'round_prefer_ceil']";

/**
 * Where tpu-mlir takes the pixels that ONNX means. Repeated k times, pixel i of the output is i/k rounded down. Half-pixel
 * coordinates (i + 0.5)/k - 0.5 are nearest to the same one, and never halfway; for k = 2 so are aligned corners, and i/k
 * with halves rounded down. Other sizes are taken at asymmetric coordinates rounded down, or else at aligned corners
 * rounded, which may be the pixels meant.
 */
const nearestAsMeant = [
  samePixels,
  "attr.coordinate_transformation_mode == 'asymmetric' and attr.nearest_mode == 'floor'",
  `${repeatsPixels} and attr.coordinate_transformation_mode in ['half_pixel', 'pytorch_half_pixel'] and ${rounded}`,
  `${repeatsPixels} and dim(output[0], 2) == 2 * dim(input[0], 2) and attr.coordinate_transformation_mode == 'align_corners' and ${rounded}`,
  `${repeatsPixels} and dim(output[0], 2) == 2 * dim(input[0], 2) and attr.coordinate_transformation_mode == 'asymmetric' and attr.nearest_mode == 'round_prefer_floor'`,
  `not (${repeatsPixels}) and not undecidable`,
  `attr.coordinate_transformation_mode == 'align_corners' and ${rounded} and not undecidable`,
].join(' or ');

export const images: Entries = {
  DepthToSpace: [
    entry(
      'mode CRD supported',
      noted('crd', text('Both modes are supported.', '两种 mode 均支持。'), "attr.mode == 'CRD'"),
    ),
  ],
  Resize: [
    entry(
      'mode=cubic is replaced with linear after a log warning and a 3 s sleep',
      silent(
        'cubic',
        "attr.mode == 'cubic'",
        text('tpu-mlir computes linear instead of cubic interpolation.', 'tpu-mlir 会用线性插值代替三次插值。'),
        text('Use linear, or resize on the host before and after.', '请改用线性插值，或在主机侧缩放。'),
      ),
    ),
    entry(
      'coordinate_transformation_mode tf_half_pixel_for_nn -> half_pixel',
      silent(
        'tf-half-pixel',
        "attr.coordinate_transformation_mode == 'tf_half_pixel_for_nn'",
        text(
          'tpu-mlir takes half_pixel instead of tf_half_pixel_for_nn.',
          'tpu-mlir 以 half_pixel 代替 tf_half_pixel_for_nn。',
        ),
        text('Export with half_pixel or asymmetric.', '请以 half_pixel 或 asymmetric 导出。'),
      ),
    ),
    entry(
      'nearest_mode, cubic_coeff_a, exclude_outside, extrapolation_value, antialias, axes, keep_aspect_ratio_policy and roi are not read',
      silent(
        'nearest-mode',
        `attr.mode == 'nearest' and not (${nearestAsMeant})`,
        text(
          'tpu-mlir does not read nearest_mode: it repeats pixels where both sides grow by the same whole factor, and else takes them at asymmetric coordinates rounded down, or at aligned corners rounded. This resize means other pixels.',
          'tpu-mlir 不读取 nearest_mode：高宽按同一整数倍放大时直接复制像素，否则按 asymmetric 向下取整或 align_corners 四舍五入取样；该 Resize 要求的取样位置与此不同。',
        ),
        text(
          "Export with coordinate_transformation_mode='asymmetric' and nearest_mode='floor', as PyTorch does.",
          "请以 coordinate_transformation_mode='asymmetric'、nearest_mode='floor' 导出（PyTorch 即如此）。",
        ),
        {
          source:
            'sophgo/tpu-mlir@58b30acc6046:lib/Dialect/Top/Canonicalize/Interp.cpp; sophgo/tpu-mlir@2e9be93b1a73:lib/Dialect/Top/Interfaces/Interp.cpp',
        },
      ),
      silent(
        'unread',
        "attr.antialias == 1 or attr.axes present or attr.exclude_outside == 1 or attr.keep_aspect_ratio_policy in ['not_larger', 'not_smaller'] or attr.coordinate_transformation_mode == 'tf_crop_and_resize'",
        text(
          'tpu-mlir does not read antialias, axes, exclude_outside, keep_aspect_ratio_policy and roi; one of them matters here.',
          'tpu-mlir 不读取 antialias、axes、exclude_outside、keep_aspect_ratio_policy、roi，而此处用到了其中之一。',
        ),
        text('Export a plain resize of all axes.', '请导出覆盖所有轴的普通缩放。'),
      ),
    ),
    entry(
      '5-D linear half_pixel upsampling with constant scales > 1 becomes a 5-D GridSample with a generated grid',
      rewritten(
        'grid-sample',
        "rank(input[0]) == 5 and attr.mode == 'linear' and attr.coordinate_transformation_mode == 'half_pixel' and constant(input[2]) and min(elements(input[2])) >= 1",
        text('Becomes a 5-D GridSample over a generated grid.', '转换为带生成网格的 5 维 GridSample。'),
      ),
    ),
    entry(
      'scales with both spatial scales equal to 1 become identity',
      rewritten(
        'identity',
        'at(elements(input[2]), -1) == 1 and at(elements(input[2]), -2) == 1',
        text('Scales of 1 become identity.', '缩放系数为 1 时转换为恒等。'),
      ),
    ),
    entry(
      undefined,
      slow(
        'computed-shape',
        'given(input[3]) and not constant(input[3])',
        text(
          'The target size is computed at run time: it runs in a dynamic subnet, which splits the graph.',
          '目标尺寸在运行时计算得到：在动态子网中执行并切分计算图。',
        ),
        foldAdvice,
        { kind: 'placement', source: subnetSource },
      ),
    ),
  ],
  Upsample: [
    entry(
      'scales must be a constant and the tensor 4-D (scales[2], scales[3] are read)',
      refused(
        'scales',
        'not given(input[1]) or not constant(input[1]) or rank(input[0]) != 4',
        text(
          'tpu-mlir takes Upsample with constant scales of a 4-D tensor.',
          'tpu-mlir 的 Upsample 仅支持常量 scales 与 4 维张量。',
        ),
        text('Export at opset 11 or later, which has Resize.', '请以 opset 11 及以上导出（使用 Resize）。'),
      ),
    ),
    entry(
      'coordinate mode defaults to half_pixel although Upsample has no such attribute',
      silent(
        'half-pixel',
        "attr.mode == 'linear' or undecidable",
        text(
          'Upsample means asymmetric coordinates; tpu-mlir computes half_pixel ones.',
          'Upsample 语义为 asymmetric 坐标；tpu-mlir 按 half_pixel 计算。',
        ),
        text('Export at opset 11 or later, which has Resize.', '请以 opset 11 及以上导出（使用 Resize）。'),
      ),
    ),
  ],
  GridSample: [
    entry(
      'mode must be present and be "bilinear" or "nearest"; bicubic/cubic, opset-20 "linear", and also a missing mode attribute fail (the str default never equals the bytes compared)',
      refused(
        'mode',
        "attr.mode absent or not (attr.mode in ['bilinear', 'nearest'])",
        text(
          'tpu-mlir wants mode written, as "bilinear" or "nearest"; an absent mode fails as well.',
          'tpu-mlir 要求显式写出 mode，且为 "bilinear" 或 "nearest"；缺省也会失败。',
        ),
        text('Export at opset 16 to 19 and write mode.', '请以 opset 16～19 导出并写出 mode。'),
      ),
    ),
    entry(
      'padding_mode must be present and be zeros/border/reflection; a missing attribute fails the same way',
      refused(
        'padding-mode',
        "attr.padding_mode absent or not (attr.padding_mode in ['zeros', 'border', 'reflection'])",
        text(
          'tpu-mlir wants padding_mode written; an absent one fails.',
          'tpu-mlir 要求显式写出 padding_mode，缺省会失败。',
        ),
        text('Write padding_mode.', '请显式写出 padding_mode。'),
      ),
    ),
    twoInputs,
    entry(
      undefined,
      onHost(
        'nearest-5d',
        "rank(input[0]) == 5 and attr.mode == 'nearest'",
        text('5-D nearest GridSample runs on the host CPU.', '5 维 nearest GridSample 在主机 CPU 上执行。'),
        text('Use bilinear, or sample 2-D slices.', '改用 bilinear，或逐个二维切片采样。'),
        {
          kind: 'placement',
          source:
            'sophgo/tpu-mlir lib/Conversion/TopToTpu/BM1684X/GridSampler.cpp @36e3c625ae35b3db55eaffe34be37e1f86c5ab09',
        },
      ),
    ),
  ],
};
