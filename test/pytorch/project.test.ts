import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createScriptProject, pythonParser } from '../../core/pytorch';

function project(files: Readonly<Record<string, string>>, charactersKept?: number) {
  const made = createScriptProject(pythonParser, { charactersKept });
  for (const [path, text] of Object.entries(files)) made.update(path, text);
  return made;
}

/** The calls of a file, in a project of others. */
function calls(files: Readonly<Record<string, string>>, path: string): string[] {
  const all = project(files).analyze(path)!.facts.calls;
  return all.map(({ name, certainty }) => `${name} ${certainty}`);
}

const cases: readonly [what: string, files: Record<string, string>, path: string, expected: string[]][] = [
  [
    'a relative re-export',
    {
      'pkg/__init__.py': '',
      'pkg/compat.py': 'import torch.nn.functional as F\n',
      'pkg/a.py': 'from .compat import F\nF.relu(1)\n',
    },
    'pkg/a.py',
    ['torch.nn.functional.relu proven'],
  ],
  [
    'an absolute import, in a src layout, through __init__ and a star',
    {
      'src/pkg/__init__.py': 'from .inner import *\n',
      'src/pkg/inner.py': 'from torch import nn as layers\n',
      'train.py': 'from pkg import layers\nlayers.Linear(1, 2)\n',
    },
    'train.py',
    ['torch.nn.Linear proven'],
  ],
  [
    'a star takes what __all__ lists, and nothing else',
    {
      'pkg.py': 'from torch import nn, zeros as _zeros\n__all__ = [\n  "_zeros",  # for tests\n]\n',
      'train.py': 'from pkg import *\nnn.Linear(1, 2)\n_zeros(1)\n',
    },
    'train.py',
    ['?.Linear guessed', 'torch.zeros proven'],
  ],
  [
    'what __all__ lists is not known where it is made of parts',
    {
      'pkg.py': 'from torch import nn\nimport parts\n__all__ = ["zeros"]\n__all__ += parts.names\n',
      'train.py': 'from pkg import *\nnn.Linear(1, 2)\n',
    },
    'train.py',
    ['torch.nn.Linear proven'],
  ],
  [
    'stars that lead in a circle, and one that leads on',
    {
      'a.py': 'from b import *\n',
      'b.py': 'from a import *\nfrom c import *\n',
      'c.py': 'from torch import zeros\n',
      'train.py': 'from a import zeros, ones\nzeros(1)\nones.sort()\n',
    },
    'train.py',
    ['torch.zeros proven', '?.sort guessed'],
  ],
  [
    'every name of PyTorch, by way of another file',
    { 'pkg.py': 'from torch import *\n', 'train.py': 'from pkg import *\nzeros(1)\nstuff(1)\n' },
    'train.py',
    ['torch.zeros assumed'],
  ],
  [
    'a submodule of a package that is imported whole',
    {
      'pkg/__init__.py': '',
      'pkg/ops.py': 'import torch\nzeros = torch.zeros\n',
      'b.py': 'import pkg.ops\npkg.ops.zeros(1)\n',
    },
    'b.py',
    ['torch.zeros proven'],
  ],
  [
    'a function that returns a tensor, and one that returns a device',
    {
      'helpers/make.py':
        'import torch\ndef make():\n  return torch.zeros(1)\ndef where(x):\n  if x:\n    return torch.device("cpu")\n  return torch.device("cuda")\n',
      'a.py': 'from helpers.make import make, where\nmake().sort()\nwhere(1).type\nmake().to(where(2))\n',
    },
    'a.py',
    ['torch.Tensor.sort proven', 'torch.Tensor.to proven'],
  ],
  [
    'a class of another file that is a module, by its base in a third',
    {
      'm/base.py': 'import torch.nn as nn\nclass Base(nn.Module):\n  pass\n',
      'm/net.py': 'from m.base import Base\nclass Net(Base):\n  pass\n',
      'run.py': 'from m.net import Net\nnet = Net()\nnet.cuda()\n',
    },
    'run.py',
    ['torch.nn.Module.cuda proven'],
  ],
  [
    'a method that the class itself defines is no method of torch',
    {
      'net.py': 'import torch.nn as nn\nclass Net(nn.Module):\n  def cuda(self): return 1\n',
      'run.py': 'from net import Net\nNet().cuda()\nNet().half()\n',
    },
    'run.py',
    ['torch.nn.Module.half proven'],
  ],
  [
    'files that import each other',
    {
      'a.py': 'from b import y\nimport torch\nx = torch.zeros(1)\ny.sort()\n',
      'b.py': 'from a import x\ny = x\n',
    },
    'a.py',
    ['torch.zeros proven', 'torch.Tensor.sort proven'],
  ],
  [
    'names that import each other around',
    { 'a.py': 'from b import x\nx.sort()\n', 'b.py': 'from a import x\n' },
    'a.py',
    ['?.sort guessed'],
  ],
  [
    'a folder that is called torch is not torch',
    { 'torch/__init__.py': 'def zeros(): return 1\n', 'a.py': 'import torch\ntorch.zeros(1)\n' },
    'a.py',
    ['torch.zeros proven'],
  ],
  [
    'inside a package, a bare import is not the file beside',
    {
      'pkg/__init__.py': '',
      'pkg/triton.py': 'def jit(): pass\n',
      'pkg/a.py': 'import triton\ntriton.jit(1)\n',
    },
    'pkg/a.py',
    ['triton.jit proven'],
  ],
];
for (const [what, files, path, expected] of cases) {
  test(`across files: ${what}`, () => assert.deepEqual(calls(files, path), expected));
}

test('a launch of a kernel of another file', () => {
  const { facts } = project({
    'ops/__init__.py': '',
    'ops/add.py': 'import triton\n@triton.jit\ndef kernel(): pass\n',
    'ops/run.py': 'from .add import kernel as add\nfrom . import add as module\nadd[1,](2)\nmodule.kernel[1,](2)\n',
  }).analyze('ops/run.py')!;
  assert.deepEqual(
    facts.kernelLaunches.map(({ kernel, path, certainty }) => [kernel, path, certainty]),
    [
      ['kernel', 'ops/add.py', 'proven'],
      ['kernel', 'ops/add.py', 'proven'],
    ],
  );
});

test("a workspace's own packages are first-party; a constant of another file is known", () => {
  const { facts } = project({
    'flash_attn/__init__.py': '__version__ = "2"\n',
    'flash_attn/config.py': 'DEVICE = "cuda"\n',
    'tests/test_a.py':
      'import flash_attn\nimport apex\nfrom flash_attn.config import DEVICE\nimport torch\ntorch.device(DEVICE)\n',
  }).analyze('tests/test_a.py')!;
  assert.deepEqual(
    facts.imports.map(({ name, firstParty }) => [name, firstParty]),
    [
      ['flash_attn', true],
      ['apex', false],
      ['flash_attn.config.DEVICE', true],
      ['torch', false],
    ],
  );
  assert.equal(facts.calls[0]!.arguments[0]!.value.constant, 'cuda');
  assert.equal(facts.calls[0]!.result.name, 'cuda');
});

test('a change of a file is seen by those that import it, and they are named', () => {
  const all = project({
    'a.py': 'from b import f\nf(1)\n',
    'b.py': 'from c import f\n',
    'c.py': 'import torch\nf = torch.zeros\n',
    'd.py': 'import torch\n',
  });
  const names = () => all.analyze('a.py')!.facts.calls.map(({ name }) => name);
  assert.deepEqual(names(), ['torch.zeros']);
  assert.deepEqual([...all.importersOf('c.py')].sort(), ['a.py', 'b.py']);
  all.update('c.py', 'import torch\nf = torch.ones\n');
  assert.deepEqual(names(), ['torch.ones']);
  all.update('c.py', 'import torch\n\nf = torch.rand\n');
  assert.deepEqual(names(), ['torch.rand']);
  all.remove('c.py');
  assert.deepEqual(names(), ['c.f']);
  all.dispose();
});

test('what is let go of is found again', () => {
  const all = project(
    {
      'a.py': 'from b import Net\nNet().half()\n',
      'b.py': 'import torch.nn as nn\nclass Net(nn.Module):\n  def half(self):\n    return self.x\n',
    },
    1,
  );
  for (let round = 0; round < 2; round++) {
    assert.deepEqual(all.analyze('a.py')!.facts.calls, []);
    assert.equal(all.analyze('b.py')!.facts.classes[0]!.isModule, true);
  }
  assert.equal(all.analyze('none.py'), undefined);
});

test('a text that is no file of the project sees the files that it imports', () => {
  const all = project({ 'src/pkg/__init__.py': '', 'src/pkg/a.py': 'from torch import ones\n' });
  const { facts } = all.analyzeText('notes.ipynb', 'from pkg.a import ones\nones(1)\n');
  assert.equal(facts.calls[0]!.name, 'torch.ones');
  assert.equal(facts.imports[0]!.firstParty, true);
});

test('a long chain of files, each of which imports the next, ends', () => {
  const files = Object.fromEntries(
    Array.from({ length: 3000 }, (_, index) => [`m${index}.py`, `from m${index + 1} import f\n`]),
  );
  const all = project({ ...files, 'm3000.py': 'from torch import zeros as f\n' });
  assert.equal(all.analyze('m0.py')!.facts.calls.length, 0);
  assert.equal(all.importersOf('m3000.py').length, 3000);
});
