import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from './python';

/** What the calls of `g` are ported to. */
const ported = (code: string) =>
  analyze(`import torch\nfrom other import g\n${code}`)
    .facts.calls.filter(({ name }) => name === 'other.g')
    .map((call) => call.ported.join());

const cases: readonly [code: string, ported: string[]][] = [
  [
    'if torch.cuda.is_available():\n  g()\nelif is_npu_available():\n  g()\nelse:\n  g()\ng()',
    ['npu', 'npu', 'npu', ''],
  ],
  ['if hasattr(torch, "npu"):\n  g()', ['npu']],
  // What runs on both is for both; what tells them apart, and what runs on the other alone, was written for it.
  ['if device.type in ("cuda", "npu"):\n  g()', ['']],
  ['if device.type in ("cuda", "npu"):\n  if device.type == "cuda":\n    g()\n  g()', ['npu', '']],
  ['if device.type in ("cuda", "npu"):\n  x = g() if device.type == "cuda" else 1', ['npu']],
  ['if device.type not in ("cuda", "npu"):\n  g()\nelse:\n  g()', ['npu', '']],
  ['if torch.cuda.is_available() or is_npu_available():\n  g()\nelse:\n  g()', ['', 'npu']],
  ['if torch.cuda.is_available() and not is_npu_available():\n  g()', ['npu']],
  ['if is_npu_available():\n  g()', ['npu']],
  ['if device.type in ("cuda", "cpu"):\n  g()', ['']],
  ['if device.type == "tpu":\n  g()', ['tpu']],
  ['if is_torch_tpu_available():\n  g()', ['']],
  ['try:\n  import torch_npu\n  g()\nexcept ImportError:\n  g()', ['npu', 'npu']],
  ['x = g() if torch.accelerator.is_available() else g()', ['', 'accelerator']],
  ['from utils import get_current_accelerator\nx = get_current_accelerator() or g()', ['accelerator']],
  ['from utils import get_current_device\nx = get_current_device() or g()', ['']],
  [
    'def f():\n  if torch.cuda.is_available():\n    return g()\n  if USE_NPU:\n    return g()\n  return g()',
    ['npu', 'npu', 'npu'],
  ],
  ['def f():\n  if torch.cuda.is_available():\n    return g()\n  return g()', ['', '']],
  ['match device.type:\n  case "cuda": g()\n  case "npu": g()', ['npu', 'npu']],
  ['x = {"cuda": g(), "npu": g()}', ['npu', 'npu']],
  [
    'def on_ascend():\n  return hasattr(torch, "npu") and torch.npu.is_available()\nif on_ascend():\n  g()\nelse:\n  g()',
    ['npu', 'npu'],
  ],
  ['def on_ascend(x):\n  return x.device.type == "npu"\nh = g() if on_ascend(y) else 1', ['npu']],
  [
    'from transformers.utils import is_torch_npu_available\nASCEND = is_torch_npu_available()\nif not ASCEND:\n  g()',
    ['npu'],
  ],
  ['on_device = torch.cuda.is_available() or torch.accelerator.is_available()\nif on_device:\n  g()', ['']],
  ['on_ascend = True\nif on_ascend:\n  g()', ['']],
  ['def on_ascend(use):\n  return use\nif on_ascend(1):\n  g()', ['']],
  // What follows a branch that leaves.
  ['def f():\n  if is_npu():\n    return g()\n  x = 1\n  g()\ng()', ['npu', 'npu', '']],
  ['def f():\n  if not hasattr(torch, "npu"):\n    return g()\n  g()', ['npu', 'npu']],
  ['def f():\n  if device.type not in ("cuda", "npu"):\n    return g()\n  g()', ['npu', '']],
  ['for x in y:\n  if x.device.type == "npu":\n    continue\n  g()', ['npu']],
  ['def f():\n  if is_npu() or is_tpu():\n    return\n  g()', ['npu,tpu']],
  ['def f():\n  if torch.accelerator.is_available():\n    return\n  g()', ['']],
  ['def f():\n  if is_npu() and fused:\n    return\n  g()', ['']],
  ['def f():\n  if is_npu():\n    x = 1\n  g()', ['']],
  ['def f():\n  if is_npu():\n    raise NotImplementedError\n  g()', ['']],
  ['def f():\n  if is_npu():\n    return\n  else:\n    g()\n  g()', ['npu', 'npu']],
  ['def f():\n  if x:\n    return\n  elif is_npu():\n    return\n  g()', ['npu']],
  ['if is_npu and is_tpu:\n  g()', ['npu,tpu']],
  ['import torch_xla\nif is_tpu:\n  g()', ['']],
];
for (const [code, expected] of cases) test(`ported: ${code}`, () => assert.deepEqual(ported(code), expected));
