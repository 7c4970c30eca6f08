import type { CheckpointRule } from '../../../../core/model';
import { placeOf } from '../place';
import { documentedLength } from './documented-lengths';
import en from './en.md';
import zh from './zh-cn.md';

/** A context longer than the route documents for the model, or longer than the least plan's memory holds. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: 'llm/context-length',
  severity: 'information',
  title: { en: 'A context longer than the route or the memory allows', zh: '上下文长度超出路线或显存的限制' },
  documentation: { en, zh },
  check({ facts, target, chip, route, placement, report }) {
    const context = facts.model?.maxContext;
    if (context === undefined) return;
    const span = placeOf(facts, 'max_position_embeddings', 'max_seq_len');
    const documented = documentedLength(facts, route, chip.family);
    if (documented !== undefined && documented.tokens < context) {
      report({
        message: {
          en: `The model allows ${context} tokens of context; ${route} documents up to ${documented.tokens} on ${chip.name}.`,
          zh: `模型允许 ${context} 个 token 的上下文；${route} 文档中在 ${chip.name} 上的上限为 ${documented.tokens}。`,
        },
        advice: {
          en: `Start it with --max-model-len ${documented.tokens}.`,
          zh: `启动时请加 --max-model-len ${documented.tokens}。`,
        },
        evidence: documented.evidence,
        verdict: 'limited',
        span,
      });
    }
    const found = placement();
    if (found === undefined || found.fit === 'no' || found.maxContext >= context) return;
    const held = {
      en: `On the least number of devices (${found.devices}) the memory holds ${found.maxContext} tokens of context in all, less than the ${context} that the model allows`,
      zh: `在最少的设备数（${found.devices} 个）下，显存总共只能容纳 ${found.maxContext} 个 token 的上下文，少于模型允许的 ${context}`,
    };
    const isExported = route === 'llm-tpu';
    report({
      message: isExported
        ? { en: `${held.en}.`, zh: `${held.zh}。` }
        : {
            en: `${held.en}: vLLM refuses to start without a limit.`,
            zh: `${held.zh}：不加限制时 vLLM 会拒绝启动。`,
          },
      advice: isExported
        ? {
            en: `Convert it with -s of what you need, ${found.maxContext} at most, or take more devices.`,
            zh: `转换时请将 -s 设为实际需要的长度（不超过 ${found.maxContext}），或增加设备。`,
          }
        : {
            en: `Set --max-model-len to what you need, ${found.maxContext} at most, or take more devices.`,
            zh: `请按需设置 --max-model-len（不超过 ${found.maxContext}），或增加设备。`,
          },
      evidence: target.memoryBytes?.evidence ?? target.evidence,
      verdict: 'limited',
      span,
    });
  },
};
