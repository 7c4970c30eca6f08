import type { ApiLimit } from '../../../../../core/model';
import { opPlugin, text } from '../../evidence';
import { all, since27, tables } from './scope';

const geluKernel = opPlugin('op_plugin/ops/opapi/GeluOutKernelNpuOpApi.cpp, gelu_out');
const exactGelu = {
  verdict: 'limited' as const,
  severity: 'hint' as const,
  // The 950 asks its kernel for the form that is asked for.
  families: ['310', '310B', '310P', '910A', '910B', '910C'],
  message: text(
    'Ascend computes gelu as with approximate="tanh", whatever form is asked for: the exact one may differ in its last digits.',
    '昇腾上无论 approximate 取何值，gelu 均按 approximate="tanh" 计算，与精确形式相比可能有末位差异。',
  ),
  advice: text(
    'Compare the result with the one on the GPU, or call torch_npu.npu.use_compatible_impl(True), with which the form is heeded.',
    '请与 GPU 结果比对，或调用 torch_npu.npu.use_compatible_impl(True)，使该参数生效。',
  ),
};

const recurrentDropout = {
  when: { argument: 'dropout', position: 5, isNot: [0] },
  verdict: 'limited' as const,
  message: text(
    'The dropout between layers of LSTM and GRU is not supported on Ascend.',
    '昇腾上 LSTM、GRU 不支持层间 dropout 参数。',
  ),
  advice: text(
    'Stack single layers with torch.nn.Dropout between them.',
    '改为逐层堆叠，并在层间加入 torch.nn.Dropout。',
  ),
  evidence: tables('torch-nn'),
};

const groupNormEpsilon = {
  verdict: 'limited' as const,
  message: text('eps of group_norm must be above 0 on Ascend.', '昇腾上 group_norm 的 eps 必须大于 0。'),
  advice: text('Pass a small number such as 1e-5.', '传入较小的正数，如 1e-5。'),
  torch: all,
};
const negativeNorm = {
  verdict: 'limited' as const,
  message: text('max_norm must not be negative on Ascend.', '昇腾上 max_norm 不支持负数。'),
  torch: all,
};

/** On layers of networks, as modules and as functions. */
export const layerLimits: readonly ApiLimit[] = [
  {
    id: 'gelu-approximate',
    apis: ['torch.nn.functional.gelu'],
    when: { argument: 'approximate', default: 'none', isNot: ['tanh'] },
    ...exactGelu,
    torch: since27,
    evidence: [...tables('torch-nn-functional'), ...geluKernel],
  },
  {
    id: 'gelu-module-approximate',
    apis: ['torch.nn.GELU'],
    when: { argument: 'approximate', position: 0, default: 'none', isNot: ['tanh'] },
    ...exactGelu,
    torch: all,
    evidence: [...tables('torch-nn'), ...geluKernel],
  },
  {
    id: 'lstm-dropout',
    apis: ['torch.nn.LSTM'],
    ...recurrentDropout,
    torch: all,
  },
  {
    id: 'gru-dropout',
    apis: ['torch.nn.GRU'],
    ...recurrentDropout,
    torch: ['2.7.1', '2.11.0', '2.12.0', '2.13.0'],
  },
  {
    id: 'lstm-projection',
    apis: ['torch.nn.LSTM'],
    when: { argument: 'proj_size', position: 7, isNot: [0] },
    verdict: 'limited',
    message: text('LSTM does not support proj_size on Ascend.', '昇腾上 LSTM 不支持 proj_size 参数。'),
    advice: text('Put a torch.nn.Linear behind the LSTM.', '在 LSTM 之后加一个 torch.nn.Linear。'),
    torch: all,
    evidence: tables('torch-nn'),
  },
  {
    id: 'pad-rank',
    apis: ['torch.nn.functional.pad'],
    when: { argument: 'input', position: 0, rankAbove: 5 },
    verdict: 'slow',
    message: text('pad of 6 dimensions or more is slow on Ascend.', '昇腾上 6 维及以上的 pad 性能会下降。'),
    advice: text('Flatten the dimensions that are not padded.', '合并无需填充的维度。'),
    torch: all,
    evidence: tables('torch-nn-functional'),
  },
  {
    id: 'group-norm-epsilon',
    apis: ['torch.nn.functional.group_norm'],
    when: { argument: 'eps', position: 4, atMost: 0 },
    ...groupNormEpsilon,
    evidence: tables('torch-nn-functional'),
  },
  {
    id: 'group-norm-module-epsilon',
    apis: ['torch.nn.GroupNorm'],
    when: { argument: 'eps', position: 2, atMost: 0 },
    ...groupNormEpsilon,
    evidence: tables('torch-nn'),
  },
  {
    id: 'embedding-max-norm',
    apis: ['torch.nn.functional.embedding', 'torch.nn.Embedding'],
    when: { argument: 'max_norm', position: 3, below: 0 },
    ...negativeNorm,
    evidence: [...tables('torch-nn-functional'), ...tables('torch-nn')],
  },
  {
    id: 'embedding-bag-max-norm',
    apis: ['torch.nn.EmbeddingBag'],
    when: { argument: 'max_norm', position: 2, below: 0 },
    ...negativeNorm,
    evidence: tables('torch-nn'),
  },
];
