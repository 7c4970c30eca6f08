import type { ApiLimit } from '../../../../../core/model';
import { issue, opsNn, text } from '../../evidence';
import { all, since27, tables, torchNpuOf26 } from './scope';

/** On operations on tensors. */
export const tensorLimits: readonly ApiLimit[] = [
  {
    id: 'topk-sorted',
    apis: ['torch.topk', 'torch.Tensor.topk'],
    when: { argument: 'sorted', position: 4, is: [false] },
    verdict: 'limited',
    severity: 'information',
    message: text(
      'topk(sorted=False) saves nothing on Ascend: the vendor supports sorted=True only, and sorts all the same.',
      '昇腾上 topk(sorted=False) 没有收益：厂商只支持 sorted=True，结果仍会排序。',
    ),
    advice: text(
      'Nothing has to change: a sorted result is one of those that sorted=False allows.',
      '无需修改：排序后的结果同样满足 sorted=False 的要求。',
    ),
    torch: all,
    evidence: [...tables('torch'), ...issue('CANN/ops-math', 3971, 'aclnnTopkV2 on 910B2, CANN 9.2.0')],
  },
  {
    id: 'repeat-interleave-elements',
    apis: ['torch.repeat_interleave', 'torch.Tensor.repeat_interleave'],
    when: { elements: 4194304 },
    verdict: 'limited',
    message: text(
      'The result of repeat_interleave must have fewer than 2^22 (4,194,304) elements on Ascend.',
      '昇腾上 repeat_interleave 的输出元素个数须小于 2^22（4,194,304）。',
    ),
    advice: text('Use expand and reshape, which copy nothing until needed.', '改用 expand 加 reshape。'),
    torch: all,
    evidence: tables('torch'),
  },
  {
    id: 'unique-dim-float16',
    apis: ['torch.unique'],
    when: {
      all: [
        { argument: 'dim', position: 4, isNot: [null] },
        { argument: 'input', position: 0, dtype: ['float16'] },
      ],
    },
    verdict: 'limited',
    severity: 'information',
    message: text(
      'The table of Ascend says that unique with dim does not take float16; the check of its kernel lets it pass.',
      '昇腾的支持列表注明带 dim 的 unique 不支持 float16；但算子的类型检查允许该类型。',
    ),
    torch: since27,
    evidence: [...tables('torch'), ...opsNn('index/unique_with_counts_ext2/op_host/op_api/aclnn_unique_dim.cpp')],
  },
  {
    id: 'cdist-mode',
    apis: ['torch.cdist'],
    when: { argument: 'compute_mode', position: 3, is: ['use_mm_for_euclid_dist'] },
    verdict: 'limited',
    severity: 'information',
    message: text(
      'With p=2, cdist computes without matrix products on Ascend, whatever compute_mode asks for.',
      '昇腾上 p=2 时 cdist 会自动改用不含矩阵乘的模式，与 compute_mode 的取值无关。',
    ),
    torch: all.slice(2),
    evidence: tables('torch'),
  },
  {
    id: 'log-add-exp-double',
    apis: ['torch.logaddexp', 'torch.logaddexp2'],
    when: { argument: 'input', position: 0, dtype: ['float64'] },
    verdict: 'limited',
    message: text('logaddexp does not take float64 on Ascend.', '昇腾上 logaddexp 不支持 float64。'),
    advice: text('Compute it in float32.', '改用 float32 计算。'),
    torch: all,
    evidence: tables('torch'),
  },
  {
    id: 'rand-like-bool',
    apis: ['torch.rand_like'],
    when: {
      any: [
        { argument: 'dtype', is: ['torch.bool'] },
        { argument: 'input', position: 0, dtype: ['bool'] },
      ],
    },
    verdict: 'limited',
    message: text('rand_like does not make booleans on Ascend.', '昇腾上 rand_like 不支持 bool 类型。'),
    advice: text('Use torch.bernoulli(input, 0.5).', '改用 torch.bernoulli(input, 0.5)。'),
    torch: all,
    evidence: tables('torch'),
  },
  {
    id: 'uniform-bool',
    apis: ['torch.Tensor.uniform_'],
    when: { argument: 'self', position: 0, dtype: ['bool'] },
    verdict: 'limited',
    message: text('uniform_ does not fill booleans on Ascend.', '昇腾上 uniform_ 不支持 bool 类型。'),
    advice: text('Use x.bernoulli_(p=0.5).', '改用 x.bernoulli_(p=0.5)。'),
    torch: all,
    evidence: tables('torch-Tensor'),
  },
  {
    id: 'log10-out',
    apis: ['torch.log10'],
    when: {
      all: [
        { argument: 'input', position: 0, dtype: ['uint8', 'int8', 'int16', 'int32', 'int64', 'bool'] },
        { argument: 'out', dtypeNot: ['float32'] },
      ],
    },
    verdict: 'limited',
    message: text(
      'Of whole numbers, log10 writes float32 only into out on Ascend.',
      '昇腾上输入为整数或布尔时，log10 的 out 必须为 float32。',
    ),
    advice: text('Let out be of float32, and convert it.', '使用 float32 的 out，再做转换。'),
    torch: all,
    evidence: tables('torch'),
  },
  {
    id: 'hann-window-length',
    apis: ['torch.hann_window'],
    when: {
      all: [
        { argument: 'window_length', position: 0, atLeast: 10001 },
        { argument: 'dtype', default: null, is: [null, 'torch.float32', 'torch.float'] },
      ],
    },
    verdict: 'limited',
    severity: 'information',
    message: text(
      'The values of a window longer than 10,000 may be inaccurate in float32 on Ascend.',
      '昇腾上 float32 的窗长超过 10000 时，结果可能存在误差。',
    ),
    advice: text('Make the window on the CPU, and move it.', '在 CPU 上生成窗函数后再搬到设备。'),
    torch: all,
    evidence: tables('torch'),
  },
  {
    id: 'norm-negative-order',
    apis: ['torch.norm'],
    when: { argument: 'p', position: 1, below: 0 },
    verdict: 'limited',
    severity: 'information',
    message: text(
      'The norm of a negative order may be inaccurate on Ascend.',
      '昇腾上 p 为负数的范数可能存在精度误差。',
    ),
    torch: ['2.6.0', '2.8.0'],
    evidence: torchNpuOf26('torch'),
  },
];
