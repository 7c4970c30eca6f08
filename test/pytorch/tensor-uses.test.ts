import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, textOf } from './python';

function uses(body: string): string[] {
  const { facts } = analyze(
    `import torch\ndef f(x: torch.Tensor, y, n: int):\n    ${body.replaceAll('\n', '\n    ')}\n`,
  );
  return facts.tensorUses.map((fact) => `${fact.use} ${textOf(facts.text, fact.span)} ${fact.certainty}`);
}

test('a condition on a tensor reads it', () => {
  assert.deepEqual(uses('if x.sum() > 0 and not x.any():\n  pass'), [
    'truth x.sum() > 0 proven',
    'truth x.any() proven',
  ]);
  assert.deepEqual(uses('while torch.max(x) < 3:\n  x = x + 1'), ['truth torch.max(x) < 3 proven']);
  assert.deepEqual(uses('assert torch.all(x)'), ['truth torch.all(x) proven']);
});

test('a condition on what is known of a tensor does not', () => {
  assert.deepEqual(uses('if x is None or x.shape[0] > 3 or x.dtype == torch.float64 or x.dim() == 2:\n  pass'), []);
  assert.deepEqual(uses('if x:\n  pass\nif n > 3 or y > 3:\n  pass'), []);
});

test('a parameter of forward that is compared with a number is a number as often', () => {
  const { facts } = analyze(
    'import torch\nclass M(torch.nn.Module):\n  def forward(self, index, x):\n    assert index > 0\n    if x.sum() > 0:\n      pass\n',
  );
  assert.deepEqual(
    facts.tensorUses.map(({ span }) => textOf(facts.text, span)),
    ['x.sum() > 0'],
  );
});

test('a parameter of forward that is compared with anything else is one, too', () => {
  const { facts } = analyze(
    'import torch\nclass M(torch.nn.Module):\n  def forward(self, n, h, w, x):\n    if n > self.longest or n == h * w:\n      pass\n    if x[0] > n:\n      pass\n',
  );
  assert.deepEqual(
    facts.tensorUses.map(({ span }) => textOf(facts.text, span)),
    ['x[0] > n'],
  );
});

test('a comparison with None or a text asks no tensor', () => {
  assert.deepEqual(uses('if x != None or x == "all":\n  pass'), []);
});

test('a condition says which calls made what it asks', () => {
  const { facts } = analyze(
    'import torch\nr = torch.rand([])\nif r < 0.5:\n  pass\nif torch.rand(1) > r:\n  pass\nx = torch.ones(1)\nx = x + 1\nif x > 0:\n  pass\n',
  );
  assert.deepEqual(
    facts.tensorUses.map(({ madeBy }) => madeBy?.map((span) => textOf(facts.text, span))),
    [['torch.rand([])'], ['torch.rand(1)', 'torch.rand([])'], undefined],
  );
});

test('an index that is a tensor behind a slice', () => {
  assert.deepEqual(
    uses('i = torch.argmax(x, -1)\nx[:, i] = x[..., i] + x[i, :] + x[i] + x[:, n] + x[:, 0] + x[n, i]'),
    ['index x[:, i] proven', 'index x[..., i] proven'],
  );
  assert.deepEqual(uses('return x[:, y]'), []);
});

test('what is printed is read', () => {
  assert.deepEqual(uses('print("x", x, n, f"{x.mean():.3f} {n}")'), ['print x proven', 'print x.mean() proven']);
  assert.deepEqual(uses('print(x.shape, y)'), []);
});

test('a mask of booleans selects; it does not where something is stored', () => {
  assert.deepEqual(uses('return x[x > 0], x[n], x[:, 1:], x[y]'), ['mask x[x > 0] proven']);
  assert.deepEqual(uses('mask = x < 0\nx[mask] = 0\nreturn x[mask]'), ['mask x[mask] proven']);
});
