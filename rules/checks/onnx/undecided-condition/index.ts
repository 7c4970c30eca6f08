import type { GraphRule } from '../../../../core/model';
import { reasonRule } from '../../reasons/reason-rule';
import en from './en.md';
import zh from './zh-cn.md';

/** A condition of the table over a shape, type or value that is not known from the file. */
export const rule: GraphRule = reasonRule({
  code: 'onnx/undecided-condition',
  severity: 'information',
  title: { en: 'Condition that the graph alone does not decide', zh: '仅凭计算图无法判定的限制条件' },
  documentation: { en, zh },
  advice: {
    en: 'Check the condition by hand; a fixed shape or a constant input often decides it.',
    zh: '请人工核实该条件；固定形状或将输入变为常量后通常即可判定。',
  },
  frame: ({ en, zh }) => ({ en: `Not decided by this file: ${en}`, zh: `仅凭此文件无法判定：${zh}` }),
});
