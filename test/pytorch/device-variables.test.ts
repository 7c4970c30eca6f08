import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, textOf } from './python';

const variables = (code: string) => {
  const text = `import torch\n${code}`;
  return analyze(text).facts.deviceVariables.map(({ name, certainty, isCurrent, scope }) => [
    name,
    certainty,
    isCurrent,
    textOf(text, scope).trim(),
  ]);
};

test('a device that is chosen once is a variable from there to the end of its block', () => {
  assert.deepEqual(variables('device = torch.device("cuda" if torch.cuda.is_available() else "cpu")\nx = 1\n'), [
    ['device', 'proven', true, 'x = 1'],
  ]);
  assert.deepEqual(variables('if a:\n  device = torch.device("cuda:1")\n  x = 1\ny = 2\n'), [
    ['device', 'proven', false, 'x = 1'],
  ]);
});

test('a name that is bound twice is no variable that a fix could use', () => {
  assert.deepEqual(variables('device = "cpu"\ndevice = "cuda"\n'), []);
  assert.deepEqual(variables('device = choose()\n'), []);
  assert.deepEqual(variables('name = "cuda"\n'), []);
});

test('the host is no device that a fix could move to', () => {
  assert.deepEqual(variables('host_device = torch.device("cpu")\nx = 1\n'), []);
  const chosen = 'torch.device("cpu") if on_cpu else torch.device("cuda")\nx = 1\n';
  assert.deepEqual(variables(`gather_device = ${chosen}`), []);
  for (const name of ['device', 'torch_device', 'DEVICE', 'dev']) {
    assert.equal(variables(`${name} = ${chosen}`).length, 1, name);
  }
  assert.equal(variables('gather_device = torch.device("cuda")\nx = 1\n').length, 1);
});

test('a parameter called device may be used where it is not None by default', () => {
  assert.deepEqual(variables('def f(x, device):\n  return x\n'), [['device', 'assumed', false, 'return x']]);
  assert.deepEqual(variables('def f(x, device=None):\n  return x\n'), []);
});

test('what __init__ sets is seen by the methods behind it', () => {
  const code = 'class A:\n  def __init__(self):\n    self.device = torch.device("cuda")\n  def f(self): return 1\n';
  assert.deepEqual(variables(code), [
    ['self.device', 'proven', true, ''],
    ['self.device', 'assumed', true, 'def f(self): return 1'],
  ]);
});

test('tests of messages', () => {
  const text = [
    'try: f()',
    'except RuntimeError as error:',
    '  if "CUDA out of memory" in str(error): g()',
    '  if "cuda" in str(error): g()',
    '  if str(error).startswith("CUDA error: x"): g()',
    '  if "out of memory" in device: g()',
    '',
  ].join('\n');
  assert.deepEqual(
    analyze(text).facts.messageTests.map(({ operator, text: said, literalSpan }) => [
      operator,
      said,
      textOf(text, literalSpan),
    ]),
    [
      ['in', 'CUDA out of memory', '"CUDA out of memory"'],
      ['startswith', 'CUDA error: x', '"CUDA error: x"'],
    ],
  );
});
