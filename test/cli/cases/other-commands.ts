import { type Case, models } from './case';

export const others: readonly Case[] = [
  { name: 'text', args: ['text', 'clean.onnx'], files: models, code: 0, stdout: ['Conv <', 'float[1,1,16,16] x'] },
  {
    name: 'text of no model',
    args: ['text', 'page.onnx'],
    files: { 'page.onnx': '<html>' },
    code: 2,
    stderr: ['page.onnx: '],
  },
  {
    name: 'explain',
    args: ['explain', 'onnx/unsupported-operator'],
    code: 0,
    stdout: ['What it does'],
    without: ['```', '## '],
  },
  {
    name: 'explain by the short name',
    args: ['explain', 'unsupported-operator', '--lang', 'zh-cn'],
    code: 0,
    stdout: ['作用'],
  },
  {
    name: 'Chinese is broken into lines as Chinese is',
    args: ['explain', 'unsupported-operator', 'silent-miscompilation', 'unsupported-opset', '--lang', 'zh-cn'],
    code: 0,
    stdout: [/\p{Script=Han}\n\p{Script=Han}/u],
    without: [/^ *[，。、；：？！）】》」』]/m],
  },
  {
    name: 'explain as Markdown',
    args: ['explain', 'unsupported-operator', '-f', 'markdown'],
    code: 0,
    stdout: [/^# onnx\/unsupported-operator$/m],
  },
  {
    name: 'explain as JSON',
    args: ['explain', 'unsupported-operator', '-f', 'json'],
    code: 0,
    stdout: ['"code": "onnx/unsupported-operator"'],
  },
  { name: 'explain nothing', args: ['explain'], code: 2, stderr: ['which rule?'] },
  {
    name: 'explain what is no rule',
    args: ['explain', 'onnx/unsuported-operator'],
    code: 2,
    stderr: ['did you mean onnx/unsupported-operator?'],
  },
  {
    name: 'targets',
    args: ['targets'],
    code: 0,
    stdout: [
      'Sophgo',
      /^ {2}sophgo-sc11-fp300 +SC11 FP300 .*2 × 128 GiB +tpu-mlir, torch-tpu, vllm-tpu, llm-tpu$/m,
      'ascend-910b2',
    ],
  },
  { name: 'targets in Chinese', args: ['targets', '--lang', 'zh-cn'], code: 0, stdout: ['算能', '华为昇腾'] },
  {
    name: 'rules',
    args: ['rules'],
    code: 0,
    stdout: [/^onnx\/unsupported-operator +error +\S/m, 'portolan explain RULE'],
  },
  {
    name: 'rules in Chinese',
    args: ['rules', '--lang', 'zh-cn'],
    code: 0,
    stdout: [/^onnx\/unsupported-operator +错误/m],
  },
];
