import type { SummaryRule } from '../../../../core/model';
import { headOf, howMany, oneByOne, severityOfAll } from '../../scripts/summary';
import en from './en.md';
import zh from './zh-cn.md';

const code = 'portolan/third-party';

/** A copy of another project's code: it is replaced, or ported where it comes from. */
export const rule: SummaryRule = {
  input: 'summary',
  about: 'third-party',
  code,
  severity: 'warning',
  title: { en: "a copy of another project's code", zh: '第三方项目的代码副本' },
  documentation: { en, zh },
  check(context) {
    const { whole, report } = context;
    if (whole.kind !== 'third-party') return;
    const all = howMany(context);
    const how = oneByOne(code);
    report({
      span: headOf(context),
      severity: severityOfAll(context),
      message: {
        en: `A copy of another project's code (${whole.folder}): ${all.en} are told as one.`,
        zh: `第三方项目的代码副本（${whole.folder}）：${all.zh}合并为一条。`,
      },
      advice: {
        en: `Replace the library, leave out what uses it, or port it where it comes from. ${how.en}`,
        zh: `请替换该库、去掉用到它的部分，或在其原项目中移植。${how.zh}`,
      },
      evidence: [],
    });
  },
};
