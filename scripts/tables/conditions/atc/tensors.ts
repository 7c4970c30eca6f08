import { type Entries, type Entry, entry, limited, noted, silent, text } from '../entry';
import { document, evenPads, keepOriginType, noopReduction, remark, selectFirst, stops } from './shared';

function atLeastOneInput(fact: string): Entry {
  return stops(fact, 'inputs', 'count(inputs) < 1', text('it needs an input.', '至少需要一个输入。'));
}

function required(fact: string, attribute: string): Entry {
  return stops(
    fact,
    attribute,
    `attr.${attribute} absent`,
    text(`${attribute} is required.`, `必须写出 ${attribute}。`),
  );
}

function outputTypes(fact: string, types: string): Entry {
  return stops(
    fact,
    'output-type',
    `attr.dtype present and not (dtype(attr.dtype) in [${types}])`,
    text(`the output type must be one of ${types}.`, `输出类型必须为 ${types} 之一。`),
  );
}

function pairOf(fact: string, attribute: string): Entry {
  return stops(
    fact,
    attribute,
    `attr.${attribute} present and count(attr.${attribute}) != 2`,
    text(`${attribute} must hold 2 values.`, `${attribute} 必须含 2 个值。`),
  );
}

/** Types that parsers of CANN commonly leave out; which ones, their sources do not tell here. */
const rareTypes =
  '[bfloat16, uint16, uint32, uint64, complex64, complex128, string, float8e4m3fn, float8e5m2, int4, uint4]';

const dataDependent = text(
  'The size of the output depends on the data: the model is compiled with dynamic shapes behind it.',
  '输出大小取决于数据：其后的部分按动态形状编译。',
);

export const tensors: Entries = {
  ArgMax: [
    selectFirst('Only support select_last_index=0, but 1 is obtained now'),
    keepOriginType('fp32 input unsupported with --precision_mode=must_keep_origin_dtype'),
    entry('select_last_index must be 0 (plugin message + newer doc)'),
  ],
  ArgMin: [
    selectFirst("select_last_index should be 0, but now it's 1"),
    keepOriginType('fp32 input unsupported with --precision_mode=must_keep_origin_dtype'),
    entry('select_last_index must be 0 (plugin message)'),
  ],
  BitShift: [
    required('direction attr is empty', 'direction'),
    stops(
      'attr direction is error',
      'direction-value',
      "not (attr.direction in ['LEFT', 'RIGHT'])",
      text('direction must be LEFT or RIGHT.', 'direction 必须为 LEFT 或 RIGHT。'),
    ),
    document(
      'direction=LEFT does not support uint16/uint32/uint64',
      'left',
      "attr.direction == 'LEFT' and dtype(input[0]) in [uint16, uint32, uint64]",
      'no left shift of uint16, uint32 and uint64.',
      '左移不支持 uint16、uint32、uint64。',
    ),
  ],
  Cast: [
    entry(
      'TransDataTypeFromOnnxToOm failed, onnx = %d',
      limited(
        'target-type',
        'dtype(attr.to) in [float8e4m3fn, float8e4m3fnuz, float8e5m2, float8e5m2fnuz, float8e8m0, float4e2m1, int4, uint4, int2, uint2, string] and undecidable',
        text("ATC's parser may not know the target type.", 'ATC 解析器可能不识别该目标类型。'),
        text('Cast to float16, float, int32 or int64.', '请转换为 float16、float、int32 或 int64。'),
      ),
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
  DepthToSpace: [
    stops(
      'blocksize, specifying the size of the spatial block, should be >=2,',
      'blocksize',
      'attr.blocksize < 2',
      text('blocksize must be 2 or more.', 'blocksize 必须不小于 2。'),
    ),
    remark('NCHW input', 'layout', 'NCHW, as in ONNX.', 'NCHW 布局，与 ONNX 一致。'),
  ],
  Div: [
    remark(
      'input and output dtypes must be equal',
      'types',
      'Inputs and output have one type, as in ONNX.',
      '输入输出类型相同，与 ONNX 一致。',
    ),
  ],
  Einsum: [required('Attr of equation must be not null.', 'equation')],
  Equal: [
    remark(
      'both inputs same dtype and format',
      'types',
      'Both inputs have one type, as in ONNX.',
      '两输入类型相同，与 ONNX 一致。',
    ),
  ],
  Expand: [
    document(
      'shape input must be a constant (fold with onnxsim) - CANN 5.x doc',
      'constant-shape',
      'not constant(input[1])',
      'a constant shape.',
      'shape 须为常量。',
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
  Gather: [
    document(
      'negative indices unsupported',
      'negative',
      'min(elements(input[1])) < 0',
      'no negative indices.',
      '不支持负索引。',
    ),
  ],
  GatherND: [
    stops(
      'only support batch_dims=0',
      'batch-dims',
      'attr.batch_dims != 0',
      text('batch_dims must be 0.', 'batch_dims 必须为 0。'),
      text('Write the batch indices out, or use GatherElements.', '请显式写出批索引，或改用 GatherElements。'),
    ),
    keepOriginType('double unsupported with must_keep_origin_dtype'),
    entry('batch_dims: plugin supports only 0'),
  ],
  Max: [atLeastOneInput('input_size must >= 1')],
  Min: [atLeastOneInput('input_size must ge 1')],
  Sum: [atLeastOneInput('input_num must be 1')],
  Mean: [
    stops(
      'ParseOpToGraphMeaninput size must greater than 1',
      'inputs',
      'count(inputs) < 2',
      text('it needs 2 inputs or more.', '至少需要 2 个输入。'),
      text('Remove the operator.', '请删除该算子。'),
    ),
  ],
  MaxUnpool: [required('node must have attr kernel_shape', 'kernel_shape')],
  Mod: [
    entry(
      'Current optype not surpport fmod, please ignore',
      silent(
        'fmod',
        'attr.fmod == 1 and (dtype(input[0]) in [int8, int16, int32, int64] or undecidable)',
        text("fmod is not read: the sign of the remainder may be the divisor's.", '不读取 fmod：余数符号可能随除数。'),
        text('Compute x - y * trunc(x / y) with elementary operators.', '请用基本算子计算 x - y * trunc(x / y)。'),
      ),
    ),
    document(
      'fmod=0 unsupported for floating inputs',
      'float',
      'attr.fmod == 0 and dtype(input[0]) in [float, float16, double, bfloat16]',
      'no fmod=0 of floats.',
      '浮点输入不支持 fmod=0。',
    ),
  ],
  Multinomial: [
    outputTypes('dtype[%d] is wrong,please select right dtype', 'int32, int64'),
    entry('output int32/int64'),
  ],
  NonMaxSuppression: [
    stops(
      'The input_size is error.',
      'inputs',
      'count(inputs) < 2 or count(inputs) > 5',
      text('it takes 2 to 5 inputs.', '支持 2～5 个输入。'),
    ),
    entry('data-dependent output shape', noted('data-dependent', dataDependent)),
  ],
  NonZero: [entry('data-dependent output shape; int64 output', noted('data-dependent', dataDependent))],
  OneHot: [document('axis < -1 unsupported', 'axis', 'attr.axis < -1', 'an axis of -1 or more.', 'axis 须不小于 -1。')],
  Pad: [evenPads('the length of pads must be even, such as [x1_begin, x2_begin...x1_end, x2_end,...]')],
  RandomNormal: [
    required('Attr of shape must be not null.', 'shape'),
    outputTypes('only support float32/half/double, but got %d', 'float, float16, double'),
  ],
  RandomNormalLike: [
    outputTypes(
      'RandomNormalLike output dtype[%d] not supported, only support float/float16/double.',
      'float, float16, double',
    ),
    entry('RandomNormalLike has no dtype attr.'),
  ],
  RandomUniform: [outputTypes('only support float32/float16/int32/int64, but got %d', 'float, float16, int32, int64')],
  RandomUniformLike: [
    outputTypes(
      'RandomUniformLike output dtype[%d] not supported, only support float/float16/double.',
      'float, float16, double',
    ),
    entry('RandomUniformLike has no dtype attr.'),
  ],
  Range: [
    document(
      'int64 start/limit/delta not listed in the CANN 5.x doc',
      'int64',
      'dtype(input[0]) == int64',
      'int64 is not listed.',
      '未列出 int64。',
    ),
  ],
  ReduceL1: [noopReduction],
  ReduceL2: [noopReduction],
  ReduceMax: [noopReduction],
  ReduceMean: [noopReduction],
  ReduceMin: [noopReduction],
  ReduceProd: [noopReduction],
  ReduceSum: [
    entry(
      'empty axes does NOT reduce all axes: pass explicit axes (newer doc id 53928529578: export x.amax(dim=[0,1,2]) style or set axes to all)',
      silent(
        'empty-axes',
        'attr.noop_with_empty_axes != 1 and attr.axes absent and (not given(input[1]) or count(elements(input[1])) == 0)',
        text(
          'Without axes ONNX sums over all of them; CANN sums over none.',
          '未给出 axes 时 ONNX 对所有轴求和，CANN 则不归约。',
        ),
        text('Write all axes.', '请显式写出所有轴。'),
      ),
    ),
  ],
  Reshape: [remark('shape int64', 'shape', 'The shape is int64, as in ONNX.', 'shape 为 int64，与 ONNX 一致。')],
  ReverseSequence: [remark('rank >= 2', 'rank', 'Two dimensions or more, as in ONNX.', '至少二维，与 ONNX 一致。')],
  ScatterElements: [entry('reduction: see plugin messages')],
  ScatterND: [
    stops(
      "ScatterNDScatterND with reduction='mul' is not supported in this plugin.",
      'multiplication',
      "attr.reduction == 'mul'",
      text("reduction='mul' is not supported.", "不支持 reduction='mul'。"),
      text('Multiply by a tensor that is scattered into ones.', '请先散布到全 1 张量再相乘。'),
    ),
    stops(
      'ScatterNDUnsupported reduction mode: %s',
      'reduction',
      "not (attr.reduction in ['none', 'add', 'mul', 'max', 'min'])  and attr.reduction present",
      text('the reduction is unknown.', 'reduction 无法识别。'),
    ),
    entry("reduction='mul' unsupported (plugin message)"),
  ],
  Slice: [
    stops(
      'attr must have ends and starts',
      'bounds',
      'opset < 10 and (attr.starts absent or attr.ends absent)',
      text('starts and ends are required.', '必须写出 starts 与 ends。'),
    ),
    document(
      '1-D input unsupported (CANN 5.x doc)',
      'rank',
      'rank(input[0]) == 1 and not constant(input[0])',
      'no slice of a 1-D tensor.',
      '不支持一维张量。',
    ),
    document(
      'last-axis step must be 1 (CANN 5.x doc)',
      'step',
      'max(elements(input[4])) > 1 or min(elements(input[4])) < 1',
      'a step of 1 along the last axis.',
      '最后一轴步长须为 1。',
    ),
  ],
  SpaceToDepth: [
    required(
      'Because input tensor shape is [N,C,H,W] and output tensor shape is [N, C*blocksize*blocksize, H/blocksize, W/blocksize],attr blocksize must be INT.',
      'blocksize',
    ),
  ],
  Split: [
    stops(
      'output size[%d] is not equal split size[%d].',
      'sizes',
      'count(attr.split) != count(outputs)',
      text('split has another length than there are outputs.', 'split 的长度与输出个数不一致。'),
    ),
    stops(
      'output size[%d] is not equal num_outputs[%d].',
      'num-outputs',
      'attr.num_outputs present and attr.num_outputs != count(outputs)',
      text('num_outputs is not the number of outputs.', 'num_outputs 与输出个数不一致。'),
    ),
    stops(
      'dim_size[%ld] can not be evenly divided by split_size[%ld].',
      'uneven',
      'attr.num_outputs present and dim(input[0], attr.axis) % attr.num_outputs != 0',
      text('the axis does not divide evenly by num_outputs.', '该轴不能被 num_outputs 整除。'),
      text('Write the sizes as the split input.', '请以 split 输入写出各段大小。'),
    ),
    document(
      'every split >= 1; sum(split)==dim',
      'empty',
      'min(attr.split) < 1 or min(elements(input[1])) < 1',
      'parts of 1 or more.',
      '每段不小于 1。',
    ),
  ],
  TfIdfVectorizer: [
    remark(
      'in the CANN 5.x document (opset 9-13) but no plugin registration found in hicann ops repos',
      'registration',
      'Documented for CANN 5.x; no parser of it is in the open repositories.',
      'CANN 5.x 文档列出，但开源仓库中未找到其解析器。',
    ),
  ],
  TopK: [
    stops(
      'TopKonnx TopK has no K attr.',
      'k',
      'opset < 10 and attr.k absent',
      text('k is required below opset 10.', 'opset 10 以下必须写出 k。'),
    ),
  ],
  Transpose: [required('must input the attr of perm', 'perm')],
  Trilu: [
    stops(
      'now only support one or two input',
      'inputs',
      'count(inputs) > 2',
      text('it takes 1 or 2 inputs.', '仅支持 1 或 2 个输入。'),
    ),
    entry('input node number can only be 1 or 2.'),
    remark('Triu symbolic also registered at opset 13-16', 'triu', 'Triu is registered too.', '另注册有 Triu。'),
  ],
  Unsqueeze: [
    stops(
      'axes is a required argument, please check it!',
      'axes',
      'attr.axes absent and not given(input[1])',
      text('axes are required.', '必须给出 axes。'),
    ),
  ],
  Where: [remark('cond bool', 'condition', 'A bool condition, as in ONNX.', '条件为 bool，与 ONNX 一致。')],
};
