import type { Option } from '../arguments/option';
import {
  anyRoute,
  color,
  config,
  dim,
  formats,
  help,
  ignore,
  ignorePattern,
  lang,
  precision,
  reportForms,
  shim,
  target,
  threads,
  torch,
} from '../arguments/options';
import type { Command } from './command';

const failOn: Option = {
  name: 'fail-on',
  alias: 'threshold',
  value: 'SEVERITY',
  choices: ['error', 'warning', 'information', 'hint', 'never'],
  text: {
    en: 'The least severity at which the exit code is 1: error (default), warning, information, hint, never',
    zh: '退出码为 1 的最低严重级别：error（默认）、warning、information、hint、never',
  },
};

export const lint: Command = {
  name: 'lint',
  operands: 'PATH…',
  summary: {
    en: 'What of ONNX models and PyTorch scripts will run on the targets, what will not, and what to do about it',
    zh: '检查 ONNX 模型和 PyTorch 脚本在目标芯片上哪些能运行、哪些不能，以及应如何处理',
  },
  options: [
    target,
    anyRoute,
    precision,
    dim,
    shim,
    torch,
    config,
    reportForms(formats, 'sarif=out.sarif'),
    failOn,
    {
      name: 'since',
      value: 'FILE',
      text: {
        en: 'An earlier report in JSON: what it told is neither reported nor fails; only what is new does',
        zh: '之前的 JSON 报告：其中已有的问题不再列出，也不影响退出码；只报告新增的问题',
      },
    },
    {
      name: 'fix',
      value: 'LEVEL',
      implied: 'safe',
      choices: ['safe', 'review'],
      text: {
        en: 'Apply fixes to scripts: those that change nothing on the old device (safe, the default), or also those that are specific to the target (review)',
        zh: '对脚本应用修复：仅限不影响原设备行为的（safe，默认），或同时包括针对目标的（review）',
      },
    },
    {
      name: 'diff',
      text: {
        en: 'Print what --fix would change as a unified diff, and write nothing; the exit code is 1 where it would change something',
        zh: '以 unified diff 输出 --fix 将作的修改，不写入任何文件；有修改时退出码为 1',
      },
    },
    threads,
    { name: 'quiet', short: 'q', text: { en: 'Report errors only', zh: '只报告错误' } },
    {
      name: 'all',
      text: { en: 'Show every finding and every node, nothing cut short', zh: '完整列出所有问题和节点，不做折叠' },
    },
    {
      name: 'stdin',
      text: {
        en: 'Read a model or script from standard input; the operand `-` does the same',
        zh: '从标准输入读取模型或脚本；与操作数 `-` 等效',
      },
    },
    {
      name: 'stdin-filename',
      value: 'PATH',
      text: {
        en: 'What the file from standard input is called (train.py), and where its configuration is searched',
        zh: '标准输入内容的文件名（如 train.py），也用于查找其配置',
      },
    },
    ignorePattern,
    ignore,
    color,
    lang,
    help,
  ],
  examples: [
    [
      'portolan lint model.onnx --target ascend-910b2',
      { en: 'one model, one target', zh: '检查一个模型在一个目标上的情况' },
    ],
    [
      'portolan lint . --target ascend-910b2',
      { en: 'a repository: scripts, requirements, models', zh: '检查整个仓库：脚本、依赖清单与模型' },
    ],
    [
      'portolan lint . --target ascend-910b2 --fix=review --diff',
      { en: 'what the fixes for one target would change', zh: '查看针对某个目标的修复将作哪些修改' },
    ],
    [
      'portolan lint models --target sophgo-bm1684x,ascend-310p --format text --format sarif=portolan.sarif',
      { en: 'in CI: a report to read, and one for code scanning', zh: '用于 CI：同时输出可读报告和代码扫描报告' },
    ],
  ],
  load: () => import('../commands/lint'),
};
