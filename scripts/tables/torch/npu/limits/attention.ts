import type { ApiLimit } from '../../../../../core/model';
import { opPlugin, text, torchNpu } from '../../evidence';
import { floats } from './scope';

const attention = {
  apis: ['torch.nn.functional.scaled_dot_product_attention'],
  torch: ['2.7.1', '2.9.0', '2.10.0', '2.11.0', '2.12.0', '2.13.0'],
  evidence: torchNpu('docs/zh/api/native_api/pytorch_2-12-0/torch-nn-functional.md'),
};

/** The table says that it is not supported; the source computes it all the same, without the fused kernel. */
const unfused = {
  ...attention,
  verdict: 'slow' as const,
  evidence: [
    ...opPlugin('op_plugin/ops/opapi/ScaledDotProductAttentionKernelNpuOpApi.cpp, scaled_dot_product_attention'),
    ...attention.evidence,
  ],
};
const unfusedEn = 'it is computed by separate operators there, with the whole matrix of scores in memory';
const unfusedZh = '会拆成多个算子计算，并在显存中保存完整的注意力得分矩阵';

/** On calls of scaled_dot_product_attention. */
export const attentionLimits: readonly ApiLimit[] = [
  {
    id: 'attention-rank',
    ...unfused,
    when: { argument: 'query', position: 0, rankNot: [4] },
    message: text(
      `The fused kernel of scaled_dot_product_attention takes 4-D tensors (batch, heads, length, dim) only on Ascend: ${unfusedEn}.`,
      `昇腾上 scaled_dot_product_attention 的融合算子只支持 4 维张量（batch、heads、length、dim），否则${unfusedZh}。`,
    ),
    advice: text(
      'Add the missing dimension by unsqueeze, or fold those before the heads into one.',
      '用 unsqueeze 补齐维度，或把 head 之前的多个维度合并为一维。',
    ),
  },
  {
    id: 'attention-head-size',
    ...unfused,
    when: { argument: 'query', position: 0, lastDimensionAbove: 512 },
    message: text(
      `The fused kernel of scaled_dot_product_attention takes head sizes up to 512 on Ascend: ${unfusedEn}.`,
      `昇腾上 scaled_dot_product_attention 融合算子的 head 维度上限为 512，超过时${unfusedZh}。`,
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
    ...unfused,
    when: { argument: 'attn_mask', position: 3, dtypeNot: ['bool'] },
    message: text(
      `The fused kernel of scaled_dot_product_attention takes a boolean mask only on Ascend. With an additive one ${unfusedEn}.`,
      `昇腾上 scaled_dot_product_attention 的融合算子只接受布尔类型的 attn_mask；传入加性 mask 时${unfusedZh}。`,
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
