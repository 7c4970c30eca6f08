import type { CheckpointRule } from '../../../../core/model';
import { vllmAscend } from '../../sources';
import { weightsPlace } from '../place';
import en from './en.md';
import zh from './zh-cn.md';

const evidence = [vllmAscend('vllm_ascend/quantization/modelslim_config.py, AscendModelSlimConfig')];

/** Weights of msModelSlim, whose description lies in a file of its own. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: 'llm/quantization-description',
  severity: 'error',
  title: { en: 'Weights of msModelSlim and their description', zh: 'msModelSlim 权重及其量化描述文件' },
  documentation: { en, zh },
  check({ facts, route, report }) {
    const { quantization, hasQuantizationDescription } = facts;
    const span = weightsPlace(facts);
    const isNamed = quantization?.text('quant_method') === 'ascend';
    if (route === 'vllm-ascend' && isNamed && hasQuantizationDescription === false) {
      report({
        message: {
          en: 'quant_method ascend needs quant_model_description.json beside the weights, and there is none: vllm-ascend cannot tell which layers are quantised.',
          zh: 'quant_method 为 ascend 时，权重目录中必须有 quant_model_description.json，但此处没有：vllm-ascend 无法判断哪些层被量化。',
        },
        advice: {
          en: 'Copy the file that msModelSlim wrote, or quantise again.',
          zh: '请拷入 msModelSlim 生成的该文件，或重新量化。',
        },
        evidence,
        verdict: 'unsupported',
        span,
      });
    }
    if (hasQuantizationDescription !== true) return;
    if (route !== 'vllm-ascend') {
      report({
        message: {
          en: `The weights beside this file are msModelSlim's (quant_model_description.json): ${route} does not load them.`,
          zh: `该目录中的权重由 msModelSlim 量化（存在 quant_model_description.json）：${route} 无法加载。`,
        },
        advice: { en: 'Use the original checkpoint there.', zh: '在该目标上请使用原始权重。' },
        evidence,
        verdict: 'unsupported',
        span,
      });
    } else if (quantization === undefined) {
      report({
        message: {
          en: "The weights are msModelSlim's, and config.json does not say so: vllm-ascend reads them as 16-bit weights unless it is told.",
          zh: '该目录的权重由 msModelSlim 量化，但 config.json 未注明：若不指定，vllm-ascend 会按 16 位权重加载。',
        },
        advice: { en: 'Start it with --quantization ascend.', zh: '启动时请加 --quantization ascend。' },
        evidence,
        verdict: 'limited',
        severity: 'information',
        span,
      });
    }
  },
};
