import type { CudaApi } from '../../../../core/model';
import { readFacts } from '../../facts';
import { backendSwitches } from '../backends';
import { withPytorch } from '../cuda-rows';
import { msfmktransplt, opPluginDocs, text, torchNpu, torchNpuNames } from '../evidence';

interface FactRow {
  readonly cuda: string;
  readonly npu: string;
  readonly supported: Readonly<Record<string, boolean>>;
}

const inferenceOnly = text(
  'Graph capture on Ascend is for inference only; training is not supported.',
  '昇腾上的图捕获目前仅支持推理场景，不支持训练场景。',
);

/** What the vendor's table does not say in its support column. */
const notes: ReadonlyMap<string, Partial<CudaApi>> = new Map<string, Partial<CudaApi>>([
  [
    'torch.cuda.get_device_capability',
    {
      support: 'different',
      note: text(
        'torch.npu.get_device_capability() returns None unless TORCH_NPU_DEVICE_CAPABILITY is set, so a comparison such as >= (8, 0) raises TypeError; the value says nothing about the NPU.',
        'torch.npu.get_device_capability() 默认返回 None（除非设置环境变量 TORCH_NPU_DEVICE_CAPABILITY），因此 >= (8, 0) 之类的比较会抛出 TypeError；该值也不代表 NPU 的实际能力。',
      ),
    },
  ],
  [
    'torch.cuda.get_device_properties',
    {
      support: 'different',
      members: ['name', 'total_memory', 'L2_cache_size', 'cube_core_num', 'vector_core_num'],
      note: text(
        'Only name, total_memory, L2_cache_size, cube_core_num and vector_core_num have values; major, minor and multi_processor_count are absent.',
        '仅 name、total_memory、L2_cache_size、cube_core_num、vector_core_num 有值；没有 major、minor、multi_processor_count 等属性。',
      ),
    },
  ],
  [
    'torch.cuda.current_stream',
    {
      note: text(
        'Without a device set, the call initialises device 0.',
        '未设置 device 时，调用该接口会隐式初始化 0 号卡。',
      ),
    },
  ],
  [
    'torch.cuda.default_stream',
    {
      note: text(
        'Without a device set, the call initialises device 0.',
        '未设置 device 时，调用该接口会隐式初始化 0 号卡。',
      ),
    },
  ],
]);

const graphNames = /^torch\.cuda\.(CUDAGraph|graph$|graph_pool_handle|make_graphed_callables)/;

/** Names that the vendor's table does not list and `torch_npu.npu` exports. */
const exported = [
  'is_bf16_supported',
  'get_rng_state_all',
  'memory_stats_as_nested_dict',
  'reset_accumulated_memory_stats',
  'memory_snapshot',
  'MemPool',
  'use_mem_pool',
  'get_per_process_memory_fraction',
];

const tensorTypes = [
  'BFloat16Tensor',
  'BoolTensor',
  'ByteTensor',
  'CharTensor',
  'FloatTensor',
  'HalfTensor',
  'IntTensor',
  'LongTensor',
  'ShortTensor',
];

const mstx = (name: string): CudaApi => ({
  support: 'same',
  replacement: `torch_npu.npu.mstx.${name}`,
  note: text(
    'NVTX ranges show in NVIDIA tools only; mstx ranges show in the Ascend profiler.',
    'NVTX 打点只能在 NVIDIA 工具中查看；昇腾 Profiler 使用 mstx 打点。',
  ),
  evidence: [{ source: 'Ascend/op-plugin', version: '09024aa99e23', where: `docs, torch_npu.npu.mstx.${name}` }],
});

const missing = (en: string, zh: string, replacement?: string): CudaApi => ({
  support: 'missing',
  ...(replacement === undefined ? {} : { replacement }),
  note: text(en, zh),
  evidence: torchNpuNames,
});

const own: Readonly<Record<string, CudaApi>> = {
  'torch.cuda.OutOfMemoryError': {
    support: 'same',
    replacement: 'torch.OutOfMemoryError',
    note: text(
      'torch.npu has no name of its own for it; torch.OutOfMemoryError is the base on every device.',
      'torch.npu 没有对应的名字；torch.OutOfMemoryError 适用于所有设备。',
    ),
    evidence: torchNpuNames,
  },
  'torch.cuda.DoubleTensor': {
    support: 'different',
    replacement: 'torch.npu.DoubleTensor',
    note: text(
      'Under transfer_to_npu it becomes torch.npu.FloatTensor: double precision is lost without an error.',
      '启用 transfer_to_npu 后会变成 torch.npu.FloatTensor：双精度被静默降为单精度。',
    ),
    evidence: torchNpu('torch_npu/contrib/transfer_to_npu.py'),
  },
  'torch.cuda.default_generators': {
    support: 'same',
    replacement: 'torch_npu.npu.default_generators',
    evidence: msfmktransplt('msfmktransplt/README.md'),
  },
  'torch.cuda.nvtx.range_push': mstx('range_push'),
  'torch.cuda.nvtx.range_pop': mstx('range_pop'),
  'torch.cuda.nvtx.range_start': mstx('range_start'),
  'torch.cuda.nvtx.range_end': mstx('range_end'),
  'torch.cuda.nvtx.mark': mstx('mark'),
  'torch.cuda.nccl': missing(
    'torch.npu has no nccl module; collectives go through torch.distributed with the hccl backend.',
    'torch.npu 没有 nccl 模块；集合通信请通过 torch.distributed 使用 hccl 后端。',
    'torch.distributed',
  ),
  'torch.cuda.jiterator': missing(
    'The jiterator compiles CUDA source at run time; there is no counterpart on Ascend.',
    'jiterator 在运行时编译 CUDA 源码，昇腾没有对应功能。',
  ),
  'torch.cuda.ExternalStream': {
    support: 'same',
    replacement: 'torch.npu.ExternalStream',
    evidence: torchNpu('torch_npu/npu/__init__.py, __all__'),
  },
  ...Object.fromEntries(
    [
      ['matmul', 'torch.backends.cuda.matmul.allow_tf32'],
      ['conv', 'torch.backends.cudnn.allow_tf32'],
    ].map(([kind, name]): [string, CudaApi] => [
      name!,
      {
        support: 'different',
        replacement: `torch.npu.${kind}.allow_hf32`,
        note: text(
          'TF32 does not exist on Ascend, and the switch changes nothing. HF32 is what comes closest.',
          '昇腾没有 TF32，该开关不起作用；最接近的是 HF32。',
        ),
        withoutCuda: backendSwitches[name!]!.withoutCuda,
        evidence: opPluginDocs(`docs, torch_npu.npu.${kind}.allow_hf32`),
      },
    ]),
  ),
  'torch.cuda._sleep': missing(
    'A private function that spins on the GPU; there is no counterpart on Ascend.',
    '这是让 GPU 空转的私有函数，昇腾没有对应功能。',
  ),
};

/** torch.cuda on torch_npu: the vendor's table, what the package exports besides, and what it lacks. */
export function npuCuda(): Record<string, CudaApi> {
  const table: Record<string, CudaApi> = {};
  for (const { cuda, npu, supported } of readFacts('ascend/migration.json').torch_cuda_api_map as FactRow[]) {
    const versions = Object.keys(supported).filter((version) => supported[version] !== undefined);
    const listed = versions.sort((a, b) => Number(a.split('.')[1]) - Number(b.split('.')[1]));
    const isThere = listed.some((version) => supported[version]);
    table[cuda] = {
      support: isThere ? 'same' : 'missing',
      ...(isThere ? { replacement: npu.replace(/^torch_npu\.npu\./, 'torch.npu.') } : {}),
      ...(graphNames.test(cuda) ? { support: 'different', note: inferenceOnly } : {}),
      ...notes.get(cuda),
      torch: listed,
      evidence: torchNpu(`docs/zh/api/native_api/pytorch_${listed.at(-1)!.replaceAll('.', '-')}, torch.cuda`),
    };
  }
  for (const name of [...exported, ...tensorTypes]) {
    table[`torch.cuda.${name}`] ??= { support: 'same', replacement: `torch.npu.${name}`, evidence: torchNpuNames };
  }
  return withPytorch({ ...backendSwitches, ...table, ...own });
}
