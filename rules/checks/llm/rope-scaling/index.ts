import type { CheckpointRule } from '../../../../core/model';
import { vllmTpu } from '../../sources';
import { runsDeepSeekClass } from '../deepseek-class';
import en from './en.md';
import zh from './zh-cn.md';

/** A scaling of rotary positions that the route's software replaces by another one. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: 'llm/rope-scaling',
  severity: 'silent',
  title: { en: 'Rotary positions scaled in another way', zh: '旋转位置编码的缩放方式被替换' },
  documentation: { en, zh },
  check({ facts, route, report }) {
    const scaling = facts.config.object('rope_scaling');
    if (route !== 'vllm-tpu' || scaling === undefined || !runsDeepSeekClass(facts)) return;
    const key = scaling.spelling('rope_type', 'type');
    const type = key && scaling.text(key);
    if (key === undefined || type === undefined || ['yarn', 'deepseek_yarn'].includes(type)) return;
    report({
      message: {
        en: `vllm-tpu's DeepSeek model takes every rope_scaling for DeepSeek's YaRN: ${type} is not computed, and positions turn by other angles than in training.`,
        zh: `vllm-tpu 的 DeepSeek 模型会把任何 rope_scaling 都当作 DeepSeek 的 YaRN：${type} 不会被执行，位置编码的角度与训练时不同。`,
      },
      advice: {
        en: 'Use a checkpoint with YaRN, or leave rope_scaling away and stay within the original context.',
        zh: '请使用采用 YaRN 的权重；或去掉 rope_scaling，并将上下文限制在原始长度内。',
      },
      evidence: [vllmTpu('vllm_tpu/models/soph_deepseek_v3.py:144-146: rope_type is set to deepseek_yarn')],
      verdict: 'silent',
      span: scaling.valueSpan(key),
    });
  },
};
