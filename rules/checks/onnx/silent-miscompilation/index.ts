import type { GraphRule } from '../../../../core/model';
import { reasonRule } from '../../reasons/reason-rule';
import en from './en.md';
import zh from './zh-cn.md';

/** The worst kind of failure: no error, other numbers. */
export const rule: GraphRule = reasonRule({
  code: 'onnx/silent-miscompilation',
  severity: 'silent',
  title: { en: 'Accepted, but computes something else', zh: '编译通过，但计算结果不同' },
  documentation: { en, zh },
  advice: {
    en: 'Do not trust the compiled model until this is rewritten; compare outputs with ONNX Runtime on real inputs.',
    zh: '改写之前不要信任编译出的模型；请用真实输入与 ONNX Runtime 的输出对比。',
  },
  withoutReason: (op, route, target) => ({
    en: `${route} accepts ${op} on ${target.en}, but the compiled model computes something else.`,
    zh: `${route} 在 ${target.zh} 上会接受 ${op}，但编译出的模型计算的是另一种结果。`,
  }),
  frame: ({ message: { en, zh } }) => ({
    en: `Compiles, but computes something else: ${en}`,
    zh: `能通过编译，但计算结果不同：${zh}`,
  }),
});
