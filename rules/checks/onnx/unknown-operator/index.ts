import type { GraphRule } from '../../../../core/model';
import { reasonRule } from '../../reasons/reason-rule';
import en from './en.md';
import zh from './zh-cn.md';

/** Unknown never passes for either answer: it is said. */
export const rule: GraphRule = reasonRule({
  code: 'onnx/unknown-operator',
  severity: 'information',
  title: { en: 'Operator without evidence for either answer', zh: '没有依据可判断是否支持的算子' },
  documentation: { en, zh },
  advice: {
    en: 'Try it with the toolchain itself; if it is a custom operator, its plugin has to be registered there.',
    zh: '请直接用工具链验证；若是自定义算子，需要先在工具链中注册对应插件。',
  },
  withoutReason: (op, route, target) => ({
    en: `Nothing known says whether ${route} runs ${op} on ${target.en}.`,
    zh: `没有资料能说明 ${route} 在 ${target.zh} 上能否运行 ${op}。`,
  }),
});
