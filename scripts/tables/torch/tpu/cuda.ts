import type { CudaApi } from '../../../../core/model';
import { readFacts } from '../../facts';
import { backendSwitches } from '../backends';
import { withPytorch } from '../cuda-rows';
import { text, torchTpu } from '../evidence';

interface Facts {
  readonly torch_tpu_public_names: readonly string[];
  readonly cuda_api_checklist: Readonly<Record<string, { readonly status_text: string; readonly source: string }>>;
}

const unfinished = text(
  'torch_tpu has the name; its manual lists it as still to be implemented or checked.',
  'torch_tpu 中有同名接口，但手册标注为尚待实现或验证。',
);
const answersNothing = (value: string) =>
  text(`The function is there and returns ${value}, whatever the device.`, `接口存在，但无论设备如何都返回 ${value}。`);

const notes: ReadonlyMap<string, Partial<CudaApi>> = new Map<string, Partial<CudaApi>>([
  [
    'torch.cuda.get_device_capability',
    {
      support: 'different',
      note: text(
        'torch.tpu.get_device_capability() returns None, so a comparison such as >= (8, 0) raises TypeError.',
        'torch.tpu.get_device_capability() 返回 None，因此 >= (8, 0) 之类的比较会抛出 TypeError。',
      ),
    },
  ],
  ['torch.cuda.get_arch_list', { support: 'different', note: answersNothing('[]') }],
  ['torch.cuda.current_blas_handle', { support: 'different', note: answersNothing('None') }],
  ['torch.cuda.memory_usage', { support: 'different', note: answersNothing('0') }],
]);

const graph = (name: string, replacement: string): [string, CudaApi] => [
  name,
  {
    support: 'same',
    replacement,
    evidence: torchTpu('torch_tpu/tpu/__init__.py'),
  },
];

/** Where the manual is older than the package. */
const corrected: Readonly<Record<string, CudaApi>> = {
  'torch.cuda.mem_get_info': {
    support: 'unverified',
    replacement: 'torch.tpu.mem_get_info',
    note: text(
      'torch_tpu has the function; its manual still says that it is not supported.',
      'torch_tpu 已提供该接口，但手册仍标注为不支持。',
    ),
    evidence: torchTpu('torch_tpu/tpu/memory.py, mem_get_info'),
  },
  'torch.cuda.OutOfMemoryError': {
    support: 'missing',
    note: text(
      'When memory runs out, torch_tpu raises a RuntimeError that says "Failed to allocate memory on TPU device".',
      '显存不足时 torch_tpu 抛出 RuntimeError，内容为 “Failed to allocate memory on TPU device”。',
    ),
    evidence: torchTpu('torch_tpu/csrc/core/TPUDeviceManager.cpp:306'),
  },
};

/**
 * What torch.accelerator asks of a device that torch_tpu implements: it does not implement synchronising a device, and
 * `torch.tpu.set_device` maps ranks to chips by CHIP_MAP, which torch.accelerator does not.
 */
const accelerator: ReadonlySet<string> = new Set([
  'torch.cuda.is_available',
  'torch.cuda.device_count',
  'torch.cuda.current_device',
]);

/** torch.cuda on torch_tpu: the check list of its manual, and what the package exports besides. */
export function tpuCuda(): Record<string, CudaApi> {
  const facts: Facts = readFacts('sophgo/torch-tpu-ops.json');
  const names = new Set(facts.torch_tpu_public_names);
  const table: Record<string, CudaApi> = {};
  for (const [cuda, { status_text: status, source }] of Object.entries(facts.cuda_api_checklist)) {
    const name = cuda.slice('torch.cuda.'.length);
    const isThere = names.has(name);
    const isDone = /^(support|done)/.test(status);
    const support = status === 'no support' ? 'missing' : isDone ? 'same' : isThere ? 'unverified' : 'missing';
    table[cuda] = {
      support,
      ...(support === 'missing' ? {} : { replacement: `torch.tpu.${name}` }),
      ...(support === 'unverified' ? { note: unfinished } : {}),
      ...(support === 'missing'
        ? { note: text("torch_tpu's manual says: not supported.", 'torch_tpu 手册标注为不支持。') }
        : {}),
      ...notes.get(cuda),
      evidence: torchTpu(`docs/quick_start/source_zh/05_API_CheckList_cuda.rst:${source.split(':').at(-1)}`),
    };
    if (notes.has(cuda)) table[cuda] = { ...table[cuda]!, replacement: `torch.tpu.${name}` };
  }
  for (const name of [...names].filter((candidate) => /Tensor$|^(memory_stats|reset_accumulated)/.test(candidate))) {
    table[`torch.cuda.${name}`] ??= {
      support: 'same',
      replacement: `torch.tpu.${name}`,
      evidence: torchTpu('torch_tpu/tpu/__init__.py'),
    };
  }
  table['torch.cuda.DoubleTensor'] = {
    support: 'different',
    replacement: 'torch.tpu.FloatTensor',
    note: text(
      'The device has no float64; with the torch adaptor, DoubleTensor makes float32.',
      '设备不支持 float64；启用 torch 适配器时 DoubleTensor 实际生成 float32。',
    ),
    evidence: torchTpu('torch_tpu/accelerator/adaptor/torch_adaptor/cuda.py'),
  };
  table['torch.cuda.LongTensor'] = {
    support: 'different',
    replacement: 'torch.tpu.LongTensor',
    note: text('With the torch adaptor, LongTensor makes int32.', '启用 torch 适配器时 LongTensor 实际生成 int32。'),
    evidence: torchTpu('torch_tpu/accelerator/adaptor/torch_adaptor/cuda.py'),
  };
  const amp: CudaApi = {
    support: 'different',
    replacement: 'torch.tpu.amp.autocast',
    note: text(
      'autocast registers no operators for the TPU: nothing is cast. Cast inputs and modules yourself.',
      'TPU 上 autocast 没有注册任何算子：不会进行类型转换。请自行转换输入与模块的精度。',
    ),
    evidence: torchTpu('torch_tpu/csrc/ops/autocast_ops/autocast_ops.cpp'),
  };
  return withPytorch(
    {
      ...backendSwitches,
      ...table,
      ...corrected,
      'torch.cuda.amp.autocast': amp,
      'torch.cuda.amp.GradScaler': {
        support: 'same',
        replacement: 'torch.tpu.amp.GradScaler',
        evidence: torchTpu('torch_tpu/tpu/__init__.py'),
      },
      ...Object.fromEntries([
        graph('torch.cuda.CUDAGraph', 'torch.tpu.TPUGraph'),
        graph('torch.cuda.graph', 'torch.tpu.graph'),
        graph('torch.cuda.graph_pool_handle', 'torch.tpu.graph_pool_handle'),
      ]),
    },
    accelerator,
  );
}
