import type { DtypeSupport } from '../../../../core/model';
import type { MigrationFile } from '../../../../core/targets/api-table-file';
import { text, torchTpu } from '../evidence';
import { tpuMlir } from '../onnx-importers';
import { portableFunctions } from '../portable';
import { tpuCollectives, tpuReductions } from './collectives';
import { tpuCuda } from './cuda';
import { tpuEnvironment } from './environment';
import { tpuKernels } from './kernels';
import { tpuLibraries } from './libraries';
import { tpuLimits } from './limits';
import { tpuShims } from './shims';

const tutorial = torchTpu('docs/quick_start/source_zh/03_Tutorial.rst');
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
        'there are no int64 tensors on the TPU: one that is moved there becomes int32 without a warning, and making one there raises "not support int64, please use int32".',
        'TPU 上没有 int64 张量，从 CPU 搬到 TPU 时会静默变为 int32，在 TPU 上直接创建则报 "not support int64, please use int32"。',
      ),
      advice: text(
        'Use int32 on the device, and keep what needs 64 bits on the CPU.',
        '在设备上使用 int32；确需 64 位的数据请保留在 CPU 上。',
      ),
      evidence: [
        ...torchTpu('torch_tpu/csrc/ops/native_ops/EmptyStrided.cpp:24,53'),
        ...torchTpu('torch_tpu/csrc/ops/native_ops/CopyFrom.cpp:571-602'),
      ],
    },
  ],
};

export function tpuMigration(): MigrationFile {
  return {
    route: 'torch-tpu',
    device: {
      type: 'tpu',
      module: 'torch_tpu',
      namespace: 'torch.tpu',
      outOfMemory: {
        text: 'Failed to allocate memory on TPU device',
        evidence: torchTpu('torch_tpu/csrc/core/TPUDeviceManager.cpp:306'),
      },
      backend: 'sccl',
      backendNote: text(
        'init_process_group needs pg_options=torch_tpu.ProcessGroupSCCLOptions() with its chip map set (torch_tpu.tpu.set_chip_map, or CHIP_MAP in the environment).',
        'init_process_group 需传入 pg_options=torch_tpu.ProcessGroupSCCLOptions()，并设置芯片映射（torch_tpu.tpu.set_chip_map 或环境变量 CHIP_MAP）。',
      ),
      evidence: [...torchTpu('torch_tpu/__init__.py'), ...tutorial],
    },
    releases: { torch: ['2.8.0'], evidence: torchTpu('docs/quick_start/source_zh/02_env.rst:287') },
    cuda: tpuCuda(),
    portable: portableFunctions,
    environment: tpuEnvironment,
    libraries: tpuLibraries,
    collectives: tpuCollectives,
    reductions: tpuReductions,
    kernels: tpuKernels(),
    shims: tpuShims,
    dtypes,
    limits: tpuLimits,
    onnxImporter: tpuMlir,
  };
}
