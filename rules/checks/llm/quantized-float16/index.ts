import type { CheckpointRule, Evidence } from '../../../../core/model';
import { issue } from '../../sources';
import en from './en.md';
import zh from './zh-cn.md';

const evidence: readonly Evidence[] = [
  issue('vllm-project/vllm-ascend', 12907, '2026'),
  issue('vllm-project/vllm-ascend', 624, '2025'),
];

/** W8A8 weights whose scales would be FP16, for which the quantised matrix multiplication has no kernel. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: 'llm/quantized-float16',
  severity: 'error',
  title: { en: 'W8A8 weights computed in FP16', zh: 'W8A8 权重搭配 FP16' },
  documentation: { en, zh },
  check({ facts, chip, route, report }) {
    if (route !== 'vllm-ascend' || !['910B', '910C'].includes(chip.family)) return;
    const { config, quantization, model, hasQuantizationDescription } = facts;
    const isW8A8 =
      quantization?.text('quant_method') === 'ascend' ||
      hasQuantizationDescription === true ||
      model?.quantization?.activations === 'int8';
    const key = config.spelling('torch_dtype', 'dtype');
    if (!isW8A8 || key === undefined || config.text(key) !== 'float16') return;
    const span = config.valueSpan(key);
    report({
      message: {
        en: `On ${chip.family} the quantised matrix multiplication (aclnnQuantMatmulWeightNz) takes no FP16 scales: W8A8 weights with float16 fail.`,
        zh: `${chip.family} 上的量化矩阵乘（aclnnQuantMatmulWeightNz）不支持 FP16 的 scale：W8A8 权重搭配 float16 会报错。`,
      },
      advice: { en: 'Compute in bfloat16.', zh: '请改用 bfloat16。' },
      evidence,
      verdict: 'unsupported',
      span,
      fixes: [
        {
          title: { en: 'Compute in bfloat16', zh: '改用 bfloat16' },
          kind: 'review',
          edits: [{ span, newText: '"bfloat16"' }],
        },
      ],
    });
  },
};
