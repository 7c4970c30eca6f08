import type { Option } from './option';

export const formats = ['text', 'json', 'sarif', 'github', 'markdown'] as const;
export type Format = (typeof formats)[number];

/** Options that several commands share; each is written once. */
export const lang: Option = {
  name: 'lang',
  value: 'en|zh-cn',
  text: {
    en: 'Language of what is said; by default that of LC_ALL, LC_MESSAGES or LANG',
    zh: '输出语言；默认取自 LC_ALL、LC_MESSAGES 或 LANG',
  },
};

export const color: Option = {
  name: 'color',
  negatable: true,
  text: {
    en: 'Colours; by default on a terminal only. NO_COLOR and FORCE_COLOR are honoured',
    zh: '彩色输出；默认仅在终端启用，遵循 NO_COLOR 与 FORCE_COLOR',
  },
};

export const help: Option = {
  name: 'help',
  short: 'h',
  text: { en: 'This help', zh: '显示本帮助' },
};

export const target: Option = {
  name: 'target',
  short: 't',
  value: 'TARGET,…',
  list: 'commas',
  text: {
    en: 'Where the model is to run, such as sophgo-sc11-fp300,ascend-910b2; `portolan targets` lists all',
    zh: '模型要部署到的目标，如 sophgo-sc11-fp300,ascend-910b2；全部目标见 `portolan targets`',
  },
};

export const route: Option = {
  name: 'route',
  value: 'ROUTE',
  list: 'commas',
  choices: ['tpu-mlir', 'atc', 'ort-cann'],
  text: {
    en: "The software that carries the model there: tpu-mlir, atc, ort-cann; by default the target's first",
    zh: '移植所用的软件：tpu-mlir、atc、ort-cann；默认取目标的首选路线',
  },
};

/** As {@link route}, where scripts are looked at too. */
export const anyRoute: Option = {
  ...route,
  choices: ['tpu-mlir', 'atc', 'ort-cann', 'torch-tpu', 'torch-npu'],
  text: {
    en: "The software that carries it there: tpu-mlir, atc, ort-cann for models, torch-tpu, torch-npu for scripts; by default the target's first",
    zh: '移植所用的软件：模型为 tpu-mlir、atc、ort-cann，脚本为 torch-tpu、torch-npu；默认取目标的首选路线',
  },
};

export const shim: Option = {
  name: 'shim',
  value: 'SHIM',
  choices: ['none', 'transfer_to_npu', 'torch_tpu adaptor', 'torch.accelerator'],
  text: {
    en: 'What maps CUDA\'s names onto the target\'s when a script runs: none (default), transfer_to_npu, "torch_tpu adaptor", torch.accelerator',
    zh: '脚本运行时把 CUDA 接口映射到目标的适配层：none（默认）、transfer_to_npu、"torch_tpu adaptor"、torch.accelerator',
  },
};

export const torch: Option = {
  name: 'torch',
  value: 'RELEASE',
  text: {
    en: "The PyTorch release that scripts will run on, such as 2.8; by default what the project's lists of packages pin",
    zh: '脚本将使用的 PyTorch 版本，如 2.8；默认取项目依赖清单所固定的版本',
  },
};

export const precision: Option = {
  name: 'precision',
  value: 'PRECISION',
  choices: ['f32', 'tf32', 'f16', 'bf16', 'fp8', 'fp4', 'int8', 'int4', 'f64'],
  text: {
    en: 'The precision in which the model is meant to be deployed: f32, f16, bf16, fp8, int8, int4, …',
    zh: '计划部署的精度：f32、f16、bf16、fp8、int8、int4 等',
  },
};

export const dim: Option = {
  name: 'dim',
  value: 'NAME=SIZE,…',
  list: 'commas',
  text: {
    en: 'The size of a named dimension in the deployment: --dim batch=1,sequence=128. Shapes, MACs and conditions follow from it',
    zh: '部署时命名维度的大小：--dim batch=1,sequence=128。形状、MACs 与限制条件均据此推断',
  },
};

export const ignorePattern: Option = {
  name: 'ignore-pattern',
  value: 'GLOB',
  list: 'repeated',
  text: { en: 'Leave out what matches; may be repeated', zh: '排除匹配的文件；可重复使用' },
};

export const ignore: Option = {
  name: 'ignore',
  negatable: true,
  text: {
    en: '--no-ignore: look at what .gitignore leaves out, too',
    zh: '--no-ignore：.gitignore 排除的文件也一并检查',
  },
};

export const config: Option = {
  name: 'config',
  short: 'c',
  value: 'FILE',
  text: {
    en: 'The configuration; by default the portolan.config.json found upward from each file',
    zh: '配置文件；默认从被检查文件所在目录向上查找 portolan.config.json',
  },
};

export const threads: Option = {
  name: 'threads',
  value: 'N',
  text: {
    en: 'How many threads lint the scripts of a large folder; by default one for each core, at most 4',
    zh: '检查大量脚本时使用的线程数；默认每个核心一个，最多 4 个',
  },
};

/** `--format` of a command that has these formats. */
export function format(choices: readonly string[]): Option {
  return {
    name: 'format',
    short: 'f',
    value: choices.join('|'),
    choices,
    text: { en: 'Form of the output', zh: '输出格式' },
  };
}

/** `--format` of a command whose report can also be written to files, in several forms at once. */
export function reportForms(forms: readonly string[], example: string): Option {
  return {
    name: 'format',
    short: 'f',
    value: 'FORMAT[=FILE]',
    list: 'repeated',
    text: {
      en: `Form of the report: ${forms.join(', ')}; may be repeated, and written to a file: ${example}`,
      zh: `报告格式：${forms.join('、')}；可重复使用，并可写入文件：${example}`,
    },
  };
}
