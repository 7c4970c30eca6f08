import { color, format, help, lang } from '../arguments/options';
import type { Command } from './command';

export const rules: Command = {
  name: 'rules',
  operands: '',
  summary: { en: 'All rules, with their severities', zh: '列出所有规则及其严重级别' },
  options: [format(['text', 'json']), color, lang, help],
  examples: [],
  load: () => import('../commands/rules'),
};
