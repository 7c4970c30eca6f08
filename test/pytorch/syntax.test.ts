import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from './python';

/** The names of `torch` that are called in a text, and how many of its places are not Python. */
function calls(code: string): [string[], number] {
  const { facts, problems } = analyze(`import torch\n${code}`);
  const names = facts.calls.map(({ name }) => name).filter((name) => name.startsWith('torch.'));
  return [names, problems.length];
}

const valid: readonly [what: string, code: string, calls: string[]][] = [
  ['match', 'match x:\n  case [torch.zeros(), *rest] if torch.ones(1): torch.rand(1)', ['torch.ones', 'torch.rand']],
  [
    'type parameters',
    'def f[T](x: T) -> T: return torch.zeros(1)\nclass A[T]: y = torch.ones(1)\ntype B[T] = list[T]',
    ['torch.zeros', 'torch.ones'],
  ],
  [
    'defaults of type parameters',
    'class A[T = int]:\n  x = torch.zeros(1)\ntorch.ones(1)',
    ['torch.zeros', 'torch.ones'],
  ],
  ['nested quotes in f-strings', 'print(f"{torch.zeros(1, dtype=d["a"])}")', ['torch.zeros']],
  ['nested f-strings', "f'{f'{torch.zeros(1)}'}'", ['torch.zeros']],
  ['t-strings', 't"{torch.zeros(1)}"', ['torch.zeros']],
  ['format specifications that begin with #', 'f"#{torch.zeros(1):#x}"', ['torch.zeros']],
  ['except without parentheses', 'try: pass\nexcept A, B: torch.zeros(1)', ['torch.zeros']],
  ['except*', 'try: pass\nexcept* A as e: torch.zeros(1)', ['torch.zeros']],
  [
    'with in parentheses',
    'with (torch.no_grad() as a, torch.enable_grad()): torch.zeros(1)',
    ['torch.no_grad', 'torch.enable_grad', 'torch.zeros'],
  ],
  ['walrus', 'if (y := torch.zeros(1)) is not None: y.cuda()', ['torch.zeros', 'torch.Tensor.cuda']],
  [
    'lambda, starred, slices',
    'f = lambda x=torch.zeros(1), *a: x[1:torch.ones(1), ...]',
    ['torch.zeros', 'torch.ones'],
  ],
  ['async', 'async def f():\n  async with a: pass\n  async for x in y: await torch.zeros(1)', ['torch.zeros']],
  ['decorators of any form', '@a[0].b(torch.zeros(1))\ndef f(): pass', ['torch.zeros']],
  ['semicolons and continued lines', 'x = 1; y = \\\n  torch.zeros(1)', ['torch.zeros']],
  ['positional-only parameters', 'def f(a, /, b=torch.zeros(1), *, c): pass', ['torch.zeros']],
  ['return a, *b', 'def f():\n  return torch.zeros(1), *b', ['torch.zeros']],
  ['Python 2', 'print torch.zeros(1)\nexec "x"', ['torch.zeros']],
];
for (const [what, code, expected] of valid) {
  test(`syntax: ${what}`, () => assert.deepEqual(calls(code)[0], expected));
}

const broken: readonly [what: string, code: string, calls: string[]][] = [
  ['an expression that is not finished', 'x = (1 +\ntorch.zeros(1)', ['torch.zeros']],
  ['a statement between others', 'torch.zeros(1)\nx = = 1\ntorch.ones(1)', ['torch.zeros', 'torch.ones']],
  ['a function without a body', 'def f(:\n  torch.zeros(1)\ntorch.ones(1)', ['torch.zeros', 'torch.ones']],
  ['a bracket that is not closed', 'torch.zeros(1)\nx = [torch.ones(1)', ['torch.zeros', 'torch.ones']],
];
for (const [what, code, expected] of broken) {
  test(`broken: ${what}`, () => {
    const [names, problems] = calls(code);
    assert.deepEqual(names, expected);
    assert.ok(problems > 0);
  });
}

test('spans are those of the text, with characters beyond the basic plane', () => {
  const text = 's = "𝒳中"; import torch\nd = torch.device("cuda")  # é\n';
  const [call] = analyze(text).facts.calls;
  assert.equal(text.slice(call!.span.start, call!.span.end), 'torch.device("cuda")');
  const [device] = analyze(text).facts.deviceStrings;
  assert.equal(text.slice(device!.nameSpan.start, device!.nameSpan.end), 'cuda');
});
