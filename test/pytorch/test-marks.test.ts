import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createScriptProject, pythonParser } from '../../core/pytorch';

const testing = `import unittest

import pytest
import torch
from accelerate.utils import is_cuda_available, is_npu_available, is_xpu_available

torch_device = "cuda" if torch.cuda.is_available() else "cpu"
needs_cuda = pytest.mark.skipif(not torch.cuda.is_available(), reason="")
needs_either = pytest.mark.skipif(not (torch.cuda.is_available() or is_npu_available()), reason="")
marks = [pytest.mark.slow, needs_cuda]
pytestmark = needs_cuda


def slow(test):
    return unittest.skipUnless(run_slow, "")(test)


def require_cuda(test):
    return unittest.skipUnless(is_cuda_available() and not is_xpu_available(), "")(test)


def require_gpu(test):
    return unittest.skipUnless(torch_device == "cuda", "")(test)


def require_either(test):
    return unittest.skipUnless(is_cuda_available() or is_npu_available(), "")(test)


def require_either_of_others(test):
    return unittest.skipUnless(is_cuda_available() or is_xpu_available(), "")(test)


def require_npu(test):
    return unittest.skipUnless(torch.npu.is_available(), "")(test)


def require_devices(count):
    def decorate(test):
        return unittest.skipIf(torch.cuda.device_count() < 1, "")(test)

    return decorate


def skip_without_cuda() -> None:
    print("asked")
    if not torch.cuda.is_available():
        pytest.skip("")


def skip_on_windows() -> None:
    if sys.platform == "win32":
        pytest.skip("")


class Case(unittest.TestCase):
    def need_cuda(self):
        if torch.cuda.device_count() == 0:
            self.skipTest("")
`;

/** The names of the guards that the call of `g` stands behind. */
function guardOf(code: string): string | undefined {
  const project = createScriptProject(pythonParser);
  project.update('testing.py', testing);
  project.update('test_it.py', `import unittest\nimport torch\nfrom other import g\n${code}`);
  const { facts } = project.analyze('test_it.py')!;
  const { guard } = facts.calls.find(({ name }) => name === 'other.g')!;
  return guard === undefined ? undefined : facts.guards[guard]!.name;
}

const marked = (mark: string) => `from testing import *\n${mark}\ndef test_it():\n  g()`;

const cases: readonly (readonly [code: string, guard: string | undefined])[] = [
  [marked('@require_cuda'), 'cuda'],
  [marked('@slow\n@require_gpu'), 'cuda'],
  [marked('@needs_cuda'), 'torch.cuda.is_available'],
  [marked('@require_devices(2)'), 'torch.cuda.device_count'],
  [marked('@slow'), undefined],
  [marked('@require_either'), undefined],
  [marked('@needs_either'), undefined],
  // Another vendor's accelerator is no target either.
  [marked('@require_either_of_others'), 'cuda'],
  [marked('@require_npu'), undefined],
  ['import testing\n@testing.require_gpu\nclass TestIt:\n  def test_it(self):\n    g()', 'cuda'],
  [marked('pytestmark = needs_cuda'), 'torch.cuda.is_available'],
  [marked('pytestmark = [needs_either, needs_cuda]'), 'torch.cuda.is_available'],
  ['from testing import marks as pytestmark\ng()', 'torch.cuda.is_available'],
  ['from testing import pytestmark\ndef test_it():\n  g()', 'torch.cuda.is_available'],
  ['from testing import slow as pytestmark\ng()', undefined],
  ['from testing import skip_without_cuda\ndef test_it():\n  skip_without_cuda()\n  g()', 'torch.cuda.is_available'],
  ['from testing import skip_without_cuda\ndef test_it():\n  g()\n  skip_without_cuda()', undefined],
  ['from testing import skip_on_windows\ndef test_it():\n  skip_on_windows()\n  g()', undefined],
  [
    'from testing import Case\nclass C(Case):\n  def test_it(self):\n    self.need_cuda()\n    g()',
    'torch.cuda.device_count',
  ],
  // In the test's own file.
  [
    'def cuda_only(t):\n  return unittest.skipIf(not torch.cuda.is_available(), "")(t)\n@cuda_only\ndef f():\n  g()',
    'torch.cuda.is_available',
  ],
];
for (const [code, guard] of cases) {
  test(`a test that is skipped without CUDA: ${code}`, () => assert.equal(guardOf(code), guard));
}
