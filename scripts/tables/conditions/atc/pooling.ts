import { type Entries, entry, silent, text } from '../entry';
import {
  document,
  evenPads,
  keepOriginType,
  lifted,
  poolingOnCpu,
  remark,
  required,
  samePadding,
  stops,
} from './shared';

export const pooling: Entries = {
  AveragePool: [
    stops(
      'AveragePoolOnly support 1D/2D/3D, but the length of kernel_shape is %ld',
      'dimensions',
      'not (count(attr.kernel_shape) in [1, 2, 3])',
      text('it pools 1, 2 or 3 dimensions.', '仅支持 1～3 维池化。'),
    ),
    entry('AveragePoolCurrent auto_pad not surpport SAME_LOWER, please ignore'),
    evenPads('AveragePoolthe length of pads must be even, such as [x1_begin, x2_begin...x1_end, x2_end,...]'),
    ...poolingOnCpu(lifted.averagePool),
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
    ...poolingOnCpu(lifted.maxPool),
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
  GlobalMaxPool: [
    stops(
      '4D or 5D input only (plugin)',
      'rank',
      'not (rank(input[0]) in [4, 5])',
      text('it takes 4-D and 5-D inputs.', '仅支持 4 维与 5 维输入。'),
      text('Use ReduceMax.', '请改用 ReduceMax。'),
    ),
  ],
  MaxUnpool: [required('node must have attr kernel_shape', 'kernel_shape')],
};
