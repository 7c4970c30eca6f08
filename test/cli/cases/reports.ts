import { hostile } from '../models';
import { both, type Case, colour, models, on } from './case';

export const reports: readonly Case[] = [
  {
    name: 'GitHub annotations',
    args: ['lint', 'sub', ...on, '--format', 'github'],
    files: models,
    code: 1,
    stdout: [
      /^::error file=sub\/troubled\.onnx,title=error%3A onnx\/unsupported-operator · sophgo-bm1684x \(tpu-mlir\)::.*%0A/m,
    ],
  },
  {
    name: 'GitHub annotations of hostile names',
    args: ['lint', 'h.onnx', ...on, '--format', 'github'],
    files: { 'h.onnx': hostile },
    code: 1,
    without: [colour, /^::error file=x::/m],
  },
  {
    name: 'under GitHub Actions annotations come by themselves',
    args: ['lint', 'sub', ...on],
    env: { GITHUB_ACTIONS: 'true' },
    files: models,
    code: 1,
    stdout: ['1 model:', /^::error file=/m],
  },
  {
    name: 'Markdown',
    args: ['lint', '.', ...on, '-f', 'markdown'],
    files: models,
    code: 1,
    stdout: ['# Portolan', '## sub/troubled.onnx', '| Target | Route |', '### error: `onnx/unsupported-operator`'],
  },
  {
    name: 'Markdown of hostile names',
    args: ['lint', 'h.onnx', ...on, '-f', 'markdown'],
    files: { 'h.onnx': hostile },
    code: 1,
    without: [colour, /[^`\\]<script>(?!`)/],
  },
  {
    name: 'several reports, to the terminal and to files',
    args: ['lint', '.', ...on, '-f', 'text', '-f', 'sarif=out.sarif', '-f', 'json=out.json', '-f', 'markdown=out.md'],
    files: both,
    code: 1,
    stdout: ['3 models:'],
    writes: { 'out.sarif': '"version": "2.1.0"', 'out.json': '"version": 1', 'out.md': /^# Portolan/ },
  },
  {
    name: 'two machine formats on one output',
    args: ['lint', '.', '-f', 'json', '-f', 'text'],
    files: models,
    code: 2,
    stderr: ['json=FILE'],
  },
  {
    name: 'an unknown format',
    args: ['lint', '.', '-f', 'jsn'],
    files: models,
    code: 2,
    stderr: ['did you mean json?'],
  },
];
