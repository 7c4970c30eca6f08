import { type Entries, entry, limited, text } from '../entry';
import { atLeastOneInput, document, evenPads, lifted, remark, required, stops } from './shared';

/** Types that parsers of CANN commonly leave out; which ones, their sources do not tell here. */
const rareTypes =
  '[bfloat16, uint16, uint32, uint64, complex64, complex128, string, float8e4m3fn, float8e5m2, int4, uint4]';

export const shapes: Entries = {
  Concat: [required('onnx Concat op has no axis attr.', 'axis'), atLeastOneInput('input_size must ge 1')],
  Constant: [
    document(
      'sparse_value unsupported',
      'sparse',
      'attr.sparse_value present',
      'no sparse constants.',
      '不支持稀疏常量。',
    ),
  ],
  ConstantOfShape: [
    entry(
      "ConstantOfShapeDatatype[%d] don't support.",
      limited(
        'value-type',
        `dtype(output[0]) in ${rareTypes} and undecidable`,
        text("ATC's parser knows only some types of value.", 'ATC 解析器只支持部分 value 类型。'),
      ),
    ),
    // Where the shape is known, the tensor is made on the host; where it is not, it cannot be told.
    remark('1 <= len(shape) <= 8', 'rank', 'CANN 5.x: 1 to 8 dimensions.', 'CANN 5.x：1～8 维。'),
    remark('all shape values must be > 0', 'empty', 'CANN 5.x: no dimension of 0.', 'CANN 5.x：不支持为 0 的维度。'),
  ],
  Expand: [
    document(
      'shape input must be a constant (fold with onnxsim) - CANN 5.x doc',
      'constant-shape',
      'not known(input[1])',
      'a constant shape.',
      'shape 须为常量。',
      lifted.expand,
    ),
  ],
  EyeLike: [
    entry(
      'cur attr dype[%d] not support',
      limited(
        'type',
        `dtype(attr.dtype) in ${rareTypes} and undecidable`,
        text("ATC's parser knows only some types.", 'ATC 解析器只支持部分类型。'),
      ),
    ),
    document('only k=0 (doc)', 'diagonal', 'attr.k != 0', 'the main diagonal only.', '仅支持主对角线。'),
  ],
  Flatten: [
    remark(
      'negative axis unsupported (CANN 5.x doc; newer doc allows [-r,r])',
      'negative-axis',
      'CANN 5.x: no negative axis; allowed since.',
      'CANN 5.x 不支持负轴，之后已放开。',
    ),
  ],
  Pad: [evenPads('the length of pads must be even, such as [x1_begin, x2_begin...x1_end, x2_end,...]')],
  Range: [
    document(
      'int64 start/limit/delta not listed in the CANN 5.x doc',
      'int64',
      'dtype(input[0]) == int64',
      'int64 is not listed.',
      '未列出 int64。',
      lifted.range,
    ),
  ],
  Reshape: [remark('shape int64', 'shape', 'The shape is int64, as in ONNX.', 'shape 为 int64，与 ONNX 一致。')],
  Transpose: [required('must input the attr of perm', 'perm')],
  Unsqueeze: [
    stops(
      'axes is a required argument, please check it!',
      'axes',
      'attr.axes absent and not given(input[1])',
      text('axes are required.', '必须给出 axes。'),
    ),
  ],
};
