import type { GraphRule } from '../../../../core/model';
import { reasonRule } from '../../reasons/reason-rule';
import en from './en.md';
import zh from './zh-cn.md';

/** The operator is known, but not in this element type or deployment precision on this chip. */
export const rule: GraphRule = reasonRule({
  code: 'onnx/unsupported-precision',
  severity: 'error',
  title: { en: 'Element type or precision that the chip lacks', zh: '芯片不支持的数据类型或精度' },
  documentation: { en, zh },
  advice: {
    en: 'Deploy in a precision that the chip computes in, or keep this operator in another one (mixed precision).',
    zh: '改用芯片支持的精度部署，或让该算子保持其他精度（混合精度）。',
  },
});
