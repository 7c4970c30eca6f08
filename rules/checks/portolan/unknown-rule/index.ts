import type { SuppressionRule } from '../../../../core/model';
import en from './en.md';
import zh from './zh-cn.md';

/** A suppression of a rule that does not exist. */
export const rule: SuppressionRule = {
  input: 'suppression',
  code: 'portolan/unknown-rule',
  severity: 'warning',
  title: { en: 'a suppression names a rule that does not exist', zh: '忽略注释引用了不存在的规则' },
  documentation: { en, zh },
  check({ facts, ruleOf, likely, report }) {
    for (const { code, span } of facts.suppressions.flatMap(({ rules }) => rules)) {
      if (ruleOf(code) !== undefined) continue;
      const guess = likely(code);
      report({
        span,
        message: {
          en: `There is no rule ${JSON.stringify(code)}: this keeps nothing back.${guess === undefined ? '' : ` Did you mean ${guess}?`}`,
          zh: `没有名为 ${JSON.stringify(code)} 的规则，因此不会忽略任何结果。${guess === undefined ? '' : `是否想写 ${guess}？`}`,
        },
        advice: {
          en: '`portolan rules` lists the rules.',
          zh: '可用 `portolan rules` 查看全部规则。',
        },
        evidence: [],
        fixes:
          guess === undefined
            ? []
            : [
                {
                  kind: 'review',
                  title: { en: `Write ${guess}`, zh: `改为 ${guess}` },
                  edits: [{ span, newText: guess }],
                },
              ],
      });
    }
  },
};
