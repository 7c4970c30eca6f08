import type { ApiLimit } from '../../../../../core/model';
import { text, torchNpu } from '../../evidence';
import { floats } from './scope';

const attention = {
  apis: ['torch.nn.functional.scaled_dot_product_attention'],
  torch: ['2.7.1', '2.9.0', '2.10.0', '2.11.0', '2.12.0', '2.13.0'],
  evidence: torchNpu('docs/zh/api/native_api/pytorch_2-12-0/torch-nn-functional.md'),
};

/** On calls of scaled_dot_product_attention. */
export const attentionLimits: readonly ApiLimit[] = [
  {
    id: 'attention-rank',
    ...attention,
    when: { argument: 'query', position: 0, rankNot: [4] },
    verdict: 'limited',
    message: text(
      'scaled_dot_product_attention takes 4-D tensors (batch, heads, length, dim) only on Ascend.',
      '昇腾上 scaled_dot_product_attention 只支持 4 维张量（batch、heads、length、dim）。',
    ),
    advice: text('Add the missing dimension by unsqueeze.', '用 unsqueeze 补齐维度。'),
  },
  {
    id: 'attention-head-size',
    ...attention,
    when: { argument: 'query', position: 0, lastDimensionAbove: 512 },
    verdict: 'limited',
    message: text(
      'scaled_dot_product_attention takes head sizes up to 512 on Ascend, the same for key and value.',
      '昇腾上 scaled_dot_product_attention 的 head 维度上限为 512，且 key 与 value 必须相等。',
    ),
  },
  {
    id: 'attention-types',
    ...attention,
    when: { argument: 'query', position: 0, dtypeNot: floats },
    verdict: 'limited',
    message: text(
      'scaled_dot_product_attention takes float16, bfloat16 and float32 only on Ascend.',
      '昇腾上 scaled_dot_product_attention 仅支持 float16、bfloat16、float32。',
    ),
  },
  {
    id: 'attention-mask-type',
    ...attention,
    when: { argument: 'attn_mask', position: 3, dtypeNot: ['bool'] },
    verdict: 'limited',
    message: text(
      'The mask of scaled_dot_product_attention must be boolean on Ascend; an additive mask is not supported.',
      '昇腾上 scaled_dot_product_attention 的 attn_mask 必须是布尔类型，不支持加性 mask。',
    ),
    advice: text('Pass mask == 0 where the mask holds 0 and -inf.', 'mask 取值为 0 与 -inf 时，可传入 mask == 0。'),
  },
  {
    id: 'attention-causal-mask',
    ...attention,
    when: {
      all: [
        { argument: 'is_causal', position: 5, is: [true] },
        { argument: 'attn_mask', position: 3, isNot: [null] },
      ],
    },
    verdict: 'limited',
    message: text('With is_causal=True, attn_mask must be None.', 'is_causal=True 时 attn_mask 必须为 None。'),
    advice: text('Put the causal part into the mask and drop is_causal.', '把因果部分合入 mask，并去掉 is_causal。'),
  },
];
