import type { DtypeSupport, EnvironmentVariable, Shim } from '../../../../core/model';
import type { MigrationFile } from '../../../../core/targets/api-table-file';
import { text, torchTpu, torchTpuAdaptor } from '../evidence';
import { tpuCollectives, tpuReductions } from './collectives';
import { tpuCuda } from './cuda';
import { tpuKernels } from './kernels';
import { tpuLibraries } from './libraries';
import { tpuLimits } from './limits';

const tutorial = torchTpu('docs/quick_start/source_zh/03_Tutorial.rst');
const environment: Readonly<Record<string, EnvironmentVariable>> = {
  CUDA_VISIBLE_DEVICES: {
    replacement: 'CHIP_MAP',
    note: text(
      'CHIP_MAP maps each rank to a chip, for collectives; the chips of a job must form a ring.',
      'CHIP_MAP 给出各 rank 对应的芯片（用于集合通信）；一个任务的芯片须构成环。',
    ),
    evidence: tutorial,
  },
  TORCH_CUDA_ARCH_LIST: {
    replacement: 'CHIP_ARCH',
    note: text(
      'sg2260 (BM1690), sg2260e (BM1690E), bm1684x or bm1686.',
      '取值 sg2260（BM1690）、sg2260e（BM1690E）、bm1684x 或 bm1686。',
    ),
    evidence: torchTpu('torch_tpu/__init__.py'),
  },
};

const unsupportedType: DtypeSupport = {
  verdict: 'unsupported',
  message: text(
    'Kernels of torch_tpu take float32, float16, bfloat16, 8- to 64-bit integers, bool and float8_e4m3fn; another type raises "Unsupported data type".',
    'torch_tpu 的算子仅支持 float32、float16、bfloat16、8~64 位整数、bool 与 float8_e4m3fn；其他类型会报 "Unsupported data type"。',
  ),
  advice: text('Use float32, or keep the tensor on the CPU.', '改用 float32，或把该张量保留在 CPU 上。'),
  evidence: torchTpu('torch_tpu/csrc/core/TPUTorchUtils.h:147-189'),
};
const supportedType: DtypeSupport = {
  verdict: 'native',
  message: text('Computed natively.', '原生支持。'),
  evidence: torchTpu('torch_tpu/csrc/core/TPUTorchUtils.h:147-189'),
};

const unsupportedTypes = [
  ...['float64', 'complex64', 'complex128', 'complex32', 'uint16', 'uint32', 'uint64'],
  ...['float8_e5m2', 'float8_e4m3fnuz', 'float8_e5m2fnuz', 'float8_e8m0fnu'],
];

const dtypes: Readonly<Record<string, readonly DtypeSupport[]>> = {
  ...Object.fromEntries(
    ['float32', 'float16', 'bfloat16', 'int32', 'int16', 'int8', 'uint8', 'bool'].map((name) => [
      name,
      [supportedType],
    ]),
  ),
  ...Object.fromEntries(unsupportedTypes.map((name) => [name, [unsupportedType]])),
  float8_e4m3fn: [
    {
      families: ['bm1684x'],
      verdict: 'unsupported',
      message: text('The FP8 kernels (W8A16, W8A8) refuse the BM1684X.', 'FP8 融合算子（W8A16、W8A8）不支持 BM1684X。'),
      evidence: torchTpu('torch_tpu/csrc/ops/my_ops/MmW8A16Dq.cpp:223'),
    },
    supportedType,
  ],
  int64: [
    {
      verdict: 'limited',
      message: text(
        'int64 tensors can be held, and few kernels compute with them: indices of topk, sort and argsort are int32, and Module.to(torch.int64) raises TypeError.',
        '可以存放 int64 张量，但能计算 int64 的算子很少：topk、sort、argsort 的下标为 int32，Module.to(torch.int64) 会抛出 TypeError。',
      ),
      advice: text('Use int32 on the device.', '在设备上使用 int32。'),
      evidence: [...torchTpu('torch_tpu/utils/module.py'), ...torchTpu('torch_tpu/csrc/ops/native_ops/Topk.cpp')],
    },
  ],
};

const adaptor = (file: string) => torchTpuAdaptor(`torch_tpu/accelerator/adaptor/torch_adaptor/${file}`);
const factories = [
  'tensor',
  'empty',
  'zeros',
  'ones',
  'full',
  'rand',
  'randn',
  'randint',
  'eye',
  'arange',
  'linspace',
  'logspace',
  'meshgrid',
];

const shim: Shim = {
  enable: text(
    'ENABLE_TORCH_ADAPTOR=1 in the environment, and import torch_tpu',
    '设置环境变量 ENABLE_TORCH_ADAPTOR=1，并 import torch_tpu',
  ),
  patches: [
    'torch.cuda.*',
    'torch.Tensor.cuda',
    'torch.Tensor.pin_memory',
    ...factories.map((name) => `torch.${name}`),
    'torch.distributed.init_process_group',
    'torch.distributed.new_group',
    'torch.distributed.broadcast',
    'torch.distributed.reduce',
    'torch.distributed.all_reduce',
    'torch.distributed.all_gather_into_tensor',
    'torch.distributed.isend',
    'torch.distributed.irecv',
    'torch.distributed.barrier',
  ],
  deviceArguments: ['device'],
  leaves: [
    'device-compare',
    'distributed-backend',
    'distributed-compare',
    'map-location',
    'visible-devices',
    'triton-kernel',
    'cuda-extension',
    'flash-attn',
    'cuda-library',
    'autocast-device',
  ],
  breaks: [
    {
      id: 'int64-factories',
      apis: ['torch.empty', 'torch.arange', 'torch.ones', 'torch.zeros'],
      message: text(
        'the adaptor makes int32 of dtype=torch.int64, without a warning.',
        '适配器会把 dtype=torch.int64 改为 int32，且没有任何提示。',
      ),
      evidence: torchTpu('torch_tpu/accelerator/adaptor/torch_adaptor/ops.py:5-20'),
    },
    {
      id: 'double-reduce',
      apis: ['torch.distributed.all_reduce', 'torch.distributed.reduce'],
      message: text(
        'The adaptor reduces float64 in float32 and int64 in int32: precision and range are lost.',
        '适配器以 float32 归约 float64、以 int32 归约 int64：会损失精度与取值范围。',
      ),
      evidence: adaptor('distributed.py'),
    },
    {
      id: 'barrier',
      apis: ['torch.distributed.barrier'],
      message: text(
        'The adaptor makes torch.distributed.barrier do nothing.',
        '适配器会让 torch.distributed.barrier 变为空操作。',
      ),
      evidence: adaptor('distributed.py'),
    },
    {
      id: 'capability',
      apis: ['torch.cuda.get_device_capability'],
      message: text(
        'The adaptor makes torch.cuda torch.tpu, whose get_device_capability() returns None.',
        '适配器让 torch.cuda 指向 torch.tpu，其 get_device_capability() 返回 None。',
      ),
      evidence: torchTpu('docs/quick_start/source_zh/05_API_CheckList_cuda.rst:26'),
    },
  ],
  evidence: [...adaptor('cuda.py'), ...adaptor('distributed.py')],
};

export function tpuMigration(): MigrationFile {
  return {
    route: 'torch-tpu',
    device: {
      type: 'tpu',
      module: 'torch_tpu',
      namespace: 'torch.tpu',
      backend: 'sccl',
      backendNote: text(
        'init_process_group needs pg_options=torch_tpu.ProcessGroupSCCLOptions() with its chip map set (torch_tpu.tpu.set_chip_map, or CHIP_MAP in the environment).',
        'init_process_group 需传入 pg_options=torch_tpu.ProcessGroupSCCLOptions()，并设置芯片映射（torch_tpu.tpu.set_chip_map 或环境变量 CHIP_MAP）。',
      ),
      evidence: [...torchTpu('torch_tpu/__init__.py'), ...tutorial],
    },
    releases: { torch: ['2.8.0'], evidence: torchTpu('docs/quick_start/source_zh/02_env.rst:287') },
    cuda: tpuCuda(),
    environment,
    libraries: tpuLibraries,
    collectives: tpuCollectives,
    reductions: tpuReductions,
    kernels: tpuKernels(),
    shims: { 'torch_tpu adaptor': shim },
    dtypes,
    limits: tpuLimits,
  };
}
