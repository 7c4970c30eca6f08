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
  ['a = torch.version.hip is not None and g()', [true]],
  ['a = torch.version.hip is not None or g()', [false]],
  ['if is_hip() or is_cuda():\n  g()', [false]],
  ['if torch.cuda.is_available():\n  g()', [false]],
  ['if is_hip_tensor(x):\n  g()', [false]],
  ['if is_gfx95_supported():\n  g()', [true]],
  ['if platform.on_gfx942() and a:\n  g()\nelse:\n  g()', [true, false]],
  ['if _use_aiter:\n  g()', [true]],
  ['if rocm_aiter_ops.is_enabled():\n  g()', [true]],
  ['if platform.is_fp8_fnuz():\n  g()', [true]],
  ['use_int4 = a and is_hip()\nif use_int4:\n  g()', [true]],
  ['def f():\n  if not is_hip():\n    return\n  g()\ng()', [true, false]],
  ['def f():\n  if is_hip():\n    return\n  g()', [false]],
  ['g() if is_hip() else g()', [true, false]],
  ['is_hip() and g()', [true]],
  ['is_hip() or g()', [false]],
  ['if device.type == "xpu":\n  g()\nelse:\n  g()', [true, false]],
  ['if torch.backends.mps.is_available():\n  g()', [true]],
  ['on_mac = device.type == "mps"\nif on_mac:\n  g()', [true]],
  ['class A:\n  def forward_xpu(self):\n    g()\n  def forward(self):\n    g()', [true, false]],
  ['class ROCmAttention:\n  def f(self):\n    g()', [true]],
  // Others as well, or the opposite.
  ['if is_cuda_or_xpu():\n  g()', [false]],
  ['if disable_aiter:\n  g()', [false]],
  ['if rocm_is_not_available:\n  g()', [false]],
  ['if is_aiter(x):\n  g()', [false]],
  ['if device.type in ("xpu", "npu"):\n  g()', [false]],
  ['def is_rocm_available():\n  return g()', [false]],
];

for (const [code, expected] of cases) {
  test(`other vendors: ${code}`, () => {
    assert.deepEqual(ofOthers(code), expected);
  });
}
