import { anyRoute, color, dim, format, help, lang, precision, target } from '../arguments/options';
import { estimateOptions } from '../estimate/options';
import type { Command } from './command';

export const estimate: Command = {
  name: 'estimate',
  operands: 'CONFIG|MODEL',
  summary: {
    en: 'Whether a language model fits, on how many devices, and how fast it will be, from its config.json; the time of an ONNX model',
    zh: '由 config.json 估算大模型能否放下、需要多少设备、速度如何；也可估算 ONNX 模型的耗时',
  },
  options: [
    target,
    anyRoute,
    precision,
    dim,
    ...estimateOptions,
    format(['text', 'json', 'markdown', 'html']),
    color,
    lang,
    help,
  ],
  examples: [
    [
      'portolan estimate DeepSeek-R1/config.json --target sophgo-sc11-fp300',
      { en: 'how many cards, and how fast', zh: '需要多少张卡，速度如何' },
    ],
    [
      'portolan estimate config.json --compare nvidia-a800,ascend-910b2 --devices 16',
      { en: 'two targets side by side', zh: '对比两个目标' },
    ],
  ],
  load: () => import('../commands/estimate'),
};
