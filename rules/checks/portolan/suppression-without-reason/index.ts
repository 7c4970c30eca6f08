import type { SuppressionRule } from '../../../../core/model';
import en from './en.md';
import zh from './zh-cn.md';

/** A suppression that does not say why. */
export const rule: SuppressionRule = {
  input: 'suppression',
  code: 'portolan/suppression-without-reason',
  severity: 'information',
  title: { en: 'a suppression that does not say why', zh: '没有写明原因的忽略注释' },
  documentation: { en, zh },
  check({ facts, report }) {
    for (const { span, reason } of facts.suppressions) {
      if (reason !== '') continue;
      report({
        span,
        message: {
          en: 'This suppression gives no reason: whoever ports the code next has to find out whether it still holds.',
          zh: '这条忽略注释没有写明原因，后续移植的人只能重新判断它是否仍然成立。',
        },
        advice: {
          en: 'Write the reason behind it: `# portolan: ignore[rule] reason`.',
          zh: '请在其后写明原因：`# portolan: ignore[规则] 原因`。',
        },
        evidence: [],
      });
    }
  },
};
