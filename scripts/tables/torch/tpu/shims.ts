import type { Shim } from '../../../../core/model';
import { text, torchTpu } from '../evidence';

const adaptor = (file: string) => torchTpu(`torch_tpu/accelerator/adaptor/torch_adaptor/${file}`);
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
    'ENABLE_TORCH_ADAPTOR=1 in the environment, and import torch_tpu.accelerator',
    '设置环境变量 ENABLE_TORCH_ADAPTOR=1，并 import torch_tpu.accelerator',
  ),
  switches: [
    {
      imports: ['torch_tpu.accelerator'],
      variable: { name: 'ENABLE_TORCH_ADAPTOR', values: ['1', 'true', 'True', 'yes', 'on'] },
    },
  ],
  patches: [
    'torch.cuda.*',
    'torch.Tensor.cuda',
    // It calls .cuda() on every parameter.
    'torch.nn.Module.cuda',
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
  ],
  deviceArguments: ['device'],
  leaves: [
    'device-compare',
    'distributed-backend',
    'distributed-compare',
    'map-location',
    'visible-devices',
    'device-choices',
    'triton-kernel',
    'cuda-extension',
    'flash-attn',
    'cuda-library',
    'cuda-backends',
    'autocast-device',
  ],
  breaks: [
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
      id: 'int64-factories',
      apis: ['torch.empty', 'torch.arange', 'torch.ones', 'torch.zeros'],
      message: text(
        'the adaptor makes int32 of dtype=torch.int64, without a warning.',
        '适配器会把 dtype=torch.int64 改为 int32，且没有任何提示。',
      ),
      evidence: adaptor('ops.py:5-20'),
    },
    {
      id: 'group-arguments',
      apis: ['torch.distributed.init_process_group', 'torch.distributed.new_group'],
      passing: ['device_id', 'group_desc', 'group_src', 'group_dst'],
      message: text(
        "The adaptor's function has no such argument: TypeError.",
        '适配器的同名函数没有该参数，会抛出 TypeError。',
      ),
      evidence: adaptor('distributed.py, init_wrapper, new_group_wrapper'),
    },
    {
      id: 'group-ranks',
      apis: ['torch.distributed.new_group'],
      leavingOut: 'ranks',
      message: text(
        'The adaptor asks for the length of ranks, which is None where it is left out: TypeError.',
        '适配器会取 ranks 的长度，省略时为 None，会抛出 TypeError。',
      ),
      evidence: adaptor('distributed.py, new_group_wrapper'),
    },
    {
      id: 'capability',
      apis: ['torch.cuda.get_device_capability'],
      message: text(
        'The adaptor makes torch.cuda torch.tpu, whose get_device_capability() returns None.',
        '适配器让 torch.cuda 指向 torch.tpu，其 get_device_capability() 返回 None。',
      ),
      evidence: torchTpu('torch_tpu/tpu/utils.py, get_device_capability'),
    },
    {
      id: 'properties',
      apis: ['torch.cuda.get_device_properties'],
      message: text(
        'The adaptor sets major to 8, as on an NVIDIA A100: code that asks for it takes the paths for Ampere (bfloat16, flash attention).',
        '适配器将 major 固定为 8（相当于 NVIDIA A100）：据此判断的代码会走 Ampere 分支（bfloat16、flash attention 等）。',
      ),
      evidence: adaptor('cuda.py'),
    },
    {
      id: 'other-device',
      apis: factories.map((name) => `torch.${name}`),
      message: text(
        "The adaptor accepts the process's current TPU only: a device with another index raises AssertionError.",
        '适配器仅接受进程当前的 TPU：指定其他编号的设备会抛出 AssertionError。',
      ),
      evidence: adaptor('cuda.py'),
    },
  ],
  evidence: [...adaptor('cuda.py'), ...adaptor('distributed.py')],
};

export const tpuShims: Readonly<Record<string, Shim>> = { 'torch_tpu adaptor': shim };
