import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, textOf } from './python';

/** Which guard each call of `g` stands behind, and the guards. */
const guarded = (code: string) => {
  const text = `import torch\nfrom other import g\n${code}`;
  const { facts } = analyze(text);
  return {
    forms: facts.guards.map(({ form }) => form),
    behind: facts.calls.filter(({ name }) => name === 'other.g').map(({ guard }) => guard),
    bodies: facts.guards.map(({ body }) => body && textOf(text, body)),
  };
};

const cases: readonly [code: string, forms: string[], behind: (number | undefined)[]][] = [
  ['if torch.cuda.is_available():\n  g()\nelse:\n  g()', ['if'], [0, undefined]],
  ['if not torch.cuda.is_available():\n  g()\nelse:\n  g()', ['if'], [undefined, 0]],
  ['x = g() if torch.cuda.is_available() else g()', ['conditional'], [0, undefined]],
  ['use_cuda = torch.cuda.is_available()\nif use_cuda:\n  g()\ng()', ['value'], [0, undefined]],
  ['use_cuda = torch.cuda.is_available()\nuse_cuda = a\nif use_cuda:\n  g()', ['value'], [undefined]],
  [
    'try:\n  has_cuda = torch.cuda.is_available()\nexcept Exception:\n  has_cuda = False\ndef f():\n  if has_cuda:\n    g()',
    ['value'],
    [0],
  ],
  ['if a:\n  use = torch.cuda.is_available()\nelse:\n  use = True\nif use:\n  g()', ['value'], [undefined]],
  ['from transformers.utils import is_torch_cuda_available\nif is_torch_cuda_available():\n  g()', ['if'], [0]],
  ['def f():\n  if not torch.cuda.is_available():\n    return\n  g()\ng()', ['if'], [0, undefined]],
  ['def f():\n  if not torch.cuda.is_available():\n    log()\n  g()', ['if'], [undefined]],
  // What is insisted on is no branch: the rest has to run on another accelerator, too.
  ['assert torch.cuda.is_available(), "no"\ng()', ['assert'], [undefined]],
  ['def f():\n  if not torch.cuda.is_available():\n    raise SkipTest("no")\n  g()', ['if'], [0]],
  ['def f():\n  if not torch.cuda.is_available():\n    raise RuntimeError\n  g()', ['if'], [undefined]],
  // A project's own platforms.
  ['def f():\n  if not platform.is_cuda():\n    return\n  g()\ng()', ['if'], [0, undefined]],
  ['if platform.is_cuda_alike() and a:\n  g()\nelse:\n  g()', ['if'], [0, undefined]],
  ['if platform.is_cuda_graph():\n  g()', [], [undefined]],
  // A test that is skipped without CUDA.
  ['@unittest.skipUnless(torch.cuda.is_available(), "no GPU")\ndef test_it():\n  g()\ng()', ['value'], [0, undefined]],
  ['@pytest.mark.skipif(not torch.cuda.is_available(), reason="no GPU")\ndef test_it():\n  g()', ['value'], [0]],
  ['@pytest.mark.skipif(torch.cuda.is_available(), reason="slow")\ndef test_it():\n  g()', ['value'], [undefined]],
  [
    '@pytest.mark.skipif(a or not torch.cuda.is_available(), reason="")\n@pytest.mark.parametrize("n", [1])\nclass TestIt:\n  def test_it(self):\n    g()',
    ['value'],
    [0],
  ],
  [
    '@pytest.mark.skipif(a and not torch.cuda.is_available(), reason="")\ndef test_it():\n  g()',
    ['value'],
    [undefined],
  ],
  [
    'requires_cuda = pytest.mark.skipif(not torch.cuda.is_available(), reason="")\n@requires_cuda\ndef test_it():\n  g()\ndef test_all():\n  g()',
    ['value'],
    [0, undefined],
  ],
  [
    'def capable():\n  return torch.cuda.is_available() and a\n@pytest.mark.skipif(not capable(), reason="")\ndef test_it():\n  g()',
    ['value', 'value'],
    [1],
  ],
  ['pytestmark = pytest.mark.skipif(not torch.cuda.is_available(), reason="")\ndef test_it():\n  g()', ['value'], [0]],
  [
    'pytestmark = [pytest.mark.slow, pytest.mark.skipif(not torch.cuda.is_available(), reason="")]\ndef test_it():\n  g()',
    ['value'],
    [0],
  ],
  ['if not torch.cuda.is_available():\n  pytest.skip("", allow_module_level=True)\ng()', ['if'], [0]],
  // A count of devices says less than the question.
  [
    '@pytest.mark.skipif(torch.cuda.device_count() < 1, reason="")\n@pytest.mark.skipif(not torch.cuda.is_available(), reason="")\ndef test_it():\n  g()',
    ['value', 'value'],
    [1],
  ],
  ['def test_it(self):\n  if not torch.cuda.is_available():\n    self.skipTest("")\n  g()', ['if'], [0]],
  ['def f(queue):\n  if not torch.cuda.is_available():\n    queue.skip(1)\n  g()', ['if'], [undefined]],
  ['while torch.cuda.is_available():\n  g()', ['while'], [0]],
  ['if a and torch.cuda.is_available():\n  g()\nelse:\n  g()', ['if'], [0, undefined]],
  ['if a or torch.cuda.is_available():\n  g()', ['if'], [undefined]],
  ['def f():\n  if a or not torch.cuda.is_available():\n    raise E\n  g()', ['if'], [undefined]],
  ['def f():\n  if a or not torch.cuda.is_available():\n    return\n  g()', ['if'], [0]],
  ['torch.cuda.is_available() and g()', ['value'], [0]],
  ['h(torch.cuda.is_available())\ng()', ['value'], [undefined]],
  [
    'class A:\n  def __init__(self):\n    self.cuda = torch.cuda.is_available()\n  def f(self):\n    if self.cuda:\n      g()',
    ['value'],
    [0],
  ],
  ['if x.device.type == "cuda":\n  g()\nelse:\n  g()', ['if'], [0, undefined]],
  ['if "cuda" != device:\n  g()\nelse:\n  g()', ['if'], [undefined, 0]],
  ['def f(x):\n  if not x.is_cuda:\n    return x\n  g()', ['if'], [0]],
  ['is_cuda = "cuda" in str(device)\nif is_cuda:\n  g()', ['value'], [0]],
  ['if device.startswith("cuda"):\n  g()', ['if'], [0]],
  ['if device.type in ("cuda", "cpu"):\n  g()', [], [undefined]],
  // Another vendor's accelerators are no target: the answer there is that to the question for CUDA.
  ['if device.type in ("cuda", "xpu"):\n  g()\nelse:\n  g()', ['if'], [0, undefined]],
  ['if device.type in ("cuda", "npu"):\n  g()', [], [undefined]],
  ['if platform.is_cuda() or platform.is_xpu():\n  g()\nelse:\n  g()', ['if'], [0, undefined]],
  [
    'def f():\n  if not (platform.is_cuda() or platform.is_xpu()):\n    return\n  if platform.is_xpu():\n    a()\n  else:\n    g()',
    ['if'],
    [0],
  ],
  ['def f():\n  if not platform.is_cuda() and not platform.is_xpu():\n    return\n  g()', ['if'], [0]],
  ['if platform.is_cuda() or platform.is_npu():\n  g()', ['if'], [undefined]],
  ['def on_gpu():\n  return torch.cuda.is_available() or is_hip()\nif on_gpu():\n  g()', ['value', 'if'], [1]],
  ['if torch.version.cuda is not None:\n  g()\nelse:\n  g()', ['if'], [0, undefined]],
  ['if torch.version.cuda:\n  g()', ['if'], [0]],
  ['if torch.version.hip is not None:\n  g()', [], [undefined]],
  ['is_nvidia = torch.version.cuda is not None\nif is_nvidia:\n  g()\nelse:\n  g()', ['value'], [0, undefined]],
  ['def has():\n  return torch.cuda.is_available()\nif has():\n  g()', ['value', 'if'], [1]],
  [
    'def has() -> bool:\n  try:\n    return torch.cuda.is_available()\n  except E:\n    return False\nif not has():\n  exit()\ng()',
    ['value', 'if'],
    [undefined],
  ],
  [
    'def has(x):\n  if x:\n    return True\n  return torch.cuda.is_available()\nif has():\n  g()',
    ['value'],
    [undefined],
  ],
  ['def has(use=torch.cuda.is_available()):\n  if use:\n    g()', ['value'], [undefined]],
  ['def f(device):\n  use_gpu = device == "cuda"\n  if use_gpu:\n    g()', ['value'], [0]],
  ['use_gpu = args.gpu\nif use_gpu:\n  g()', [], [undefined]],
  ['is_cuda = True\nif is_cuda:\n  g()', [], [undefined]],
  [
    'class A:\n  def __init__(self):\n    self.gpu = torch.cuda.is_available()\na = A()\nif a.gpu:\n  g()',
    ['value', 'if'],
    [1],
  ],
  ['@dataclass\nclass A:\n  gpu: bool = torch.cuda.is_available()\na = A()\nif a.gpu:\n  g()', ['value'], [undefined]],
  ['any_gpu = torch.cuda.is_available() or torch.npu.is_available()\nif any_gpu:\n  g()', ['value'], [undefined]],
  ['assert x.is_cuda and x.device.type == "cuda"\ng()', ['assert', 'assert'], [undefined]],
  ['if torch.cuda.device_count() > 1:\n  g()\nelse:\n  g()', ['if'], [0, undefined]],
  ['if torch.cuda.device_count():\n  g()', ['if'], [0]],
  ['if torch.cuda.device_count() >= 1 and a:\n  g()', ['if'], [0]],
  ['if torch.cuda.device_count() == 0:\n  g()\nelse:\n  g()', ['if'], [undefined, 0]],
  ['def f():\n  if torch.cuda.device_count() < 1:\n    return\n  g()', ['if'], [0]],
  ['several = torch.cuda.device_count() != 0\nif several:\n  g()', ['value'], [0]],
  ['if len(torch.cuda.default_generators) > 0:\n  g()', ['if'], [0]],
  ['n = torch.cuda.device_count()\nif n > 1:\n  g()\nelse:\n  g()', ['if'], [0, undefined]],
  [
    'n = torch.cuda.device_count() if torch.cuda.is_available() else 0\nif n == 0:\n  g()\nelse:\n  g()',
    ['conditional', 'if'],
    [undefined, 1],
  ],
  ['def f(rank):\n  n = torch.cuda.device_count()\n  if rank < n:\n    g()', ['if'], [0]],
  ['def f(size):\n  if torch.cuda.device_count() < size:\n    return\n  g()', ['if'], [0]],
  ['if 1 < torch.cuda.device_count():\n  g()', ['if'], [0]],
  [
    'class A:\n  def __init__(self):\n    self.n = torch.cuda.device_count()\n  def f(self):\n    if self.n > 1:\n      g()',
    ['if'],
    [0],
  ],
  ['n = torch.cuda.device_count()\nn = 8\nif n > 1:\n  g()', [], [undefined]],
  ['n = torch.cuda.device_count() or 8\nif n > 1:\n  g()', ['value'], [undefined]],
  [
    'if a:\n  n = torch.cuda.device_count()\nelse:\n  n = 1\nif n > 1:\n  g()\nif n > 0:\n  g()\nif n >= 2:\n  g()\nif n == 0:\n  g()',
    ['if', 'if'],
    [0, undefined, 1, undefined],
  ],
  ['if a:\n  n = torch.cuda.device_count()\nelse:\n  n = b\nif n > 1:\n  g()', [], [undefined]],
  // Without CUDA these are yes, or say nothing of it.
  ['if torch.cuda.device_count() <= 1:\n  g()\nelse:\n  g()', [], [undefined, undefined]],
  ['if torch.cuda.device_count() >= 0:\n  g()', [], [undefined]],
  ['if torch.cuda.device_count() == n:\n  g()', [], [undefined]],
  ['if torch.npu.device_count() > 1:\n  g()', [], [undefined]],
  ['if len(generators) > 0:\n  g()', [], [undefined]],
  ['if platform == Platform.CUDA:\n  g()\nelse:\n  g()', ['if'], [0, undefined]],
  ['if state.distributed_type != DistributedType.MULTI_GPU:\n  g()\nelse:\n  g()', ['if'], [undefined, 0]],
  ['if platform in (Platform.CUDA, Platform.ROCM):\n  g()', [], [undefined]],
  ['if activity == Activity.CPU:\n  g()', [], [undefined]],
  ['if provider in ("CUDAExecutionProvider", "TensorrtExecutionProvider"):\n  g()', ['if'], [0]],
  ['def f():\n  if not torch.cuda.is_available():\n    return\n  elif a:\n    g()\n    return\n  g()', ['if'], [0, 0]],
  ['def f():\n  if a:\n    return\n  elif not torch.cuda.is_available():\n    raise E\n  g()', ['if'], [undefined]],
  ['if torch.distributed.get_backend() == "nccl":\n  g()\nelse:\n  g()', ['if'], [0, undefined]],
  ['if backend == torch.distributed.Backend.NCCL:\n  g()', ['if'], [0]],
  ['if backend in ("nccl", "gloo"):\n  g()', [], [undefined]],
  ['if device == "gpu":\n  g()\nelse:\n  g()', ['if'], [0, undefined]],
  ['if device in ("gpu", "cuda"):\n  g()', ['if'], [0]],
  ['if device in ("gpu", "cpu"):\n  g()', [], [undefined]],
  ['if provider in ("CUDAExecutionProvider", "CPUExecutionProvider"):\n  g()', [], [undefined]],
  // The question whether there is CUDA tells more than how much of it.
  ['if torch.cuda.is_available():\n  if torch.cuda.device_count() > 1:\n    g()', ['if', 'if'], [0]],
  ['if torch.cuda.device_count() > 1 and torch.cuda.is_available():\n  g()', ['if', 'if'], [1]],
];
for (const [code, forms, behind] of cases) {
  test(`guards: ${code}`, () => {
    const found = guarded(code);
    assert.deepEqual([found.forms, found.behind], [forms, behind]);
  });
}

test('the body of a guard is what runs where CUDA is there', () => {
  assert.deepEqual(guarded('def f():\n  if not torch.cuda.is_available():\n    return\n  g()\n  g()').bodies, [
    '\n  g()\n  g()',
  ]);
  assert.deepEqual(guarded('if not torch.cuda.is_available():\n  a()\nelse:\n  b()').bodies, ['else:\n  b()']);
  assert.deepEqual(guarded('if a or torch.cuda.is_available():\n  a()\nelse:\n  b()').bodies, [undefined]);
  assert.deepEqual(guarded('if a or not torch.cuda.is_available():\n  a()\nelse:\n  b()').bodies, ['else:\n  b()']);
  assert.deepEqual(guarded('if device.type != "cuda":\n  a()\nelse:\n  b()').bodies, ['else:\n  b()']);
});
