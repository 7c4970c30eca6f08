import type { CheckpointRule } from '../../../../core/model';
import { vllmTpu } from '../../sources';
import en from './en.md';
import zh from './zh-cn.md';

/** A window of attention that is shorter than the context, on a route without a kernel for windows. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: 'llm/sliding-window',
  severity: 'warning',
  title: { en: 'A sliding window that limits the context', zh: '限制上下文长度的滑动窗口' },
  documentation: { en, zh },
  check({ facts, route, report }) {
    const { config } = facts;
    const window = config.count('sliding_window');
    const context = config.count('max_position_embeddings');
    if (route !== 'vllm-tpu' || facts.model === undefined || !window || config.flag('use_sliding_window') === false)
      return;
    if (context !== undefined && context <= window) return;
    report({
      message: {
        en: `vllm-tpu has no kernel for sliding windows: a request that grows beyond ${window} tokens of context stops the engine with an assertion.`,
        zh: `vllm-tpu 没有滑动窗口的算子：请求的上下文一旦超过 ${window} 个 token，引擎会断言失败并退出。`,
      },
      advice: {
        en: `Start it with --max-model-len ${window}.`,
        zh: `启动时请加 --max-model-len ${window}。`,
      },
      evidence: [vllmTpu('vllm_tpu/attention/attention.py:355-362')],
      verdict: 'limited',
      span: config.valueSpan('sliding_window'),
    });
  },
};
