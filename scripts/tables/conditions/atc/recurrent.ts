import type { Entries } from '../entry';
import { remark } from './shared';

export const recurrent: Entries = {
  LSTM: [remark('single layer', 'layer', 'One layer, as in ONNX.', '单层，与 ONNX 一致。')],
};
