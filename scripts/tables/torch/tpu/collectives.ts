import type { Collective, CollectiveLimit } from '../../../../core/model';
import { text, torchTpu } from '../evidence';

const tutorial = torchTpu('docs/quick_start/source_zh/03_Tutorial.rst');
const group = 'torch_tpu/csrc/distributed/c10d/ProcessGroupSCCL';
const members = torchTpu(`${group}.hpp:79-135`);

const types: CollectiveLimit = {
  dtypes: ['float64', 'float8_e4m3fn', 'float8_e5m2', 'complex64', 'complex128', 'int16'],
  verdict: 'unsupported',
  message: text(
    'SCCL moves float32, float16, bfloat16, int8, uint8, int32, int64 and bool; another type raises "Invalid scalar type".',
    'SCCL 只支持 float32、float16、bfloat16、int8、uint8、int32、int64 与 bool；其他类型会报 "Invalid scalar type"。',
  ),
  evidence: torchTpu(`${group}.cpp:87-115`),
};

const native = [
  'broadcast',
  'all_reduce',
  'reduce',
  'all_gather',
  'all_gather_into_tensor',
  'gather',
  'scatter',
  'all_to_all_single',
];

const noReduceScatter = text(
  'ProcessGroupSCCL does not support reduce_scatter and raises. Use all_reduce, and take the own part of the result.',
  'ProcessGroupSCCL 不支持 reduce_scatter，会直接抛错。请改用 all_reduce 后取本 rank 的部分。',
);
const notOverridden = text(
  'ProcessGroupSCCL does not implement it: the base class of backends raises.',
  'ProcessGroupSCCL 没有实现该接口：后端基类会抛错。',
);

function missing(names: readonly string[], note: Collective['note'], evidence: Collective['evidence']) {
  return names.map((name): [string, Collective] => [name, { verdict: 'unsupported', note, evidence }]);
}

/** Collectives of SCCL, and what is built on those that it lacks. */
export const tpuCollectives: Readonly<Record<string, Collective>> = {
  ...Object.fromEntries(
    native.map((name): [string, Collective] => [
      name,
      { verdict: 'native', evidence: [...tutorial, ...members], limits: [types] },
    ]),
  ),
  barrier: { verdict: 'native', evidence: [...tutorial, ...members] },
  all_to_all_single: {
    verdict: 'native',
    evidence: [...tutorial, ...members],
    limits: [
      types,
      {
        arguments: [
          { name: 'output_split_sizes', position: 2 },
          { name: 'input_split_sizes', position: 3 },
        ],
        verdict: 'silent',
        message: text(
          'SCCL ignores output_split_sizes and input_split_sizes: it exchanges equal parts, so unequal splits (expert parallelism) give wrong data without an error.',
          'SCCL 会忽略 output_split_sizes 与 input_split_sizes，按等分交换：不等分（如专家并行）时结果错误且不报错。',
        ),
        evidence: torchTpu(`${group}.cpp:714-748`),
      },
    ],
  },
  ...Object.fromEntries([
    ...missing(['reduce_scatter', 'reduce_scatter_tensor'], noReduceScatter, torchTpu(`${group}.cpp:707-712`)),
    ...missing(
      ['all_to_all', 'all_reduce_coalesced', 'all_gather_coalesced', 'reduce_scatter_tensor_coalesced'],
      notOverridden,
      members,
    ),
    ...missing(
      ['all_gather_object', 'gather_object', 'broadcast_object_list', 'scatter_object_list'],
      text(
        'Objects are sent with their sizes in int64 tensors on the device of the backend, which torch_tpu refuses to make: "not support int64, please use int32". Pass a group with gloo (new_group(backend="gloo")), which sends them from the CPU.',
        '传递对象时会在后端所在设备上用 int64 张量存放大小，而 torch_tpu 拒绝创建："not support int64, please use int32"。请传入 gloo 通信组（new_group(backend="gloo")），由 CPU 传输。',
      ),
      [
        ...torchTpu('python/dist_test/broadcast_object_list.py:18'),
        ...torchTpu('torch_tpu/csrc/ops/native_ops/EmptyStrided.cpp:24,53'),
      ],
    ),
    ...missing(
      ['FullyShardedDataParallel', 'fully_shard'],
      text(
        'FSDP reduces gradients by reduce_scatter, which ProcessGroupSCCL does not support. Use DistributedDataParallel, or ZeRO-1/2 through the DeepSpeed adaptor of torch_tpu.',
        'FSDP 用 reduce_scatter 归约梯度，而 ProcessGroupSCCL 不支持。请改用 DistributedDataParallel，或经 torch_tpu 的 DeepSpeed 适配器使用 ZeRO-1/2。',
      ),
      [...torchTpu(`${group}.cpp:707-712`), ...torchTpu('docs/developer_manual/source_zh/06_distribute.rst')],
    ),
  ]),
  ...Object.fromEntries(
    ['send', 'recv', 'isend', 'irecv'].map((name): [string, Collective] => [
      name,
      {
        verdict: 'unknown',
        note: text(
          "SCCL's manual says that send and recv are not supported; its source has them.",
          'SCCL 手册写明不支持 send/recv，但源码中已有实现。',
        ),
        evidence: [...tutorial, ...members],
      },
    ]),
  ),
};

export const tpuReductions: Readonly<Record<string, Collective>> = Object.fromEntries([
  ...['SUM', 'PRODUCT', 'MIN', 'MAX'].map((name): [string, Collective] => [
    name,
    { verdict: 'native', evidence: torchTpu(`${group}.cpp:344-357`) },
  ]),
  ...['AVG', 'BAND', 'BOR', 'BXOR', 'PREMUL_SUM'].map((name): [string, Collective] => [
    name,
    {
      verdict: 'unsupported',
      note:
        name === 'AVG'
          ? text(
              'SCCL raises "Cannot use ReduceOp.AVG with SCCL": use SUM, and divide by the world size.',
              'SCCL 会报 "Cannot use ReduceOp.AVG with SCCL"：请用 SUM 后除以 world size。',
            )
          : text(
              `SCCL raises "Cannot use ReduceOp.${name} with SCCL": it has SUM, PRODUCT, MIN and MAX.`,
              `SCCL 会报 "Cannot use ReduceOp.${name} with SCCL"：仅支持 SUM、PRODUCT、MIN、MAX。`,
            ),
      evidence: torchTpu(`${group}.cpp:358-375`),
    },
  ]),
]);
