import { type Entries, entry, noted, text } from '../entry';
import { document, keepOriginType, lifted, remark, stops } from './shared';

const dataDependent = text(
  'The size of the output depends on the data: the model is compiled with dynamic shapes behind it.',
  '输出大小取决于数据：其后的部分按动态形状编译。',
);

export const indexing: Entries = {
  Gather: [
    remark(
      'negative indices unsupported',
      'negative',
      'CANN 5.x takes no negative indices; 8.1 does, in its default mode (high precision).',
      'CANN 5.x 不支持负索引；8.1 默认模式（高精度）已支持。',
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
      lifted.slice,
    ),
    document(
      'last-axis step must be 1 (CANN 5.x doc)',
      'step',
      'max(elements(input[4])) > 1 or min(elements(input[4])) < 1',
      'a step of 1 along the last axis.',
      '最后一轴步长须为 1。',
      lifted.slice,
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
  TopK: [
    stops(
      'TopKonnx TopK has no K attr.',
      'k',
      'opset < 10 and attr.k absent',
      text('k is required below opset 10.', 'opset 10 以下必须写出 k。'),
    ),
  ],
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
};
