import type { GraphRule } from '../../../../core/model';
import { reasonRule } from '../../reasons/reason-rule';
import en from './en.md';
import zh from './zh-cn.md';

/** An operator that runs on the device, but on a slow path that the evidence names. */
export const rule: GraphRule = reasonRule({
  code: 'onnx/slow-operator',
  severity: 'warning',
  title: { en: 'Operator that runs at a cost that can be named', zh: '可运行但代价明确的慢算子' },
  documentation: { en, zh },
  advice: {
    en: 'Where it matters, rewrite the operator as the message says, and measure.',
    zh: '如影响性能，请按消息提示改写并实测。',
  },
  withoutReason: (op, route, target) => ({
    en: `${op} is slow on ${target.en} by way of ${route}.`,
    zh: `经 ${route} 编译后，${op} 在 ${target.zh} 上运行较慢。`,
  }),
});
