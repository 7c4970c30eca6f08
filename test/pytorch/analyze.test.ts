import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyzeScript, pythonParser } from '../../core/pytorch';

const analyze = (text: string, firstParty: string[] = []) =>
  analyzeScript('a.py', text, pythonParser, { firstParty: new Set(firstParty) });
const calls = (text: string) => analyze(text).facts.calls.map(({ name, certainty }) => `${name} ${certainty}`);
const devices = (text: string) =>
  analyze(text).facts.deviceStrings.map(({ nameSpan, sinks }) => [
    text.slice(nameSpan.start, nameSpan.end),
    ...sinks.map(({ kind, name }) => `${kind} ${name}`),
  ]);

const names: readonly [string, string[]][] = [
  ['import torch.nn.functional as F\nF.relu(1)', ['torch.nn.functional.relu proven']],
  ['from torch import nn as n\nn.Linear(1, 2)', ['torch.nn.Linear proven']],
  ['import torch\nnn = torch.nn\ndef f():\n  nn.Linear(1, 2)', ['torch.nn.Linear proven']],
  ['import torch\ntorch.torch.zeros(1)', ['torch.zeros proven']],
  ['import torch\ndef f(torch):\n  torch.zeros(1)', ['?.zeros guessed']],
  ['def f():\n  import torch as t\n  t.cuda.empty_cache()', ['torch.cuda.empty_cache proven']],
  ['import torch\nx = torch.zeros(1)\nx.cuda()', ['torch.zeros proven', 'torch.Tensor.cuda proven']],
  ['import torch\ndef f(x: torch.Tensor):\n  x.sort()', ['torch.Tensor.sort proven']],
  ['x.cuda()', ['?.cuda guessed']],
  [
    'import torch.nn as nn\nclass A(nn.Module):\n  def __init__(self):\n    self.l = nn.Linear(1, 2)\n  def forward(self, x):\n    x.sort()\n    self.l.cuda()',
    ['torch.nn.Linear proven', 'torch.Tensor.sort assumed', 'torch.nn.Module.cuda proven'],
  ],
  ['try:\n  import torch\nexcept ImportError:\n  torch = None\ntorch.zeros(1)', ['torch.zeros proven']],
  ['import torch\nx = 1 +\ntorch.zeros(1)', ['torch.zeros proven']],
];
for (const [text, expected] of names) test(`names: ${text}`, () => assert.deepEqual(calls(text), expected));

const flows: readonly [string, string[][]][] = [
  ['name = "cuda"\nprint("cuda")', []],
  ['import torch\nd = "cuda:0"\ntorch.device(d)', [['cuda', 'device torch.device']]],
  ['import torch\ntorch.zeros(1, device=f"cuda:{r}")', [['cuda', 'device torch.zeros']]],
  ['x.to("cuda" if a else "cpu")', [['cuda', 'device ?.to']]],
  ['def f(device="cuda"): pass', [['cuda', 'default device']]],
  ['import torch\ntorch.load(p, map_location="cuda")', [['cuda', 'map-location torch.load']]],
  [
    'import torch.distributed as dist\ndist.init_process_group("cpu:gloo,nccl")',
    [['nccl', 'backend torch.distributed.init_process_group']],
  ],
];
for (const [text, expected] of flows) test(`devices: ${text}`, () => assert.deepEqual(devices(text), expected));

test('a guard, what it guards, and a region that handles an NPU', () => {
  const { facts } = analyze(
    'import torch\nif torch.cuda.is_available():\n  torch.cuda.empty_cache()\nelif torch.npu.is_available():\n  torch.npu.empty_cache()\n',
  );
  assert.equal(facts.guards.length, 1);
  assert.deepEqual(
    facts.calls.map(({ name, guard, ported }) => [name, guard, ported]),
    [
      ['torch.cuda.is_available', undefined, ['npu']],
      ['torch.cuda.empty_cache', 0, ['npu']],
      ['torch.npu.is_available', undefined, ['npu']],
      ['torch.npu.empty_cache', undefined, ['npu']],
    ],
  );
});

test('comparisons with a device', () => {
  const { facts } = analyze('x = d.type == "cuda" or d.type in ("cuda", "cpu") or name == "other"');
  assert.deepEqual(
    facts.deviceComparisons.map(({ operator, text, about }) => [operator, text, about]),
    [
      ['==', 'cuda', 'device'],
      ['in', 'cuda', 'device'],
    ],
  );
});

test('imports: guarded, first-party, used; where another goes', () => {
  const text =
    '"""é𝒳"""\nfrom __future__ import annotations\nimport flash_attn\ntry:\n  import apex\nexcept ImportError:\n  pass\napex.a()\n';
  const { facts } = analyze(text, ['flash_attn']);
  assert.deepEqual(
    facts.imports.map(({ name, guarded, firstParty, used }) => [name, guarded, firstParty, used]),
    [
      ['flash_attn', false, true, false],
      ['apex', true, false, true],
    ],
  );
  assert.equal(facts.importInsertion, text.indexOf('try'));
});

test('suppressions, kernels, classes and environment variables', () => {
  const { facts } = analyze(
    'import os, triton\n# portolan: ignore[torch/float64] wanted\nos.environ.get("NCCL_DEBUG")\n@triton.jit\ndef k(): pass\n',
  );
  assert.deepEqual(
    facts.suppressions.map(({ scope, rules, reason }) => [scope, rules[0]!.code, reason]),
    [['line', 'torch/float64', 'wanted']],
  );
  assert.deepEqual(
    facts.kernels.map(({ name }) => name),
    ['k'],
  );
  assert.deepEqual(
    facts.environment.map(({ variable, use }) => [variable, use]),
    [['NCCL_DEBUG', 'read']],
  );
});

test('broken, empty and deeply nested texts are analysed to the end', () => {
  for (const text of [
    '',
    'def',
    'import',
    'x = (',
    'from',
    'class A(',
    '@',
    'f(a=',
    `${'('.repeat(20000)}`,
    `${'['.repeat(3000)}${']'.repeat(3000)}`,
  ]) {
    assert.equal(analyze(text).facts.text, text);
  }
  assert.equal(analyze('x = = 1').problems[0]!.code, 'python/syntax');
});

test('environment variables as items of os.environ', () => {
  const { facts } = analyze(
    'import os\nos.environ["CUDA_VISIBLE_DEVICES"] = "0"\nprint(os.environ["RANK"], other["X"])',
  );
  assert.deepEqual(
    facts.environment.map(({ variable, use }) => [variable, use]),
    [
      ['CUDA_VISIBLE_DEVICES', 'write'],
      ['RANK', 'read'],
    ],
  );
});
