import type { Case } from './cases';

const train = 'import torch\n\nx = torch.zeros(8)\ny = x.cuda()\n';
const on = ['--target', 'ascend-910b2'];
const files = { 'model/train.py': train, 'model/scale.cu': '__global__ void scale(float *x) {\n}\n' };
const env = { SOURCE_DATE_EPOCH: '1767312000' };
const saved = JSON.stringify({
  version: 1,
  date: '2025-12-01',
  targets: [
    {
      target: 'ascend-910b2',
      route: 'torch-npu',
      files: [{ path: 'model/train.py', rules: { 'torch/cuda-call': 3 } }],
    },
  ],
});

/** `portolan report`. */
export const reportCases: readonly Case[] = [
  {
    name: 'report: what ties a folder to CUDA, in Markdown',
    args: ['report', 'model', ...on],
    files,
    env,
    code: 0,
    stdout: [
      '# Porting report: model',
      '1 file, 5 lines, and 1 CUDA source · 2026-01-02',
      '**1** left to port (fix to review 1)',
      '`portolan lint model --target ascend-910b2 --fix=review --diff`',
      '`torch/cuda-call`',
      '| `scale` | `model/scale.cu:1` | CUDA | 2 | 0 | rewrite |',
    ],
  },
  {
    name: 'report: a page and the numbers, each in a file, in Chinese',
    args: ['report', 'model', ...on, '--format', 'html=out.html', '--format', 'json=out.json', '--lang', 'zh-cn'],
    files,
    env,
    code: 0,
    stdout: [/^$/],
    writes: { 'out.html': /<html lang="zh-CN">[\s\S]*移植报告：model/, 'out.json': '"date": "2026-01-02"' },
  },
  {
    name: 'report: what it proposes can be run where it was run',
    args: ['report', './model', 'a b.py', ...on],
    files: { ...files, 'a b.py': 'import torch\n' },
    env,
    code: 0,
    stdout: ["`portolan lint ./model 'a b.py' --target ascend-910b2 --fix=review --diff`"],
  },
  {
    name: 'report: progress since a saved one',
    args: ['report', 'model', ...on, '--since', 'old.json'],
    files: { ...files, 'old.json': saved },
    env,
    code: 0,
    stdout: ['### Progress', 'Since 2025-12-01, when 3 were left.', '| `torch/cuda-call` | 3 | 1 | -2 |'],
  },
  {
    name: 'report: what a shim maps is not left',
    args: ['report', 'model', ...on, '--shim', 'transfer_to_npu', '-f', 'markdown', '-f', 'json=out.json'],
    files,
    env,
    code: 0,
    stdout: ['with transfer\\_to\\_npu', 'nothing left to port'],
    writes: { 'out.json': '"shim": "transfer_to_npu"' },
  },
  {
    name: 'report: --since of something else',
    args: ['report', 'model', ...on, '--since', 'old.json'],
    files: { ...files, 'old.json': '{"version": 7}' },
    code: 2,
    stderr: ['old.json: this is no report'],
  },
  {
    name: 'report: --since of nothing',
    args: ['report', 'model', ...on, '--since', 'none.json', '--lang', 'zh-cn'],
    files,
    code: 2,
    stderr: ['none.json：文件不存在'],
  },
  {
    name: 'report: a folder without scripts',
    args: ['report', 'model', ...on],
    files: { 'model/readme.txt': '' },
    code: 2,
    stderr: ['model: no '],
  },
  {
    name: 'report: an unknown format',
    args: ['report', 'model', ...on, '--format', 'pdf'],
    files,
    code: 2,
    stderr: ['--format'],
  },
];
