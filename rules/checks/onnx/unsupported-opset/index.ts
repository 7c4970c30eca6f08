import type { GraphRule } from '../../../../core/model';
import { reasonRule } from '../../reasons/reason-rule';
import en from './en.md';
import zh from './zh-cn.md';

/** The route knows the operator, but not at the opset that the model imports. */
export const rule: GraphRule = reasonRule({
  code: 'onnx/unsupported-opset',
  severity: 'error',
  title: { en: 'Operator version that the route has no parser for', zh: '工具链未注册的算子版本（opset）' },
  documentation: { en, zh },
  advice: {
    en: 'Export the model at an opset that the route has parsers for, or convert it with onnx.version_converter.',
    zh: '以工具链已注册的 opset 重新导出模型，或用 onnx.version_converter 转换。',
  },
});
