import type { GraphRule, Localized, Reason } from '../../../../core/model';
import { reasonRule } from '../../reasons/reason-rule';
import en from './en.md';
import zh from './zh-cn.md';

/** A condition of the table of which the file, or the sources of the table, leave open whether it bites. */
export const rule: GraphRule = reasonRule({
  code: 'onnx/undecided-condition',
  severity: 'information',
  title: { en: 'Condition that may apply', zh: '可能适用的限制条件' },
  documentation: { en, zh },
  advice: {
    en: 'Check the condition by hand; a fixed shape or a constant input often decides it.',
    zh: '请人工核实该条件；固定形状或将输入变为常量后通常即可判定。',
  },
  frame: (reason) => {
    const { en, zh } = doubtOf(reason);
    return { en: `${en}${reason.message.en}`, zh: `${zh}${reason.message.zh}` };
  },
});

function doubtOf({ verdict, undecidedBy }: Reason): Localized {
  if (undecidedBy === 'file') return { en: 'Not decided by this file: ', zh: '仅凭此文件无法判定：' };
  switch (verdict) {
    case 'silent':
      return { en: 'May compute something else: ', zh: '计算结果可能不同：' };
    case 'unsupported':
      return { en: 'May not convert: ', zh: '转换可能失败：' };
    default:
      // A limit that may have been lifted says so itself.
      return { en: '', zh: '' };
  }
}
