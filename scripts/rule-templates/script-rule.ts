import { page } from './page';
import type { RuleTemplate } from './rule-template';

export const scriptRule: RuleTemplate = (code) => ({
  'index.ts': `import type { ScriptRule } from '../../../../core/model';
import en from './en.md';
import zh from './zh-cn.md';

/** TODO: what the rule is about, and why it matters. */
export const rule: ScriptRule = {
  input: 'script',
  code: '${code}',
  severity: 'warning',
  title: { en: '', zh: '' },
  documentation: { en, zh },
  check({ facts, table, report }) {
    for (const call of facts.calls) {
      // TODO: what is wrong, why on this target, what to do; in both languages; with evidence and fixes.
      report({
        at: call,
        span: call.calleeSpan,
        message: { en: '', zh: '' },
        advice: { en: '', zh: '' },
        evidence: table.device.evidence,
      });
    }
  },
};
`,
  'en.md': page(code, ['What it does', 'Why', 'Example', 'Use instead', 'Fix', 'Evidence']),
  'zh-cn.md': page(code, ['作用', '原因', '示例', '替代做法', '修复', '依据']),
  'examples/bad.py': example('x = torch.zeros(8)', `#   ^^^^^^^^^^^ warning ${code} @ascend-910b2`),
  'examples/good.py': example('x = torch.ones(8)'),
});

/** The first line is the configuration under which the example is linted; fixes show in bad.safe.py.txt, bad.review.py.txt. */
function example(...lines: readonly string[]): string {
  return ['#! {"targets": ["ascend-910b2"]}', 'import torch', '', ...lines, ''].join('\n');
}
