import { page } from './page';
import type { RuleTemplate } from './rule-template';

export const graphRule: RuleTemplate = (code) => ({
  'index.ts': `import type { GraphRule } from '../../../../core/model';
import en from './en.md';
import zh from './zh-cn.md';

/** TODO: what the rule is about, and why it matters. */
export const rule: GraphRule = {
  input: 'graph',
  code: '${code}',
  severity: 'warning',
  title: { en: '', zh: '' },
  documentation: { en, zh },
  check({ facts, assessment, report }) {
    for (const { operators } of facts.graphs) {
      for (const operator of operators) {
        // TODO: what is wrong, why on this target, what to do; in both languages; with evidence.
        report({ message: { en: '', zh: '' }, advice: { en: '', zh: '' }, evidence: [assessment.evidence], operator });
      }
    }
  },
};
`,
  'en.md': page(code, ['What it does', 'Why', 'Example', 'Use instead', 'Evidence']),
  'zh-cn.md': page(code, ['作用', '原因', '示例', '替代做法', '依据']),
  'examples/bad.onnxtxt': example(`  # ^ warning ${code}`),
  'examples/good.onnxtxt': example(),
});

/** The first line is the configuration under which the example is linted. */
function example(annotation?: string): string {
  return [
    '# {"targets": ["sophgo-sc11-fp300"]}',
    '<ir_version: 8, opset_import: ["" : 17]>',
    'example (float[1,8] x) => (float[1,8] y) {',
    '  y = Relu (x)',
    ...(annotation === undefined ? [] : [annotation]),
    '}',
    '',
  ].join('\n');
}
