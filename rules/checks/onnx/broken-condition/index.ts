import type { GraphRule } from '../../../../core/model';
import { reasonRule } from '../../reasons/reason-rule';
import en from './en.md';
import zh from './zh-cn.md';

/** The route supports the operator, but not with these attributes, ranks, types or computed inputs. */
export const rule: GraphRule = reasonRule({
  code: 'onnx/broken-condition',
  severity: 'error',
  title: { en: 'Operator whose use breaks a condition of the route', zh: '算子用法违反工具链的限制条件' },
  documentation: { en, zh },
  advice: {
    en: 'Change the attribute or input that the message names before the export.',
    zh: '导出前修改消息中指出的属性或输入。',
  },
});
