import type { GraphRule } from '../../../../core/model';
import { reasonRule } from '../../reasons/reason-rule';
import en from './en.md';
import zh from './zh-cn.md';

/** The compiler computes the operator in F32 whatever the deployment precision, with casts around it. */
export const rule: GraphRule = reasonRule({
  code: 'onnx/f32-only-lowering',
  severity: 'warning',
  title: {
    en: 'Operator lowered to F32 in a 16-bit or quantised model',
    zh: '在 16 位或量化模型中仍以 F32 计算的算子',
  },
  documentation: { en, zh },
  advice: {
    en: 'Count these operators as F32 when estimating speed; where they dominate, use a fused or approximate form.',
    zh: '估算性能时应按 F32 计算这些算子；若占比很大，请改用融合算子或近似形式。',
  },
});
