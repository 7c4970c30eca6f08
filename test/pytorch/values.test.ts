import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from './python';

/** What is known of the argument of `g(...)`: `tensor proven torch.float32 [2,?] cuda`. */
function known(code: string): string {
  const { facts } = analyze(
    `import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\nfrom typing import Optional\nfrom other import g\n${code}`,
  );
  const { value } = facts.calls.find(({ name }) => name === 'other.g')!.arguments[0]!;
  const shape = value.shape && `[${value.shape.map((size) => size ?? '?').join()}]`;
  const parts = [value.kind, value.certainty, value.name, value.constant, value.dtype?.slice(6), shape, value.device];
  return parts.filter((part) => part !== undefined).join(' ');
}

const forward = (body: string, init = '') =>
  `class A(nn.Module):\n  def __init__(self):\n    super().__init__()\n${init.replaceAll(/^/gm, '    ')}\n  def forward(self, x, y: int, m=None):\n${body.replaceAll(/^/gm, '    ')}`;

const cases: readonly [code: string, known: string][] = [
  ['g(torch.zeros(2, 3))', 'tensor proven [2,3] default'],
  ['g(torch.zeros((2, n), dtype=torch.double, device="cuda:1"))', 'tensor proven float64 [2,?] cuda'],
  ['g(torch.arange(3))', 'tensor proven int64 default'],
  ['g(torch.zeros(1).to(torch.float16).cuda().cpu())', 'tensor proven float16 [1] cpu'],
  ['v, i = torch.topk(x, 2)\ng(v)', 'tensor proven'],
  ['v, i = torch.zeros(1).topk(2)\ng(i)', 'tensor proven int64 default'],
  ['g(torch.max(x))', 'tensor proven'],
  ['g(torch.max(x, dim=1))', 'tuple proven'],
  ['g(torch.max(x, y))', 'unknown guessed'],
  ['g(torch.max(x, 1)[0])', 'tensor proven'],
  ['for p in torch.split(x, 2):\n  g(p)', 'tensor proven'],
  ['def f(x: torch.Tensor):\n  b, c = x.shape\n  g(b)', 'int proven'],
  ['def f(x: "torch.Tensor"):\n  g(x)', 'tensor assumed'],
  ['def f(x: Optional[torch.Tensor] = None):\n  g(x)', 'tensor proven'],
  ['def f(x: torch.Tensor | None):\n  g(x)', 'tensor proven'],
  ['def f(x: torch.Tensor | int):\n  g(x)', 'unknown guessed'],
  // The code says that it is something else.
  ['def f(x: torch.Tensor, a):\n  if a:\n    return x.sample(a)\n  g(x)', 'unknown guessed'],
  ['def f(x: torch.Tensor):\n  self.x.sample()\n  x.npu()\n  g(x)', 'tensor proven'],
  ['def f(x: list[torch.Tensor]):\n  g(x[0])', 'tensor assumed'],
  ['def f(x):\n  g(x)', 'unknown guessed'],
  [forward('g(x)'), 'tensor assumed'],
  [forward('g(y)'), 'int proven'],
  [forward('g(m)'), 'tensor assumed'],
  [forward('g(self.l(x))', 'self.l = nn.Linear(1, 2)'), 'tensor proven'],
  [forward('g(self.l)', 'self.l = nn.Linear(1, 2)'), 'module proven torch.nn.Linear'],
  [
    forward('for b in self.bs:\n  g(b)', 'self.bs = nn.ModuleList([nn.Linear(1, 2) for _ in range(3)])'),
    'module assumed torch.nn.Linear',
  ],
  [forward('g(self.lstm(x))', 'self.lstm = nn.LSTM(1, 2)'), 'unknown guessed'],
  [forward('g(self.w)', 'self.w = nn.Parameter(torch.ones(4))'), 'tensor proven [4]'],
  [forward('g(self)'), 'module proven A'],
  [forward('g(self.w)', 'self.register_buffer("w", torch.ones(4))'), 'tensor proven [4]'],
  [forward('g(self.w)', 'self.register_parameter("w", None)\nself.w = nn.Parameter(x)'), 'tensor proven'],
  [forward('g(self.other.x)'), 'unknown guessed'],
  ['x = torch.zeros(1)\nx = 1\ng(x)', 'int proven 1'],
  ['x = 1\nif a:\n  x = torch.zeros(1)\ng(x)', 'unknown guessed'],
  ['x = torch.zeros(1)\nfor i in y:\n  g(x)\n  x = 1', 'unknown guessed'],
  ['x = torch.zeros(1)\nfor i in y:\n  x = x.view(-1)\n  g(x)', 'tensor proven [?]'],
  ['x = None\nif a:\n  x = torch.zeros(1)\ng(x)', 'tensor proven [1] default'],
  ['def f():\n  return torch.zeros(1)\ng(f())', 'tensor proven [1] default'],
  ['def f(n):\n  if n:\n    return f(n - 1)\n  return torch.zeros(1)\ng(f(1))', 'tensor proven [1] default'],
  ['@wrapped\ndef f():\n  return torch.zeros(1)\ng(f())', 'unknown guessed'],
  ['def f():\n  yield torch.zeros(1)\ng(f())', 'unknown guessed'],
  ['class C:\n  size: int = 8\ndef f(c: C):\n  g(c.size)', 'int proven'],
  ['class C:\n  @property\n  def t(self): return torch.zeros(1)\ng(C().t)', 'tensor proven [1] default'],
  ['d = torch.device("cuda" if a else "cpu")\ng(d)', 'device proven'],
  ['d = torch.device("cuda:0")\ng(d.type)', 'string proven cuda'],
  ['x = torch.zeros(1)\ng(x == 1)', 'tensor proven bool [1] default'],
  ['x = torch.zeros(1)\ng(x + y)', 'tensor assumed'],
  ['x = torch.zeros(1, dtype=torch.float64)\ng(x * 2)', 'tensor proven float64 default'],
  ['s = torch.cuda.Stream()\ng(s)', 'other proven torch.cuda.Stream'],
  ['m = nn.Linear(1, 2).to("cuda")\ng(m)', 'module proven torch.nn.Linear cuda'],
  ['for n, p in nn.Linear(1, 2).named_parameters():\n  g(p)', 'tensor proven'],
  ['g(x.split(","))', 'unknown guessed'],
  ['g("a,b".split(","))', 'list proven'],
  ['g([torch.zeros(1) for _ in y][0])', 'tensor assumed [1] default'],
  ['a = b\nb = c\nc = a\ng(a)', 'unknown guessed'],

  // Where a tensor is that is told no device, and what is computed of it.
  ['x = torch.zeros(1)\ng(x.to(device))', 'tensor proven [1]'],
  ['x = torch.zeros(1)\ng(x.to("cuda"))', 'tensor proven [1] cuda'],
  ['x = torch.zeros(1)\nif a:\n  x = x.cuda()\ng(x)', 'tensor proven [1]'],
  ['x = torch.zeros(1)\ng(x + torch.ones(1).cpu())', 'tensor proven cpu'],
  ['x = torch.zeros(1)\ng(x + torch.ones(1, device="cuda"))', 'tensor proven'],
  ['x = torch.zeros(1)\ng(x > torch.ones(1, device="cuda"))', 'tensor proven bool [1]'],
  ['x = torch.ones(1, device="cuda")\ng(torch.complex(x, x))', 'tensor proven cuda'],
  ['g(torch.from_numpy(x))', 'tensor proven cpu'],
  ['g(torch.FloatTensor(x))', 'tensor proven default'],
  ['class C:\n  def __init__(self):\n    self.x = [torch.zeros(1)]\ng(C().x[0])', 'tensor assumed [1]'],
  ['import numpy as np\nx = np.zeros(1)\ng(x[0].sum())', 'unknown guessed cpu'],
  ['g(x.cpu())', 'unknown guessed cpu'],
  ['g(x.cpu().to(device))', 'unknown guessed'],
  ['g(x.cpu().generate())', 'unknown guessed'],
  [
    's = torch.load(p, map_location=torch.device("cpu"))\nfor k, v in s["m"].items():\n  g(v.float())',
    'unknown guessed cpu',
  ],
  ['s = torch.load(p, map_location=device)\ng(s["m"])', 'unknown guessed'],
  ['from safetensors.torch import load_file\ng(load_file(p)["m"])', 'tensor proven cpu'],
  ['from safetensors.torch import load_file\ng(load_file(p, device)["m"])', 'tensor proven'],
];
for (const [code, expected] of cases) test(`values: ${code}`, () => assert.equal(known(code), expected));
