import { page } from './page';
import type { RuleTemplate } from './rule-template';

export const checkpointRule: RuleTemplate = (code) => ({
  'index.ts': `import type { CheckpointRule } from '../../../../core/model';
import { placeOf } from '../place';
import en from './en.md';
import zh from './zh-cn.md';

/** TODO: what the rule is about, and why it matters. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: '${code}',
  severity: 'warning',
  title: { en: '', zh: '' },
  documentation: { en, zh },
  check({ facts, route, report }) {
    if (route !== 'vllm-ascend') return;
    // TODO: what is wrong, why on this target, what to do; in both languages; with evidence and fixes.
    report({ message: { en: '', zh: '' }, advice: { en: '', zh: '' }, evidence: [], span: placeOf(facts, 'torch_dtype') });
  },
};
`,
  'en.md': page(code, ['What it does', 'Why', 'Example', 'Use instead', 'Evidence']),
  'zh-cn.md': page(code, ['作用', '原因', '示例', '替代做法', '依据']),
  'examples/bad.jsonc': example(`  //             ^^^^^^^^^^ warning ${code}`),
  'examples/good.jsonc': example(),
});

/** The first line is the configuration under which the example is linted; fixes show in bad.safe.jsonc.txt, bad.review.jsonc.txt. */
function example(annotation?: string): string {
  return [
    '//! {"targets": ["ascend-910b2"]}',
    '{',
    '  "model_type": "qwen3",',
    '  "torch_dtype": "bfloat16",',
    ...(annotation === undefined ? [] : [annotation]),
    '  "hidden_size": 4096,',
    '  "intermediate_size": 12288,',
    '  "num_hidden_layers": 36,',
    '  "num_attention_heads": 32,',
    '  "num_key_value_heads": 8,',
    '  "head_dim": 128,',
    '  "vocab_size": 151936',
    '}',
    '',
  ].join('\n');
}
