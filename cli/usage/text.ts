import { help, lang } from '../arguments/options';
import type { Command } from './command';

export const text: Command = {
  name: 'text',
  operands: 'MODEL',
  summary: { en: "A model in ONNX's own text syntax, weights left out", zh: '以 ONNX 文本语法输出模型，省略权重' },
  options: [lang, help],
  examples: [['portolan text model.onnx | less', { en: 'read a model', zh: '阅读一个模型' }]],
  load: () => import('../commands/text'),
};
