import type { GraphRule } from '../../../../core/model';
import { reasonRule } from '../../reasons/reason-rule';
import en from './en.md';
import zh from './zh-cn.md';

/** The table of the vendor marks the test of this operator as failing or switched off on the chip. */
export const rule: GraphRule = reasonRule({
  code: 'onnx/vendor-test-failure',
  severity: 'information',
  title: { en: 'Operator whose own test the vendor does not pass on this chip', zh: '厂商自测在该芯片上未通过的算子' },
  documentation: { en, zh },
  advice: {
    en: 'Compare the compiled model with ONNX Runtime layer by layer before relying on it.',
    zh: '投入使用前，请与 ONNX Runtime 逐层比对编译结果。',
  },
});
