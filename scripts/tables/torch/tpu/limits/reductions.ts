import type { ApiLimit } from '../../../../../core/model';
import { text, torchTpu } from '../../evidence';

const norm = torchTpu('torch_tpu/csrc/ops/native_ops/Norm.cpp:13-68');
const reduction = (lines: string) => torchTpu(`torch_tpu/csrc/ops/native_ops/Reduction.cpp:${lines}`);

const partialNorm = {
  verdict: 'host' as const,
  severity: 'information' as const,
  message: text(
    'A norm over some of the dimensions runs on the CPU; only the norm of the whole tensor has a TPU kernel.',
    '只对部分维度求范数会在 CPU 上执行；仅对整个张量求范数有 TPU 算子。',
  ),
  evidence: norm,
};

/** Conditions on sums, norms, and what else makes one value of many, read from torch-tpu's kernels. */
export const reductionLimits: readonly ApiLimit[] = [
  {
    id: 'norm-order',
    apis: ['torch.norm', 'torch.Tensor.norm', 'torch.nn.functional.normalize'],
    when: { argument: 'p', position: 1, isNot: [2, 'fro', null] },
    verdict: 'unsupported',
    message: text('Only the 2-norm is implemented on the TPU.', 'TPU 上仅实现了 2 范数。'),
    advice: text('Compute another norm from abs, pow and sum.', '其他范数请用 abs、pow、sum 组合计算。'),
    evidence: norm,
  },
  {
    id: 'vector-norm-order',
    apis: ['torch.linalg.vector_norm'],
    when: { argument: 'ord', position: 1, default: 2, isNot: [2] },
    verdict: 'unsupported',
    message: text('Only the 2-norm is implemented on the TPU.', 'TPU 上仅实现了 2 范数。'),
    advice: text('Compute another norm from abs, pow and sum.', '其他范数请用 abs、pow、sum 组合计算。'),
    evidence: norm,
  },
  {
    id: 'vector-norm-dimension',
    apis: ['torch.linalg.vector_norm'],
    when: { argument: 'dim', position: 2, isNot: [null] },
    ...partialNorm,
  },
  {
    id: 'norm-dimension',
    apis: ['torch.norm', 'torch.Tensor.norm'],
    when: { argument: 'dim', position: 2, isNot: [null] },
    ...partialNorm,
  },
  {
    id: 'normalize-dimension',
    apis: ['torch.nn.functional.normalize', 'torch.nn.functional.cosine_similarity', 'torch.nn.CosineSimilarity'],
    when: { always: true },
    ...partialNorm,
    advice: text(
      'Write it out: x * torch.rsqrt((x * x).sum(-1, keepdim=True) + eps).',
      '直接展开计算：x * torch.rsqrt((x * x).sum(-1, keepdim=True) + eps)。',
    ),
  },
  {
    id: 'argmax-integers',
    apis: ['torch.argmax', 'torch.Tensor.argmax'],
    when: { argument: 'input', position: 0, dtype: ['int32', 'int64'] },
    verdict: 'host',
    message: text('argmax of integers runs on the CPU.', '整数张量的 argmax 在 CPU 上执行。'),
    advice: text('Convert to float32 first.', '先转换为 float32。'),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Arg.cpp:197'),
  },
  {
    id: 'cumsum-bm1684x',
    apis: ['torch.cumsum', 'torch.Tensor.cumsum'],
    when: { always: true },
    families: ['bm1684x'],
    verdict: 'host',
    message: text('cumsum runs on the CPU on the BM1684X.', 'BM1684X 上 cumsum 在 CPU 上执行。'),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Cummax.cpp:98-101'),
  },
  {
    id: 'sum-of-flags',
    apis: ['torch.sum', 'torch.Tensor.sum', 'torch.cumsum', 'torch.Tensor.cumsum'],
    when: {
      all: [
        { argument: 'input', position: 0, dtype: ['bool', 'uint8', 'int8'] },
        { argument: 'dtype', default: null, is: [null] },
      ],
    },
    verdict: 'silent',
    message: text(
      'A sum on the TPU has the type of its input: of bool it is bool and no count, of 8-bit integers it overflows.',
      'TPU 上求和结果与输入类型相同，因此 bool 求和得到的仍是 bool 而不是个数，8 位整数求和会溢出。',
    ),
    advice: text(
      'Convert before summing: x.int().sum() or x.float().sum().',
      '求和前先转换类型：x.int().sum() 或 x.float().sum()。',
    ),
    evidence: [...reduction('265-272'), ...torchTpu('torch_tpu/csrc/ops/native_ops/Cummax.cpp:105-110')],
  },
  {
    id: 'sum-dtype',
    apis: ['torch.sum', 'torch.Tensor.sum'],
    when: { argument: 'dtype', isNot: [null] },
    verdict: 'limited',
    severity: 'information',
    message: text(
      'sum with a dtype that is not that of its input raises "sum_dim_IntList get error dtype setting" on the TPU.',
      'TPU 上 sum 的 dtype 若与输入类型不同，会报 "sum_dim_IntList get error dtype setting"。',
    ),
    advice: text('Convert before summing: x.float().sum().', '求和前先转换类型：x.float().sum()。'),
    evidence: reduction('265-272'),
  },
  {
    id: 'bincount-length',
    apis: ['torch.bincount', 'torch.Tensor.bincount'],
    when: { argument: 'minlength', position: 2, default: 0, atMost: 0 },
    verdict: 'unsupported',
    message: text(
      'bincount on the TPU needs minlength, which is the length of its result: "get minlength == 0".',
      'TPU 上 bincount 必须传入 minlength（即结果长度），否则报 "get minlength == 0"。',
    ),
    advice: text('Pass the number of bins as minlength.', '以 minlength 传入分箱数量。'),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Bincount.cpp:23-33'),
  },
  {
    id: 'reduction-dimensions',
    apis: ['torch.sum', 'torch.Tensor.sum', 'torch.mean', 'torch.Tensor.mean'],
    when: { argument: 'dim', position: 1, isApart: true },
    verdict: 'unsupported',
    severity: 'warning',
    message: text(
      'sum and mean on the TPU go over neighbouring dimensions only: "Reduction only supports contiguous reduction dimension now".',
      'TPU 上的 sum 与 mean 仅支持相邻维度，否则报 "Reduction only supports contiguous reduction dimension now"。',
    ),
    advice: text(
      'Reduce one dimension after the other: x.mean(dim=(2, 3)).mean(dim=0).',
      '分步归约：x.mean(dim=(2, 3)).mean(dim=0)。',
    ),
    evidence: reduction('91-94,131-134'),
  },
];
