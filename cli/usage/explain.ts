import { color, format, help, lang } from '../arguments/options';
import type { Command } from './command';

export const explain: Command = {
  name: 'explain',
  operands: 'RULE…',
  summary: {
    en: 'What a rule finds, why it matters, and what to do',
    zh: '说明一条规则检查什么、为什么重要、如何处理',
  },
  options: [format(['text', 'markdown', 'json']), color, lang, help],
  examples: [['portolan explain onnx/unsupported-operator', { en: 'a rule’s page', zh: '查看一条规则的说明' }]],
  load: () => import('../commands/explain'),
};
