import { type Entries, entry, silent, text } from '../entry';
import { keepOriginType, noopReduction, selectFirst } from './shared';

export const reductions: Entries = {
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
};
