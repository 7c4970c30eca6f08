import type { ApiLimit } from '../../../../../core/model';
import { text } from '../../evidence';
import { all, tables } from './scope';

/** All ranks but 0, which a kernel takes up to. */
const withDimensions = [1, 2, 3, 4, 5, 6, 7, 8];

/** On the number of dimensions. */
export const rankLimits: readonly ApiLimit[] = [
  {
    id: 'matmul-rank',
    apis: ['torch.matmul', 'torch.linalg.matmul'],
    when: { argument: 'input', position: 0, rankAbove: 6 },
    verdict: 'limited',
    message: text('matmul takes up to 6 dimensions on Ascend.', '昇腾上 matmul 的输入最多 6 维。'),
    advice: text('Flatten the leading dimensions first.', '先合并前面的维度。'),
    torch: all,
    evidence: tables('torch'),
  },
  {
    id: 'where-rank',
    apis: ['torch.where'],
    when: { argument: 'condition', position: 0, rankAbove: 7 },
    verdict: 'limited',
    message: text('where does not take 8 dimensions on Ascend.', '昇腾上 where 不支持 8 维输入。'),
    advice: text('Flatten some of the dimensions first.', '先合并部分维度。'),
    torch: all,
    evidence: tables('torch'),
  },
  {
    id: 'kron-rank',
    apis: ['torch.kron'],
    when: { argument: 'input', position: 0, rankAbove: 4 },
    verdict: 'limited',
    message: text('kron does not take 5 dimensions or more on Ascend.', '昇腾上 kron 不支持 5 维及以上输入。'),
    torch: all,
    evidence: tables('torch'),
  },
  {
    id: 'isin-rank',
    apis: ['torch.isin'],
    when: {
      any: [
        { argument: 'elements', position: 0, rankAbove: 8 },
        { argument: 'test_elements', position: 1, rankAbove: 8 },
        {
          all: [
            { argument: 'elements', position: 0, rankAbove: 7 },
            { argument: 'test_elements', position: 1, rankAbove: 0 },
          ],
        },
      ],
    },
    verdict: 'limited',
    message: text(
      'isin takes up to 8 dimensions on Ascend; of two tensors, the first up to 7.',
      '昇腾上 isin 的输入不能超过 8 维；两个输入均为张量时，第一个不能超过 7 维。',
    ),
    torch: all,
    evidence: tables('torch'),
  },
  {
    id: 'copy-int16-rank',
    apis: ['torch.Tensor.copy_'],
    // "5 dimensions and more" may mean either of two ranks: the higher one is certain.
    when: { argument: 'self', position: 0, dtype: ['int16'], rankAbove: 5 },
    verdict: 'limited',
    message: text(
      'copy_ of int16 does not take more than 5 dimensions on Ascend.',
      '昇腾上 int16 的 copy_ 不支持 5 维以上。',
    ),
    advice: text('Flatten some of the dimensions first.', '先合并部分维度。'),
    torch: all,
    evidence: tables('torch-Tensor'),
  },
  {
    id: 'std-scalar',
    apis: ['torch.Tensor.std'],
    when: { argument: 'self', position: 0, rankNot: withDimensions },
    verdict: 'limited',
    message: text('std does not take a tensor without dimensions on Ascend.', '昇腾上 std 不支持 0 维张量。'),
    torch: all,
    evidence: tables('torch-Tensor'),
  },
  {
    id: 'topk-scalar',
    apis: ['torch.Tensor.topk'],
    when: { argument: 'self', position: 0, rankNot: withDimensions },
    verdict: 'limited',
    message: text('topk does not take a tensor without dimensions on Ascend.', '昇腾上 topk 不支持 0 维张量。'),
    torch: ['2.7.1', '2.9.0', '2.10.0', '2.11.0', '2.12.0', '2.13.0'],
    evidence: tables('torch-Tensor'),
  },
  {
    id: 'scatter-scalar',
    apis: ['torch.Tensor.scatter_'],
    when: {
      any: [
        { argument: 'self', position: 0, rankNot: withDimensions },
        { argument: 'index', position: 2, rankNot: withDimensions },
        { argument: 'src', position: 3, rankNot: withDimensions },
      ],
    },
    verdict: 'limited',
    message: text(
      'scatter_ takes no tensor without dimensions on Ascend, neither as itself nor as index or src.',
      '昇腾上 scatter_ 的 tensor、index、src 均不支持 0 维张量。',
    ),
    advice: text('Add a dimension by unsqueeze(0).', '用 unsqueeze(0) 增加一维。'),
    torch: all,
    evidence: tables('torch-Tensor'),
  },
  {
    id: 'rfftn-rank',
    apis: ['torch.fft.rfftn'],
    when: { argument: 'input', position: 0, rankAbove: 8 },
    verdict: 'limited',
    message: text('rfftn takes up to 8 dimensions on Ascend.', '昇腾上 rfftn 的输入最多 8 维。'),
    torch: all,
    evidence: tables('torch-fft'),
  },
  {
    id: 'prelu-rank',
    apis: ['torch.nn.functional.prelu'],
    when: { argument: 'input', position: 0, rankNot: withDimensions },
    verdict: 'limited',
    message: text('prelu takes 1 to 8 dimensions on Ascend.', '昇腾上 prelu 的输入仅支持 1～8 维。'),
    torch: all,
    evidence: tables('torch-nn-functional'),
  },
];
