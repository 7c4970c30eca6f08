import type { Case } from './cases';
import { clean, onnx } from './models';

const train = 'import torch\n\nx = torch.zeros(8)\ny = x.cuda()\n';
const on = ['--target', 'ascend-910b2'];

/** Scripts, and what goes with them. */
export const scriptCases: readonly Case[] = [
  {
    name: 'a script: rule, place, code, advice, fix and evidence',
    args: ['lint', 'train.py', ...on],
    files: { 'train.py': train },
    code: 1,
    stdout: [
      'error  torch/cuda-call',
      'train.py:4:7',
      /^ {4}4 │ y = x\.cuda\(\)\n {6}│ {7}\^{4}$/m,
      '→ Write .to(device)',
      '✎ fix to review: Call .npu() instead',
      'see Ascend/pytorch',
      '1 script: 1 error',
      'ascend-910b2 · torch-npu: 1 left to port (fix to review 1)',
    ],
  },
  {
    name: 'a script in Chinese',
    args: ['lint', 'train.py', ...on, '--lang', 'zh-cn'],
    files: { 'train.py': train },
    code: 1,
    stdout: ['错误  torch/cuda-call', '1 个脚本：', '待移植 1 处'],
  },
  {
    name: 'a folder of scripts and models',
    args: ['lint', '.', ...on],
    files: {
      'pkg/a.py': train,
      'pkg/clean.py': 'x = 1\n',
      'requirements.txt': 'numpy\n',
      'clean.onnx': onnx(clean),
      'venv/pyvenv.cfg': '',
      'venv/lib/b.py': train,
      'pkg/__pycache__/c.py': train,
      'setup.py': '',
      'build/lib/d.py': train,
      'ignored/e.py': train,
      '.gitignore': 'ignored/\n',
    },
    code: 1,
    stdout: ['pkg/a.py:4:7', '1 model, 4 scripts: 1 error'],
    without: ['b.py', 'c.py', 'd.py', 'e.py', 'pkg/clean.py'],
  },
  {
    name: 'a script as JSON',
    args: ['lint', 'train.py', ...on, '--format', 'json'],
    files: { 'train.py': train },
    code: 1,
    stdout: [
      '"kind": "script"',
      '"language": "python"',
      '"range":{"start":{"line":4,"column":7},"end":{"line":4,"column":11}}',
      '"kind":"review"',
      '"porting": [',
    ],
  },
  {
    name: 'a script for a target that scripts have no way to',
    args: ['lint', 'train.py', 'other.py', '--target', 'sophgo-se5'],
    files: { 'train.py': train, 'other.py': train },
    code: 0,
    stdout: ['2 scripts: nothing to report'],
    stderr: [/^portolan: scripts: No route is known .* sophgo-se5 .*\n$/],
  },
  {
    name: 'an NVIDIA part is no target of lint',
    args: ['lint', 'train.py', '--target', 'nvidia-a800'],
    files: { 'train.py': train },
    code: 2,
    stderr: ['nvidia-a800'],
  },
  {
    name: 'a shim is heeded',
    args: ['lint', 'train.py', ...on, '--shim', 'transfer_to_npu', '--torch', '2.6'],
    files: { 'train.py': train },
    code: 0,
    without: ['torch/cuda-call'],
  },
  {
    name: 'a release of PyTorch that is none',
    args: ['lint', 'train.py', ...on, '--torch', 'latest'],
    files: { 'train.py': train },
    code: 2,
    stderr: ['--torch: a release such as 2.8'],
  },
  {
    name: 'a script from standard input',
    args: ['lint', '-', '--stdin-filename', 'train.py', ...on],
    stdin: new TextEncoder().encode(train),
    code: 1,
    stdout: ['train.py:4:7'],
  },
  {
    name: 'a binary script',
    args: ['lint', 'train.py', ...on],
    files: { 'train.py': new Uint8Array([0x78, 0, 1, 2]) },
    code: 0,
    stdout: ['NUL bytes'],
  },
  {
    name: 'a script in an encoding that it does not declare',
    args: ['lint', 'train.py', ...on],
    files: { 'train.py': new Uint8Array([0x23, 0xb1, 0xe0, 0x0a]) },
    code: 1,
    stdout: ['not UTF-8'],
  },
  {
    name: 'a script in an encoding that it declares',
    args: ['lint', 'train.py', ...on],
    files: {
      'train.py': new Uint8Array([
        ...new TextEncoder().encode('# -*- coding: gbk -*-\nimport torch\nx = torch.zeros(8).cuda()  # '),
        0xb1,
        0xe0,
        0x0a,
      ]),
    },
    code: 1,
    stdout: ['train.py:3:20'],
    without: ['UTF-8'],
  },
];
