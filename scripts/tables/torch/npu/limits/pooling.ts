import type { ApiLimit } from '../../../../../core/model';
import { opsNn, text } from '../../evidence';
import { all, tables } from './scope';

const dilation = {
  verdict: 'unsupported' as const,
  // The 950 takes others.
  families: ['310P', '910A', '910B', '910C'],
  message: text(
    'Max pooling takes dilation=1 only on Ascend: "dilation only support 1".',
    '昇腾上最大池化仅支持 dilation=1，否则报 "dilation only support 1"。',
  ),
  advice: text(
    'Take the elements of the windows by F.unfold with dilation, and their maximum.',
    '用带 dilation 的 F.unfold 取出窗口元素，再求最大值。',
  ),
  torch: all,
  evidence: [
    ...opsNn('pooling/max_pool3d_with_argmax_v2/op_api/aclnn_max_pool2d_with_indices.cpp:338-353'),
    ...tables('torch-nn-functional'),
  ],
};

/** On max pooling, as modules and as functions. */
export const poolingLimits: readonly ApiLimit[] = [
  {
    id: 'max-pool-dilation',
    apis: ['torch.nn.functional.max_pool1d', 'torch.nn.functional.max_pool2d', 'torch.max_pool2d'],
    when: { argument: 'dilation', position: 4, isNot: [1] },
    ...dilation,
  },
  {
    id: 'max-pool-module-dilation',
    apis: ['torch.nn.MaxPool1d', 'torch.nn.MaxPool2d'],
    when: { argument: 'dilation', position: 3, isNot: [1] },
    ...dilation,
  },
  {
    id: 'max-pool-3d-dilation',
    apis: ['torch.nn.functional.max_pool3d'],
    when: { argument: 'dilation', position: 4, isNot: [1] },
    verdict: 'limited',
    message: text('max_pool3d takes dilation=1 only on Ascend.', '昇腾上 max_pool3d 仅支持 dilation=1。'),
    torch: all,
    evidence: tables('torch-nn-functional'),
  },
  {
    id: 'max-pool-indices',
    apis: ['torch.nn.functional.max_pool1d', 'torch.nn.functional.max_pool2d', 'torch.nn.functional.max_pool3d'],
    when: { argument: 'return_indices', position: 6, is: [true] },
    verdict: 'limited',
    severity: 'information',
    message: text(
      'The indices of max pooling are int32 on Ascend, not int64.',
      '昇腾上最大池化返回的下标是 int32，而不是 int64。',
    ),
    advice: text('Convert them where their type matters.', '对类型有要求时请显式转换。'),
    torch: ['2.7.1', '2.11.0', '2.12.0', '2.13.0'],
    evidence: tables('torch-nn-functional'),
  },
];
