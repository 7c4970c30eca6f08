import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from './python';

/** Which calls of `g` run on another vendor's accelerators alone. */
const ofOthers = (code: string) => {
  const { facts } = analyze(`import torch\nfrom other import g, is_hip, is_npu, platform\n${code}`);
  return facts.calls.filter(({ name }) => name === 'other.g').map(({ ported }) => ported.includes('other'));
};

const cases: readonly [code: string, ofOthers: boolean[]][] = [
  ['if torch.version.hip:\n  g()\nelse:\n  g()', [true, false]],
  ['if torch.version.hip is not None:\n  g()\ng()', [true, false]],
  ['if torch.version.hip is None:\n  g()\nelse:\n  g()', [false, true]],
  ['if is_hip():\n  g()\nelif a:\n  g()', [true, false]],
  ['_is_hip = is_hip()\ndef f():\n  if _is_hip and a:\n    g()', [true]],
  ['if not is_hip():\n  g()\nelse:\n  g()', [false, true]],
  ['if platform.is_rocm():\n  g()', [true]],
  ['if platform.is_xpu() or is_hip():\n  g()', [true]],
  ['if torch.xpu.is_available():\n  g()', [true]],
  ['def f():\n  if not is_hip():\n    return\n  g()\ng()', [true, false]],
  ['def f():\n  if is_hip():\n    return\n  g()', [false]],
  ['if is_hip() or is_cuda():\n  g()', [false]],
  ['if torch.cuda.is_available():\n  g()', [false]],
  ['if is_hip_tensor(x):\n  g()', [false]],
];

for (const [code, expected] of cases) {
  test(`other vendors: ${code}`, () => {
    assert.deepEqual(ofOthers(code), expected);
  });
}
