import { type Case, models, on } from './case';

export const ops: readonly Case[] = [
  {
    name: 'operators as a table',
    args: ['ops', 'clean.onnx', ...on],
    files: models,
    code: 0,
    stdout: [/^conv +Conv +2\.3 k +2\.0 KiB +native +float\[1,1,16,16\]$/m, 'sophgo-bm1684x · tpu-mlir'],
  },
  {
    name: 'operators without a target',
    args: ['ops', 'clean.onnx'],
    files: models,
    code: 0,
    stdout: [/^conv +Conv/m],
    without: ['native'],
  },
  {
    name: 'operators of several targets in one object',
    args: ['ops', 'clean.onnx', '-t', 'ascend-310p,ascend-910b2', '-f', 'json'],
    files: models,
    code: 2,
    stderr: ['jsonl'],
  },
  {
    name: 'operators of several models in one object',
    args: ['ops', '.', '-f', 'json'],
    files: models,
    code: 2,
    stderr: ['jsonl'],
  },
  {
    name: 'operators of no model',
    args: ['ops', 'page.onnx', '-f', 'json'],
    files: { 'page.onnx': '<html>' },
    code: 2,
    stdout: ['"nodes":['],
    stderr: ['page.onnx: '],
  },
];
