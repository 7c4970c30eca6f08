import type { Fix, SuppressionRule } from '../../../../core/model';
import { removeRule, removeSuppression } from '../../scripts/suppression-edit';
import en from './en.md';
import zh from './zh-cn.md';

/** A `# portolan: ignore` that keeps nothing back. */
export const rule: SuppressionRule = {
  input: 'suppression',
  code: 'portolan/unused-suppression',
  severity: 'warning',
  title: { en: 'a suppression that keeps nothing back', zh: '未起作用的忽略注释' },
  documentation: { en, zh },
  check({ facts, uses, report }) {
    for (const { suppression, unused } of uses) {
      const whole = unused === 'all' || unused.length === suppression.rules.length;
      if (whole) {
        const names = suppression.rules.map(({ code }) => code).join(', ');
        report({
          span: suppression.span,
          message:
            names === ''
              ? {
                  en: 'No rule finds anything here any more, on any target: the suppression keeps nothing back.',
                  zh: '在任何目标上，此处都已没有任何规则的结果，这条忽略注释不起作用。',
                }
              : {
                  en: `${names} finds nothing here any more, on any target: the suppression keeps nothing back.`,
                  zh: `在任何目标上，${names} 在此处都已没有结果，这条忽略注释不起作用。`,
                },
          evidence: [],
          fixes: [removal(removeSuppression(facts.text, suppression))],
        });
        continue;
      }
      for (const rule of unused) {
        report({
          span: rule.span,
          message: {
            en: `${rule.code} finds nothing here any more, on any target; the other rules of this suppression do.`,
            zh: `在任何目标上，${rule.code} 在此处都已没有结果；这条忽略注释中的其他规则仍有结果。`,
          },
          evidence: [],
          fixes: [removal(removeRule(suppression, rule))],
        });
      }
    }
  },
};

/** Safe: a comment changes nothing that runs. */
function removal(edit: Fix['edits'][number]): Fix {
  return { kind: 'safe', title: { en: 'Remove it', zh: '删除' }, edits: [edit] };
}
