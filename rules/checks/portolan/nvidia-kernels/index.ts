import type { SummaryRule } from '../../../../core/model';
import { howMany, oneByOne, severityOfAll } from '../../scripts/summary';
import en from './en.md';
import zh from './zh-cn.md';

const code = 'portolan/nvidia-kernels';

/** A file of kernels in a language for NVIDIA's hardware: it is rewritten as a whole. */
export const rule: SummaryRule = {
  input: 'summary',
  about: 'nvidia-kernels',
  code,
  severity: 'warning',
  title: { en: 'kernels in a language for NVIDIA GPUs', zh: '用面向 NVIDIA GPU 的语言编写的算子' },
  documentation: { en, zh },
  check(context) {
    const { whole, report } = context;
    if (whole.kind !== 'nvidia-kernels') return;
    const { name } = whole.language;
    const all = howMany(context);
    const how = oneByOne(code);
    report({
      span: whole.language.nameSpan,
      severity: context.counts.has('error') ? 'error' : severityOfAll(context),
      message: {
        en: `The kernels of this file are for NVIDIA GPUs alone (it imports ${name}, in which they are written): ${all.en} are told as one.`,
        zh: `该文件的算子用 ${name} 编写，仅面向 NVIDIA GPU：${all.zh}合并为一条。`,
      },
      advice: {
        en: `Write what it computes with the target's own kernels or in plain PyTorch, in a file of its own, and choose between them. ${how.en}`,
        zh: `请用目标平台的算子或原生 PyTorch 在单独的文件中重新实现，并按平台选择。${how.zh}`,
      },
      evidence: [],
    });
  },
};
