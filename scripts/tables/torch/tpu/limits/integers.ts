import type { ApiLimit } from '../../../../../core/model';
import { pytorch, text, torchTpu } from '../../evidence';

const arange = (lines: string) => torchTpu(`torch_tpu/csrc/ops/native_ops/Arange.cpp:${lines}`);
const empty = torchTpu('torch_tpu/csrc/ops/native_ops/EmptyStrided.cpp:24,53');
const refused = '"not support int64, please use int32"';
const int64 = ['torch.int64', 'torch.long'];

const ordered = ['torch.topk', 'torch.Tensor.topk', 'torch.sort', 'torch.Tensor.sort'];
const orders = ['torch.argsort', 'torch.Tensor.argsort'];

/** torch-tpu refuses to make tensors of int64, and narrows those that come from the CPU. */
export const integerLimits: readonly ApiLimit[] = [
  {
    id: 'int64-made',
    rule: 'torch/int64',
    apis: [
      ...['zeros', 'ones', 'empty', 'full', 'empty_strided', 'randint', 'randperm'].map((name) => `torch.${name}`),
      ...['zeros_like', 'ones_like', 'empty_like', 'full_like'].map((name) => `torch.${name}`),
      ...['new_zeros', 'new_ones', 'new_empty', 'new_full'].map((name) => `torch.Tensor.${name}`),
    ],
    when: { argument: 'dtype', is: int64 },
    verdict: 'unsupported',
    message: text(
      `making a tensor of int64 on the TPU raises ${refused}.`,
      `在 TPU 上创建 int64 张量会报 ${refused}。`,
    ),
    evidence: empty,
  },
  {
    id: 'int64-by-default',
    rule: 'torch/int64',
    apis: ['torch.randint', 'torch.randperm'],
    when: { argument: 'dtype', default: null, is: [null] },
    verdict: 'unsupported',
    message: text(
      `without a dtype it makes int64, which raises ${refused} on the TPU.`,
      `未指定 dtype 时创建的是 int64，在 TPU 上会报 ${refused}。`,
    ),
    advice: text('Pass dtype=torch.int32.', '传入 dtype=torch.int32。'),
    evidence: empty,
  },
  {
    id: 'int64-converted',
    rule: 'torch/int64',
    apis: ['torch.Tensor.long', 'torch.Tensor.to', 'torch.Tensor.type'],
    when: { always: true },
    verdict: 'unsupported',
    message: text(
      `converting a tensor that is on the TPU to int64 raises ${refused}.`,
      `把 TPU 上的张量转换为 int64 会报 ${refused}。`,
    ),
    evidence: [...torchTpu('torch_tpu/csrc/ops/native_ops/CopyFrom.cpp:571-602'), ...empty],
  },
  {
    id: 'arange-type',
    rule: 'torch/int64',
    apis: ['torch.arange'],
    when: {
      argument: 'dtype',
      isNot: [
        ...['torch.int32', 'torch.int', 'torch.float32', 'torch.float', 'torch.float16', 'torch.half'],
        ...['torch.bfloat16', null],
      ],
    },
    verdict: 'unsupported',
    message: text(
      'arange on the TPU makes int32, float32, float16 and bfloat16 only: "arange only support int32 & float32 now".',
      'TPU 上 arange 仅支持 int32、float32、float16、bfloat16，否则报 "arange only support int32 & float32 now"。',
    ),
    advice: text('Ask for torch.int32.', '改用 torch.int32。'),
    evidence: arange('140-147'),
  },
  {
    id: 'arange-narrowed',
    rule: 'torch/int64',
    apis: ['torch.arange'],
    when: { argument: 'dtype', default: null, is: [null] },
    verdict: 'silent',
    severity: 'information',
    message: text(
      'arange of integers without dtype is int32 on the TPU, not int64.',
      'TPU 上未指定 dtype 的整数 arange 结果为 int32，而不是 int64。',
    ),
    evidence: arange('130-139'),
  },
  {
    id: 'arange-fraction',
    apis: ['torch.arange'],
    when: {
      any: [
        { argument: 'start', position: 0, isFraction: true },
        { argument: 'end', position: 1, isFraction: true },
        { argument: 'step', position: 2, isFraction: true },
      ],
    },
    verdict: 'unsupported',
    message: text(
      'arange on the TPU counts in whole numbers: a start or end with a fraction raises "arange Decimal places are not supported now", and of the step the fraction is cut off, so that a step below 1 divides by zero.',
      'TPU 上 arange 只按整数计算：start 或 end 带小数会报 "arange Decimal places are not supported now"；step 的小数部分会被截去，小于 1 的 step 会导致除以零。',
    ),
    advice: text(
      'Scale whole numbers: torch.arange(n) * step + start.',
      '改为缩放整数序列：torch.arange(n) * step + start。',
    ),
    evidence: arange('124-153'),
  },
  {
    id: 'arange-backwards',
    apis: ['torch.arange'],
    when: {
      all: [
        { argument: 'step', position: 2, atMost: -1 },
        { argument: 'end', position: 1, atLeast: 0 },
      ],
    },
    verdict: 'silent',
    message: text(
      'With a negative step the TPU miscounts: torch.arange(10, 0, -1) gives 12 elements instead of 10.',
      'step 为负数时 TPU 会算错长度：torch.arange(10, 0, -1) 得到 12 个元素，而不是 10 个。',
    ),
    advice: text(
      'Count upwards, and flip: torch.arange(1, 11).flip(0).',
      '改为递增后翻转：torch.arange(1, 11).flip(0)。',
    ),
    evidence: arange('90-122,150-152'),
  },
  {
    id: 'indices-int32',
    apis: [...ordered, ...orders],
    when: { always: true },
    verdict: 'limited',
    severity: 'information',
    message: text('The indices are int32 on the TPU, not int64.', 'TPU 上返回的下标是 int32，而不是 int64。'),
    advice: text(
      'Do not rely on their type: .long() raises on the TPU, and index_fill_ and one_hot refuse them.',
      '不要依赖下标的类型：在 TPU 上调用 .long() 会报错，index_fill_ 与 one_hot 不接受 int32 下标。',
    ),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Topk.cpp'),
  },
  {
    id: 'one-hot',
    apis: ['torch.nn.functional.one_hot'],
    when: { always: true },
    verdict: 'unsupported',
    severity: 'warning',
    message: text(
      'PyTorch takes int64 only here, and no tensor on the TPU is of that type: it raises "one_hot is only applicable to index tensor of type LongTensor".',
      'PyTorch 的 one_hot 只接受 int64，而 TPU 上没有 int64 张量，因此会报 "one_hot is only applicable to index tensor of type LongTensor"。',
    ),
    advice: text(
      'Compare with the classes: x.unsqueeze(-1) == torch.arange(n, dtype=torch.int32, device=x.device); or make it on the CPU.',
      '改为与类别编号比较：x.unsqueeze(-1) == torch.arange(n, dtype=torch.int32, device=x.device)；或在 CPU 上生成。',
    ),
    evidence: [...pytorch('v2.8.0', 'aten/src/ATen/native/Onehot.cpp, one_hot'), ...empty],
  },
  {
    id: 'index-int64',
    apis: ['index_copy', 'index_copy_', 'index_fill', 'index_fill_'].map((name) => `torch.Tensor.${name}`),
    when: { always: true },
    verdict: 'unsupported',
    severity: 'warning',
    message: text(
      'PyTorch takes indices of int64 only here, and an index that is on the TPU is int32: it raises "Expected a long tensor for index" or "Expected dtype int64 for index".',
      'PyTorch 的该接口只接受 int64 下标，而 TPU 上的下标为 int32，因此会报 "Expected a long tensor for index" 或 "Expected dtype int64 for index"。',
    ),
    advice: text(
      'Write x[index] = source, or keep the index on the CPU.',
      '改写为 x[index] = source，或把下标保留在 CPU 上。',
    ),
    evidence: [
      ...pytorch('v2.8.0', 'aten/src/ATen/native/TensorAdvancedIndexing.cpp, index_copy, index_fill_'),
      ...empty,
    ],
  },
  {
    id: 'nll-int64',
    apis: ['torch.nn.functional.nll_loss', 'torch.nn.NLLLoss'],
    when: { always: true },
    verdict: 'unsupported',
    severity: 'warning',
    message: text(
      'It runs on the CPU, where PyTorch takes labels of int64 only, and labels that come from the TPU are int32: it raises.',
      '该损失在 CPU 上执行，而 PyTorch 只接受 int64 标签；来自 TPU 的标签为 int32，因此会报错。',
    ),
    advice: text(
      'Use cross_entropy on the scores before log_softmax: it has a kernel that takes int32.',
      '改为对 log_softmax 之前的 logits 使用 cross_entropy，它有接受 int32 标签的算子。',
    ),
    evidence: [...pytorch('v2.8.0', 'aten/src/ATen/native/LossNLL.cpp, nll_loss_forward'), ...empty],
  },
  {
    id: 'module-to-type',
    rule: 'torch/int64',
    apis: ['torch.nn.Module.to'],
    when: {
      any: [
        { argument: 'dtype', position: 2, is: ['torch.int64', 'torch.long', 'torch.complex64', 'torch.complex128'] },
        { argument: 'device', position: 1, is: ['torch.int64', 'torch.long', 'torch.complex64', 'torch.complex128'] },
      ],
    },
    verdict: 'unsupported',
    message: text(
      'Module.to() of torch_tpu accepts floating-point types and int8 only, and raises TypeError for this one.',
      'torch_tpu 的 Module.to() 仅接受浮点类型与 int8，传入该类型会抛出 TypeError。',
    ),
    evidence: torchTpu('torch_tpu/utils/module.py'),
  },
];
