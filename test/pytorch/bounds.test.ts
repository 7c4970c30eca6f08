import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from './python';

const times = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

/** Texts on which a careless analysis takes quadratic time, overflows the stack, or runs around for ever. */
const texts: Readonly<Record<string, () => string>> = {
  'parentheses that are not closed': () => '('.repeat(20_000),
  'calls in calls': () => `${'f('.repeat(5000)}${')'.repeat(5000)}`,
  'attributes of attributes': () => `x${'.a'.repeat(20_000)}`,
  'a long sum': () => `x = ${times(10_000, () => 'f() + ')}1`,
  'not not not': () => `${'not '.repeat(10_000)}x`,
  'branches in branches': () => `${times(800, (i) => `${' '.repeat(i)}if x:\n`)}${' '.repeat(800)}pass\n`,
  'a long chain of elif': () => `if a: pass\n${times(5000, () => 'elif torch.cuda.is_available(): x.cuda()\n')}`,
  'a name that is bound often': () => `import torch\n${times(10_000, () => 'x = torch.zeros(1)\n')}x.cuda()\n`,
  'a name that is bound often in branches': () => `${times(3000, () => 'if a:\n  x = f()\nx.cuda()\n')}`,
  'a name that is bound often in a loop': () => `for i in y:\n${times(3000, () => '  x = x.view(1)\n')}`,
  'a long chain of names': () => `x0 = y\n${times(5000, (i) => `x${i + 1} = x${i}\n`)}x5000.cuda()\n`,
  'names in a circle': () => `${times(500, () => 'a = b\nb = c\nc = a\n')}a.cuda()\n`,
  'pairs of pairs': () => times(2000, (i) => `x${i + 1} = (x${i}, x${i})\n`),
  'classes in a circle': () =>
    `${times(2000, (i) => `class A${i + 1}(A${i}): pass\n`)}class A0(A2000): pass\nA5().half()\n`,
  'functions in a circle': () => `${times(1000, (i) => `def f${i}(x): return f${(i + 1) % 1000}(x)\n`)}f0(1).cuda()\n`,
  'attributes that are bound often': () => `class A:\n  def f(self):\n${times(3000, () => '    self.x = self.x\n')}`,
  'f-strings in f-strings': () => `${'f"{'.repeat(500)}x${'}"'.repeat(500)}`,
  'a device that is used often': () => `import torch\nd = "cuda"\n${times(3000, () => 'torch.device(d)\n')}`,
  'devices bound and used often': () =>
    `import torch\n${times(500, () => 'd = "cuda"\n')}def f():\n${times(500, () => '  torch.device(d)\n')}`,
  'dictionaries of dictionaries': () =>
    `d0 = {}\n${times(8, (i) => `d${i + 1} = {${times(100, (key) => `"${key}": d${i}, `)}}\n`)}` +
    times(200, () => 'x = {"zero_optimization": d8, "optimizer": d7}\n'),
  'many places that are not Python': () => times(2000, () => 'def (:\n  x = = 1\n'),
  'one long line': () => `x = [${times(50_000, () => '1,')}]; ${times(20_000, () => 'y=1;')}`,
  'zeros where a text should be': () => '\0'.repeat(5000),
};
for (const [what, text] of Object.entries(texts)) {
  test(`bounds: ${what}`, { timeout: 60_000 }, () => {
    const made = text();
    assert.equal(analyze(made).facts.text, made);
  });
}

test('a text of any length is analysed to a bound, which is told', () => {
  const text = `import torch\nx = torch.zeros(1)\ny = "${'a'.repeat(2_000_000)}"\nx.cuda()\n`;
  const { facts, problems } = analyze(text);
  assert.deepEqual(
    facts.calls.map(({ name }) => name),
    ['torch.zeros'],
  );
  assert.ok(problems.some(({ code }) => code === 'python/length'));
});

test('where values are no longer followed, what the syntax shows is still told', () => {
  const { facts, problems } = analyze(
    `import torch\ntorch.cuda.empty_cache()\nx = ${'('.repeat(600)}torch.ones(1)${')'.repeat(600)}\ntorch.zeros(1)\n`,
  );
  assert.deepEqual(
    facts.calls.map(({ name }) => name),
    ['torch.cuda.empty_cache', 'torch.zeros'],
  );
  assert.ok(problems.some(({ code }) => code === 'python/nesting'));
});
