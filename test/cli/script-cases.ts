import type { Case } from './cases';
import { clean, onnx } from './models';

const train = 'import torch\n\nx = torch.zeros(8)\ny = x.cuda()\n';
const notebook = JSON.stringify(
  {
    cells: [
      { cell_type: 'markdown', metadata: {}, source: ['# Training'] },
      {
        cell_type: 'code',
        execution_count: null,
        metadata: {},
        outputs: [],
        source: ['import torch; x = torch.zeros(8)\n', 'y = x.cuda()  # "quoted"'],
      },
      { cell_type: 'code', execution_count: null, metadata: {}, outputs: [], source: ['!nvidia-smi'] },
    ],
    metadata: { language_info: { name: 'python' } },
    nbformat: 4,
    nbformat_minor: 5,
  },
  null,
  1,
);
const on = ['--target', 'ascend-910b2'];

/** Scripts, and what goes with them. */
/** Names of files, in their order. */
function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `m${String(index).padStart(3, '0')}.py`);
}

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
      '✎ fix to review: ',
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
    name: 'what a script imports from its project is followed: the class is a module, the package is its own',
    args: ['lint', 'scripts/train.py', ...on],
    files: {
      'pyproject.toml': '[project]\nname = "x"\n',
      'src/flash_attn/__init__.py': 'from torch.nn import Linear as Layer\n',
      'scripts/train.py': 'from flash_attn import Layer\n\nlayer = Layer(8, 8)\nlayer.cuda()\n',
    },
    code: 1,
    stdout: ['torch/cuda-call', 'scripts/train.py:4:', '1 script: 1 error'],
  },
  {
    name: "a fix for the release that the project's list of packages pins, and none where that is too old for it",
    args: ['lint', 'scripts', ...on],
    files: {
      'requirements.txt': 'numpy\ntorch==2.8.0\n',
      'pyproject.toml': '[project]\nname = "x"\n',
      'scripts/sync.py': 'import torch\n\ntorch.cuda.synchronize()\n',
      'scripts/old/requirements.txt': 'torch==2.4.0\n',
      'scripts/old/wait.py': 'import torch\n\ntorch.cuda.current_stream()\n',
    },
    code: 1,
    stdout: [
      /safe fix: Write torch\.accelerator\.synchronize \(PyTorch 2\.6 and later;\s+requirements\.txt:2\s+asks\s+for\s+torch==2\.8\.0\)/,
      /^(?![\s\S]*wait\.py(?:(?!sync\.py)[\s\S])*torch\.accelerator)/,
    ],
  },
  {
    name: 'a lock tells what its project does not: neither what that asks for itself, nor what comes with torch',
    args: ['lint', 'poetry.lock', ...on],
    files: {
      'pyproject.toml': '[tool.poetry.dependencies]\ntorch = ">=2.4"\nflash-attn = "*"\n',
      'poetry.lock': ['torch 2.4.1', 'flash-attn 2.7.0', 'xformers 0.0.28']
        .map((one) => one.split(' '))
        .map(([name, version]) => `[[package]]\nname = "${name}"\nversion = "${version}"\n`)
        .join('\n'),
    },
    code: 0,
    stdout: ['poetry.lock:2:9', 'torch==2.4.1', 'that this lock is made from', 'poetry.lock:10:9'],
    without: ['poetry.lock:6'],
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
  {
    name: 'fixes of one target, as a diff: nothing is written',
    args: ['lint', '.', ...on, '--fix=review', '--diff'],
    files: { 'train.py': train, 'clean.py': 'x = 1\n' },
    code: 1,
    stdout: [/^--- a\/train\.py\n\+\+\+ b\/train\.py\n@@ /m, '-y = x.cuda()', /^\+y = x\.(?!cuda)/m],
    without: ['clean.py'],
  },
  {
    name: 'the diff of a file elsewhere has one slash behind a and b',
    args: ['lint', '../elsewhere/train.py', ...on, '--fix=review', '--diff'],
    files: { '../elsewhere/train.py': train },
    code: 1,
    stdout: [/^--- a\/(?!\/)\S*elsewhere\/train\.py\n/m],
  },
  {
    name: 'a diff of nothing',
    args: ['lint', '.', ...on, '--diff'],
    files: { 'clean.py': 'x = 1\n' },
    code: 0,
    stdout: [/^$/],
  },
  {
    name: 'fixes of one target, written: the report is about what is left',
    args: ['lint', '.', ...on, '--fix=review'],
    files: { 'train.py': train },
    code: 0,
    stdout: ['1 script: nothing to report', 'nothing left to port'],
    stderr: ['1 fix applied in 1 file'],
    writes: { 'train.py': /^import torch\n[\s\S]*\ny = x\.(?!cuda).*\n$/ },
  },
  {
    name: 'a fix keeps the mark and the line breaks of a file',
    args: ['lint', '.', ...on, '--fix=review'],
    files: { 'train.py': `\ufeff${train.replaceAll('\n', '\r\n')}` },
    code: 0,
    writes: { 'train.py': /^\ufeffimport torch\r\n(?:[^\n]*\r\n)*y = x\.(?!cuda)[^\n]*\r\n$/ },
  },
  {
    name: 'only safe fixes by default',
    args: ['lint', '.', ...on, '--fix'],
    files: { 'train.py': `${train}z = 1  # portolan: ignore[cuda-call] moved away\n` },
    code: 1,
    stderr: ['1 fix applied in 1 file'],
    writes: { 'train.py': `${train}z = 1\n` },
  },
  {
    name: 'a file in another encoding is not fixed',
    args: ['lint', '.', ...on, '--fix=review'],
    files: {
      'train.py': new Uint8Array([...new TextEncoder().encode(`# coding: gbk\n${train}# `), 0xb1, 0xe0, 0x0a]),
    },
    code: 1,
    stdout: ['train.py:5:7'],
    stderr: ['train.py: It is not UTF-8', '0 fixes applied in 0 files'],
  },
  {
    name: 'fixes that are specific to a target are not applied for two',
    args: ['lint', '.', '--fix=review'],
    files: { 'train.py': train },
    code: 2,
    stderr: ['several (sophgo-sc11-fp300, ascend-910b2); name one'],
  },
  {
    name: 'standard input is no file to write to',
    args: ['lint', '-', '--stdin-filename', 'train.py', ...on, '--fix=review'],
    stdin: new TextEncoder().encode(train),
    code: 2,
    stderr: ['standard input is no file'],
  },
  {
    name: 'a level of fixes that is none',
    args: ['lint', '.', '--fix=reviw'],
    code: 2,
    stderr: ['did you mean review?'],
  },
  {
    name: 'a notebook: the place in its JSON text, the cell, and the code as it is read',
    args: ['lint', '.', ...on],
    files: { 'train.ipynb': notebook },
    code: 1,
    stdout: [/train\.ipynb:\d+:\d+ · cell 2, line 2/, /^ {4}2 │ y = x\.cuda\(\) {2}# "quoted"\n {6}│ {7}\^{4}$/m],
  },
  {
    name: 'a notebook as JSON',
    args: ['lint', '.', ...on, '--format', 'json'],
    files: { 'train.ipynb': notebook },
    code: 1,
    stdout: ['"language": "notebook"', '"cell":{"number":2,"line":2,"column":7}'],
  },
  {
    name: 'fixes of a notebook are written into its lists of lines',
    args: ['lint', '.', ...on, '--fix=review'],
    files: { 'train.ipynb': notebook },
    code: 0,
    writes: { 'train.ipynb': /"y = x\.(?!cuda).* {2}# \\"quoted\\""\n/ },
  },
  {
    name: 'a notebook that installs what is for CUDA',
    args: ['lint', '.', ...on],
    files: { 'train.ipynb': notebook.replace('y = x.cuda()', '!pip install flash-attn==2.5') },
    code: 1,
    stdout: ['torch/requirements', 'flash-attn does not work on ascend-910b2'],
  },
  {
    name: 'what a notebook installs is fixed at its place',
    args: ['lint', '.', ...on, '--fix=review'],
    files: {
      'train.ipynb': notebook.replace(
        'y = x.cuda()',
        '!pip install torch==2.8.0+cu126 --index-url https://download.pytorch.org/whl/cu126',
      ),
    },
    code: 0,
    writes: {
      'train.ipynb': '!pip install torch==2.8.0 --index-url https://download.pytorch.org/whl/cpu',
    },
  },
  {
    name: 'a notebook that is no JSON',
    args: ['lint', '.', ...on],
    files: { 'train.ipynb': notebook.slice(0, -20) },
    code: 1,
    stdout: ['not valid JSON'],
  },
  {
    name: 'many scripts: on threads or not, all are there, in the order of their paths',
    args: ['lint', '.', ...on, '--threads', '2', '--format', 'github'],
    files: Object.fromEntries(numbered(120).map((name) => [name, train])),
    code: 1,
    stdout: [/^(?:::error file=m\d+\.py,line=4,[^\n]*\n){120}$/, /file=m000\.py[\s\S]*file=m119\.py/],
  },
  {
    name: 'many scripts are fixed on threads as on one, and the report is about what is left',
    args: ['lint', '.', ...on, '--threads', '2', '--fix=review'],
    files: Object.fromEntries(numbered(60).map((name) => [name, train])),
    code: 0,
    stdout: ['60 scripts: nothing to report'],
    stderr: ['60 fixes applied in 60 files'],
    writes: Object.fromEntries(numbered(60).map((name) => [name, /\ny = x\.(?!cuda).*\n$/])),
  },
  {
    name: 'the differences of many scripts come in the order of their paths',
    args: ['lint', '.', ...on, '--threads', '2', '--fix=review', '--diff'],
    files: Object.fromEntries(numbered(60).map((name) => [name, train])),
    code: 1,
    stdout: [
      new RegExp(
        numbered(60)
          .map((name) => `^--- a/${name}\\n`)
          .join('[^]*'),
        'm',
      ),
    ],
  },
  {
    name: 'a number of threads that is none',
    args: ['lint', '.', '--threads', 'two'],
    files: { 'train.py': train },
    code: 2,
    stderr: ['--threads: a number from 1 to 99'],
  },
];
