import type { Localized } from '../core/model';
import type { Option } from './arguments/option';
import {
  anyRoute,
  color,
  dim,
  format,
  formats,
  help,
  ignore,
  ignorePattern,
  lang,
  precision,
  route,
  shim,
  target,
  torch,
} from './arguments/options';
import { estimateOptions } from './estimate/options';
import type { ExitCode } from './host';
import type { Session } from './session';

export interface Command {
  readonly name: string;
  /** What stands behind the name. */
  readonly operands: string;
  readonly summary: Localized;
  readonly options: readonly Option[];
  /** Command lines to begin with, each with what it does. */
  readonly examples: readonly (readonly [line: string, text: Localized])[];
  load(): Promise<{ execute(session: Session): Promise<ExitCode> }>;
}

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

const config: Option = {
  name: 'config',
  short: 'c',
  value: 'FILE',
  text: {
    en: 'The configuration; by default the portolan.config.json found upward from each file',
    zh: '配置文件；默认从被检查文件所在目录向上查找 portolan.config.json',
  },
};

const threads: Option = {
  name: 'threads',
  value: 'N',
  text: {
    en: 'How many threads lint the scripts of a large folder; by default one for each core, at most 4',
    zh: '检查大量脚本时使用的线程数；默认每个核心一个，最多 4 个',
  },
};

const lint: Command = {
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
    {
      name: 'format',
      short: 'f',
      value: 'FORMAT[=FILE]',
      list: 'repeated',
      text: {
        en: `Form of the report: ${formats.join(', ')}; may be repeated, and written to a file: sarif=out.sarif`,
        zh: `报告格式：${formats.join('、')}；可重复使用，并可写入文件：sarif=out.sarif`,
      },
    },
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
  load: () => import('./commands/lint'),
};

const ops: Command = {
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
  load: () => import('./commands/ops'),
};

const estimate: Command = {
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
  load: () => import('./commands/estimate'),
};

const report: Command = {
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
    {
      name: 'format',
      short: 'f',
      value: 'FORMAT[=FILE]',
      list: 'repeated',
      text: {
        en: 'Form of the report: markdown, html, json; may be repeated, and written to a file: html=report.html',
        zh: '报告格式：markdown、html、json；可重复使用，并可写入文件：html=report.html',
      },
    },
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
  load: () => import('./commands/report'),
};

const text: Command = {
  name: 'text',
  operands: 'MODEL',
  summary: { en: "A model in ONNX's own text syntax, weights left out", zh: '以 ONNX 文本语法输出模型，省略权重' },
  options: [lang, help],
  examples: [['portolan text model.onnx | less', { en: 'read a model', zh: '阅读一个模型' }]],
  load: () => import('./commands/text'),
};

const explain: Command = {
  name: 'explain',
  operands: 'RULE…',
  summary: {
    en: 'What a rule finds, why it matters, and what to do',
    zh: '说明一条规则检查什么、为什么重要、如何处理',
  },
  options: [format(['text', 'markdown', 'json']), color, lang, help],
  examples: [['portolan explain onnx/unsupported-operator', { en: 'a rule’s page', zh: '查看一条规则的说明' }]],
  load: () => import('./commands/explain'),
};

const targets: Command = {
  name: 'targets',
  operands: '',
  summary: { en: 'The chips and products that models can be checked for', zh: '列出可以检查的芯片和产品' },
  options: [format(['text', 'json']), color, lang, help],
  examples: [],
  load: () => import('./commands/targets'),
};

const rules: Command = {
  name: 'rules',
  operands: '',
  summary: { en: 'All rules, with their severities', zh: '列出所有规则及其严重级别' },
  options: [format(['text', 'json']), color, lang, help],
  examples: [],
  load: () => import('./commands/rules'),
};

export const commands: readonly Command[] = [lint, report, ops, estimate, text, explain, targets, rules];
