import type { GraphRule } from '../../../../core/model';
import { reasonRule } from '../../reasons/reason-rule';
import en from './en.md';
import zh from './zh-cn.md';

/** An operator for which the route stops, whatever its attributes. */
export const rule: GraphRule = reasonRule({
  code: 'onnx/unsupported-operator',
  severity: 'error',
  title: { en: 'Operator that the route cannot import or compile', zh: '工具链不支持的算子' },
  documentation: { en, zh },
  advice: {
    en: 'Export the operator decomposed into supported ones, or replace it in the model before the export.',
    zh: '导出时将该算子分解为受支持的算子，或在导出前于模型中替换它。',
  },
  withoutReason: (op, route, target) => ({
    en: `${route} does not support ${op} on ${target.en}.`,
    zh: `${route} 在 ${target.zh} 上不支持 ${op}。`,
  }),
});
