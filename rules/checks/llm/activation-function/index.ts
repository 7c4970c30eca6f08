import type { CheckpointRule } from '../../../../core/model';
import { tpuMlir } from '../../sources';
import en from './en.md';
import zh from './zh-cn.md';

/** Activations that llm_convert writes an operator for (LlmInfo.py, ActType). */
const known: readonly string[] = ['relu', 'gelu', 'swish', 'silu', 'tanh', 'quick_gelu', 'gelu_pytorch_tanh'];

/** An activation of the feed-forward networks that llm_convert has no operator for. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: 'llm/activation-function',
  severity: 'error',
  title: { en: 'An activation that llm_convert does not know', zh: 'llm_convert 不支持的激活函数' },
  documentation: { en, zh },
  check({ facts, route, report }) {
    const { config } = facts;
    const key = config.spelling('hidden_act', 'hidden_activation');
    const activation = key && config.text(key);
    if (route !== 'llm-tpu' || !facts.isLanguageModel || key === undefined || activation === undefined) return;
    if (known.includes(activation)) return;
    report({
      message: {
        en: `llm_convert has no operator for the activation ${activation} and stops with NotImplementedError.`,
        zh: `llm_convert 没有激活函数 ${activation} 对应的算子，会抛出 NotImplementedError。`,
      },
      advice: {
        en: `It knows ${known.join(', ')}. Export the model to ONNX and use tpu-mlir, which decomposes others.`,
        zh: `支持的有 ${known.join('、')}。可将模型导出为 ONNX 并使用 tpu-mlir，由其分解其他激活函数。`,
      },
      evidence: [tpuMlir('python/llm/LlmInfo.py, ActType'), tpuMlir('python/llm/LlmConverter.py:289')],
      verdict: 'unsupported',
      span: config.valueSpan(key),
    });
  },
};
