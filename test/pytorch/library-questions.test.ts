import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from './python';

/** Whether each import of a library is one that may fail. */
const guarded = (code: string) =>
  analyze(code)
    .facts.imports.filter(({ package: name }) => name === 'apex')
    .map((fact) => fact.guarded);

test('where the project asks whether a library is there, its import may fail', () => {
  assert.deepEqual(guarded('if is_apex_available():\n  import apex\nelse:\n  import apex'), [true, false]);
  assert.deepEqual(guarded('if not utils.is_apex_available():\n  import apex\nelse:\n  import apex'), [false, true]);
  assert.deepEqual(guarded('if HAS_APEX and level > 0:\n  import apex'), [true]);
  assert.deepEqual(guarded('if _APEX_AVAILABLE:\n  import apex'), [true]);
  assert.deepEqual(guarded('import importlib.util\nif importlib.util.find_spec("apex") is not None:\n  import apex'), [
    true,
  ]);
  assert.deepEqual(guarded('if find_spec("apex") is None:\n  import apex\nelse:\n  import apex'), [false, true]);
});

test('behind a return where a library is missing, its import may fail', () => {
  assert.deepEqual(guarded('def f():\n  if not is_apex_available():\n    return\n  import apex'), [true]);
  assert.deepEqual(
    guarded(
      'def f():\n  if not HAS_APEX:\n    raise ImportError("install apex")\n  if x:\n    pass\n  else:\n    import apex',
    ),
    [true],
  );
  assert.deepEqual(guarded('for x in y:\n  if not HAS_APEX:\n    continue\n  import apex'), [true]);
  assert.deepEqual(guarded('def f():\n  if not HAS_APEX:\n    print("slow")\n  import apex'), [false]);
  assert.deepEqual(guarded('def f():\n  if HAS_APEX:\n    return\n  import apex'), [false]);
  // It cannot be loaded without.
  assert.deepEqual(guarded('if not HAS_APEX:\n  raise ImportError("install apex")\nimport apex'), [false]);
});

test('other questions leave it as it is', () => {
  assert.deepEqual(guarded('if HAS_APEX or level > 0:\n  import apex'), [false]);
  assert.deepEqual(guarded('import torch.distributed as dist\nif dist.is_available():\n  import apex'), [false]);
  assert.deepEqual(guarded('if use_apex:\n  import apex'), [false]);
  assert.deepEqual(guarded('if is_torch_available():\n  import apex'), [false]);
  assert.deepEqual(guarded('if HAS_TORCH and IS_PYTORCH_AVAILABLE:\n  import apex'), [false]);
});

test('what a conditional expression has only where a library is there may fail', () => {
  const calls = (code: string) =>
    analyze(`from other import g, h\n${code}`)
      .facts.calls.filter(({ name }) => /^other/.test(name))
      .map(({ name, guarded }) => `${name.slice(-1)} ${guarded}`);
  assert.deepEqual(calls('x = g() if is_apex_available() else h()'), ['g true', 'h false']);
  assert.deepEqual(calls('x = g() if not HAS_APEX else h()'), ['g false', 'h true']);
  assert.deepEqual(calls('x = g() if use_apex else h()'), ['g false', 'h false']);
});

test('a shared library whose load is all that is tried may be missing', () => {
  const loads = (code: string) =>
    analyze(`import ctypes\n${code}`)
      .facts.calls.filter(({ name }) => name === 'ctypes.CDLL')
      .map((call) => call.guarded);
  assert.deepEqual(loads('try:\n  x = ctypes.CDLL("a.so")\nexcept OSError:\n  x = None'), [true]);
  assert.deepEqual(loads('try:\n  x = ctypes.CDLL("a.so")\nexcept (OSError, ValueError):\n  x = None'), [true]);
  assert.deepEqual(loads('try:\n  x = ctypes.CDLL("a.so")\nexcept ValueError:\n  x = None'), [false]);
  // What else is tried fails by other errors.
  assert.deepEqual(loads('try:\n  x = ctypes.CDLL("a.so")\n  x.f()\nexcept OSError:\n  x = None'), [false]);
});
