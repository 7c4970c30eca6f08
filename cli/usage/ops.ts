import { color, dim, format, help, lang, precision, route, target } from '../arguments/options';
import type { Command } from './command';

export const ops: Command = {
  name: 'ops',
  operands: 'MODEL…',
  summary: {
    en: 'Every operator of a model: types, MACs, bytes, and its verdict on a target',
    zh: '列出模型的每个算子：类型、MACs、访存字节数及其在目标上的判定',
  },
  options: [target, route, precision, dim, format(['text', 'json', 'jsonl']), color, lang, help],
  examples: [
    ['portolan ops model.onnx --target ascend-910b2 --format json', { en: 'for a program to read', zh: '供程序读取' }],
  ],
  load: () => import('../commands/ops'),
};
