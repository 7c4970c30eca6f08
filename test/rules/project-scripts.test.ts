import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeSettings } from '../../core/lint';
import { readConfiguration } from '../../core/lint/configuration';
import { lintScript, lintScriptFile } from '../../core/lint/script';
import { createScriptProject, pythonParser } from '../../core/pytorch';

/** `severity rule: marked text`, of one file of a project. */
function findings(files: Readonly<Record<string, string>>, path: string, target: string): string[] {
  const project = createScriptProject(pythonParser);
  for (const [name, text] of Object.entries(files)) project.update(name, text);
  const { facts, problems } = project.analyze(path)!;
  const settings = mergeSettings(readConfiguration(JSON.stringify({ targets: [target] }), '/p.json').settings);
  return lintScript(facts, problems, settings).findings.map(
    ({ severity, rule, span }) => `${severity} ${rule}: ${facts.text.slice(span!.start, span!.end)}`,
  );
}

const kernel = 'import triton\n\n\n@triton.jit\ndef double_kernel(x):\n    pass\n';

test('a launch of a kernel of another file fails where the kernel cannot be compiled', () => {
  const files = {
    'ops/__init__.py': 'from .kernels import double_kernel\n',
    'ops/kernels.py': kernel,
    'model.py': 'from ops import double_kernel\n\n\ndef double(x):\n    double_kernel[(1,)](x)\n',
  };
  assert.deepEqual(findings(files, 'model.py', 'sophgo-sc11-fp300'), [
    'error torch/triton-kernel: double_kernel[(1,)](x)',
  ]);
  assert.deepEqual(findings(files, 'model.py', 'ascend-910b2'), []);
});

test('a script for CUDA with one for the target beside it is half of a pair', () => {
  const script = 'import torch\n\nx = torch.zeros(8).cuda()\n';
  const files = ['acc/cuda_device.py', 'acc/npu_device.py', 'acc/gpu_only.py'];
  const project = createScriptProject(pythonParser);
  for (const name of files) project.update(name, script);
  const settings = mergeSettings(
    readConfiguration('{"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}', '/p.json').settings,
  );
  const targetsOf = (path: string) =>
    lintScriptFile({ path, kind: 'python', text: script }, pythonParser, settings, undefined, project).findings.map(
      ({ rule, target }) => `${rule} ${target}`,
    );
  assert.deepEqual(targetsOf('acc/cuda_device.py'), ['torch/cuda-call sophgo-sc11-fp300']);
  assert.equal(targetsOf('acc/gpu_only.py').length, 2);
  project.update('acc/tpu_device.py', script);
  assert.deepEqual(targetsOf('acc/cuda_device.py'), []);
  // Google's.
  project.update('acc/tpu_device.py', 'import torch_xla\n');
  assert.deepEqual(targetsOf('acc/cuda_device.py'), ['torch/cuda-call sophgo-sc11-fp300']);
  const twice = `${script}y = x.cuda()\n`;
  const { findings } = lintScriptFile(
    { path: 'acc/cuda_device.py', kind: 'python', text: twice },
    pythonParser,
    settings,
    undefined,
    project,
  );
  assert.match(findings.map(({ advice }) => advice?.en).join(), /Give sophgo-sc11-fp300 a backend of its own/);
});

test('kernels in a folder for NPUs are not to be carried there', () => {
  const own = `${kernel}\n\ndef launch(x):\n    double_kernel[(npu_cores(),)](x)\n`;
  const files = { 'ops/_ascend/kernels.py': own, 'npu/kernels.py': kernel };
  assert.deepEqual(findings(files, 'ops/_ascend/kernels.py', 'ascend-910b2'), []);
  assert.equal(findings(files, 'npu/kernels.py', 'ascend-910b2').length, 2);
});

test('what stands in for CUDA on accelerators of another vendor is not told', () => {
  const own =
    'import torch\n\nif hasattr(torch, "xpu"):\n    torch.cuda.synchronize = torch.xpu.synchronize\ntorch.ones(1).cuda()\n';
  const files = { 'library/ipex/hijacks.py': own, 'ipex/train.py': 'import torch\n\ntorch.ones(1).cuda()\n' };
  assert.deepEqual(findings(files, 'library/ipex/hijacks.py', 'sophgo-sc11-fp300'), []);
  assert.deepEqual(findings(files, 'ipex/train.py', 'sophgo-sc11-fp300'), ['error torch/cuda-call: cuda']);
});

test("code for AMD's GPUs alone, which PyTorch calls cuda as well, is not told", () => {
  const kernel = '"Runs on ROCm."\nimport torch\n\ntorch.ones(1).cuda()\n';
  const plain = 'import torch\n\ntorch.ones(1).cuda()\n';
  const told = ['error torch/cuda-call: cuda'];
  const cases: readonly (readonly [path: string, text: string, found: readonly string[]])[] = [
    ['models/amd/kernels/gate.py', kernel, []],
    ['ops/gate_hip.py', kernel, []],
    ['ops/rocm_gate.py', kernel, []],
    ['ops/gate_gfx950.py', kernel, []],
    ['ops/gate_amd.py', plain, told],
    ['ops/gate.py', kernel, told],
    ['ops/shipping.py', kernel, told],
    ['ops/cuda_hip_gate.py', kernel, told],
    ['amd/work/model/gate.py', kernel, told],
  ];
  for (const [path, text, found] of cases)
    assert.deepEqual(findings({ [path]: text }, path, 'ascend-910b2'), found, path);
});

test('a package of the project is its own, whatever it is called', () => {
  const files = {
    'flash_attn/__init__.py': 'def flash_attn_func(q, k, v):\n    return q\n',
    'deep_gemm/__init__.py': '',
    'train.py': 'import deep_gemm\nfrom flash_attn import flash_attn_func\n\nx = flash_attn_func(1, 2, 3)\n',
  };
  assert.deepEqual(findings(files, 'train.py', 'ascend-910b2'), []);
});

test('a question that another file asks is a guard, told where it is asked', () => {
  const files = {
    'env.py': 'import torch\n\nHAS_GPU = torch.cuda.is_available()\n\n\ndef gpu() -> bool:\n    return HAS_GPU\n',
    'model.py':
      'import torch\nimport env\nfrom env import HAS_GPU, gpu\n\nx = torch.zeros(8)\nif HAS_GPU:\n    x.cuda()\nif env.gpu():\n    x.cuda()\ny = x.cuda() if gpu() else x\nx.cuda()\n',
  };
  assert.deepEqual(findings(files, 'model.py', 'ascend-910b2'), ['error torch/cuda-call: cuda']);
  assert.deepEqual(findings(files, 'env.py', 'ascend-910b2'), [
    'information torch/availability-guard: torch.cuda.is_available()',
  ]);
});

test('a region that asks for the target by what another file answers is ported', () => {
  const files = {
    'env.py': 'import torch\n\n\ndef on_ascend():\n    return torch.npu.is_available()\n',
    'model.py':
      'import torch\nfrom env import on_ascend\n\nx = torch.zeros(8)\nif on_ascend():\n    x.npu()\nelse:\n    x.cuda()\n',
  };
  assert.deepEqual(findings(files, 'model.py', 'ascend-910b2'), []);
  assert.deepEqual(findings(files, 'model.py', 'sophgo-sc11-fp300'), ['error torch/cuda-call: cuda']);
});

const build =
  'import torch\nfrom place import Holder\n\n\ndef build(size, where, keep=None):\n    x = torch.zeros(size)\n    if keep == where:\n        return x\n    return x.to(where)\n\n\ndef hold(size, device):\n    return Holder(size, device)\n\n\ndef only_there(size, where):\n    x = torch.zeros(size)\n    return x.to(where) if torch.cuda.is_available() else x\n\n\n@register\ndef made(size, where):\n    return torch.zeros(size, device=where)\n\n\ndef note(size, where):\n    print(where)\n';
const place =
  'import torch\n\n\nclass Holder:\n    def __init__(self, size, device):\n        self.device = device\n        self.size = size\n\n    def make(self):\n        return torch.zeros(self.size, device=self.device)\n\n    @staticmethod\n    def of(where):\n        return torch.device(where)\n';

const handed: readonly (readonly [what: string, call: string, expected: string[]])[] = [
  ['a function, by position', 'build(8, "cuda")', ['error torch/cuda-device: "cuda"']],
  ['a function, by keyword', 'build(8, where=f"cuda:{rank}")', ['error torch/cuda-device: f"cuda:{rank}"']],
  ['a name that holds the text', 'place_ = "cuda"\nbuild(8, place_)', ['error torch/cuda-device: "cuda"']],
  ['a parameter that is only compared', 'build(8, "cpu", "cuda")', []],
  ['a class of a third file', 'hold(8, "cuda:0")', ['error torch/cuda-device: "cuda:0"']],
  ["what makes a class's objects", 'Holder(8, "cuda")', ['error torch/cuda-device: "cuda"']],
  ['a static method', 'Holder.of("cuda")', ['error torch/cuda-device: "cuda"']],
  ['a use in a branch for CUDA alone', 'only_there(8, "cuda")', []],
  ['a function that an unknown decorator changes', 'made(8, "cuda")', ['warning torch/cuda-device: "cuda"']],
  ['a function that uses it for no device', 'note(8, "cuda")', []],
  ['an argument that is not known by position', 'build(*sizes, "cuda")', []],
];
for (const [what, call, expected] of handed) {
  test(`a device that is handed to another file: ${what}`, () => {
    const user = `from build import build, hold, made, note, only_there\nfrom place import Holder\n\nrank = 1\n${call}\n`;
    const files = { 'build.py': build, 'place.py': place, 'use.py': user };
    assert.deepEqual(findings(files, 'use.py', 'ascend-910b2'), expected);
  });
}

test("NVIDIA's image is worth no more than a note where the file's name says that it is for CUDA", () => {
  const text = 'FROM nvidia/cuda:12.1.0-devel-ubuntu22.04\n';
  const settings = mergeSettings(readConfiguration('{"targets": ["ascend-910b2"]}', '/p.json').settings);
  const severities = ['Dockerfile', 'docker-cuda/Dockerfile', 'docker/Dockerfile.gpu', 'docker-rocm/Dockerfile'].map(
    (path) =>
      lintScriptFile({ path, kind: 'dockerfile', text }, pythonParser, settings).findings.map(
        ({ severity }) => severity,
      ),
  );
  assert.deepEqual(severities, [['warning'], ['information'], ['information'], []]);
});

test('files for NVIDIA beside those for other hardware are told as one, and those of another vendor not at all', () => {
  const script = 'import torch\n\ntorch.cuda.set_device(0)\ntorch.cuda.get_device_properties(0)\n';
  const project = createScriptProject(pythonParser);
  const paths = [
    'engine/platforms/cuda.py',
    'engine/platforms/xpu.py',
    'engine/models/one/nvidia/ops/deep/attention.py',
    'engine/models/two/amd/ops/deep/attention.py',
    'engine/models/two/nvidia/attention.py',
    'engine/worker.py',
  ];
  for (const path of paths) project.update(path, script);
  const settings = mergeSettings(readConfiguration('{"targets": ["ascend-910b2"]}', '/p.json').settings);
  const rulesOf = (path: string) =>
    lintScriptFile({ path, kind: 'python', text: script }, pythonParser, settings, undefined, project).findings.map(
      ({ rule, message }) => (rule.startsWith('portolan/') ? message.en : rule),
    );
  const all = '2 findings for ascend-910b2 (2 errors) are told as one.';
  assert.deepEqual(paths.map(rulesOf), [
    [`A file of the backend for NVIDIA (cuda.py beside xpu.py): ${all}`],
    ['torch/cuda-api', 'torch/cuda-api'],
    [`A file of the backend for NVIDIA (nvidia/ beside amd/): ${all}`],
    [],
    [`A file of the backend for NVIDIA (nvidia/ beside amd/): ${all}`],
    ['torch/cuda-api', 'torch/cuda-api'],
  ]);
});
