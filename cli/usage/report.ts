import {
  anyRoute,
  color,
  config,
  help,
  ignore,
  ignorePattern,
  lang,
  reportForms,
  shim,
  target,
  threads,
  torch,
} from '../arguments/options';
import type { Command } from './command';

export const report: Command = {
  name: 'report',
  operands: 'PATH…',
  summary: {
    en: 'What ties a folder of scripts to CUDA: by rule, file and effort, with its kernels and libraries',
    zh: '汇总脚本文件夹对 CUDA 的依赖：按规则、文件与工作量，并列出内核与第三方库',
  },
  options: [
    target,
    anyRoute,
    shim,
    torch,
    config,
    reportForms(['markdown', 'html', 'json'], 'html=report.html'),
    {
      name: 'since',
      value: 'FILE',
      text: {
        en: 'An earlier report in JSON: what has been solved since, and what is new',
        zh: '之前的 JSON 报告：显示此后已解决与新增的内容',
      },
    },
    threads,
    ignorePattern,
    ignore,
    color,
    lang,
    help,
  ],
  examples: [
    [
      'portolan report . --target ascend-910b2 --format html=report.html --format json=report.json',
      { en: 'a page for people, and the numbers to compare with later', zh: '生成网页报告，并保存数据供以后对比' },
    ],
    [
      'portolan report . --target ascend-910b2 --since report.json',
      { en: 'what has changed since', zh: '查看此后的变化' },
    ],
  ],
  load: () => import('../commands/report'),
};
