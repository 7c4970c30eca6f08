import { color, format, help, lang } from '../arguments/options';
import type { Command } from './command';

export const targets: Command = {
  name: 'targets',
  operands: '',
  summary: { en: 'The chips and products that models can be checked for', zh: '列出可以检查的芯片和产品' },
  options: [format(['text', 'json']), color, lang, help],
  examples: [],
  load: () => import('../commands/targets'),
};
