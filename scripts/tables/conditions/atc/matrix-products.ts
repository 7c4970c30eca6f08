import type { Entries } from '../entry';
import { document, keepOriginType, remark, required } from './shared';

export const matrixProducts: Entries = {
  Gemm: [
    keepOriginType('opset 8/9/10: fp32 unsupported with must_keep_origin_dtype'),
    remark(
      'C/alpha/beta unsupported in the CANN 5.x doc; the current plugin lowers them to Muls+Add',
      'bias',
      'C, alpha and beta become Muls and Add.',
      'C、alpha、beta 会转换为 Muls 与 Add。',
    ),
  ],
  MatMul: [
    document(
      '1 to 6 dimensional inputs only',
      'rank',
      'rank(input[0]) > 6 or rank(input[1]) > 6',
      'inputs of at most 6 dimensions.',
      '输入最多 6 维。',
    ),
  ],
  Einsum: [required('Attr of equation must be not null.', 'equation')],
};
