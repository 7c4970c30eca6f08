import type { ApiLimit } from '../../../../../core/model';
import { opsNn, text } from '../../evidence';
import { all, tables } from './scope';

/** On losses, as modules and as functions. */
export const lossLimits: readonly ApiLimit[] = [
  {
    id: 'kl-div-log-target',
    apis: ['torch.nn.functional.kl_div'],
    when: { argument: 'log_target', position: 5, is: [true] },
    verdict: 'limited',
    message: text('kl_div takes log_target=False only on Ascend.', '昇腾上 kl_div 仅支持 log_target=False。'),
    advice: text('Pass target.exp().', '改为传入 target.exp()。'),
    torch: all,
    evidence: tables('torch-nn-functional'),
  },
  {
    id: 'kl-div-loss-log-target',
    apis: ['torch.nn.KLDivLoss'],
    when: { argument: 'log_target', position: 3, is: [true] },
    verdict: 'limited',
    message: text('KLDivLoss takes log_target=False only on Ascend.', '昇腾上 KLDivLoss 仅支持 log_target=False。'),
    advice: text('Pass target.exp() to it.', '改为传入 target.exp()。'),
    torch: all,
    evidence: tables('torch-nn'),
  },
  {
    id: 'soft-margin-loss-double',
    apis: ['torch.nn.functional.soft_margin_loss'],
    when: { argument: 'input', position: 0, dtype: ['float64'] },
    verdict: 'limited',
    message: text('soft_margin_loss does not take float64 on Ascend.', '昇腾上 soft_margin_loss 不支持 float64。'),
    advice: text('Compute it in float32.', '改用 float32 计算。'),
    torch: all,
    evidence: [...tables('torch-nn-functional'), ...opsNn('loss/soft_margin_loss/op_api/aclnn_soft_margin_loss.cpp')],
  },
  {
    id: 'multilabel-margin-loss-elements',
    apis: ['torch.nn.functional.multilabel_margin_loss'],
    when: { argument: 'input', position: 0, elementsAbove: 100_000 },
    verdict: 'limited',
    message: text(
      'multilabel_margin_loss takes up to 100,000 elements on Ascend.',
      '昇腾上 multilabel_margin_loss 的输入元素个数不能超过 10 万。',
    ),
    advice: text('Compute it over parts of the batch, and average.', '按批次拆分计算后再取平均。'),
    torch: all,
    evidence: tables('torch-nn-functional'),
  },
];
