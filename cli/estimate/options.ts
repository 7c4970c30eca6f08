import type { Option } from '../arguments/option';

const count = (name: string, en: string, zh: string): Option => ({ name, value: 'N', text: { en, zh } });

/** Options of `portolan estimate` beside those that other commands share. */
export const estimateOptions: readonly Option[] = [
  {
    name: 'compare',
    value: 'TARGET,…',
    list: 'commas',
    text: { en: 'Targets side by side, with ratios to the first', zh: '并列对比多个目标，比值以第一个为准' },
  },
  count(
    'devices',
    'How many devices (chips); by default as few as the model needs',
    '设备（芯片）数；默认取能放下模型的最少数量',
  ),
  count('tp', 'Tensor parallelism', '张量并行度'),
  count('pp', 'Pipeline stages', '流水线并行级数'),
  count('ep', 'Devices that the experts are spread over', '专家并行度'),
  count('dp', 'Replicas of attention', '数据并行（注意力副本）数'),
  {
    name: 'weights',
    value: 'fp8|bf16|int8|w4|w4-experts',
    choices: ['fp8', 'bf16', 'int8', 'w4', 'w4-experts'],
    text: {
      en: 'How the weights are deployed; by default as the checkpoint has them, or the nearest that the chip computes',
      zh: '权重的部署格式；默认与权重文件一致，芯片不支持时取最接近的格式',
    },
  },
  {
    name: 'kv',
    value: 'bf16|fp8|int8',
    choices: ['bf16', 'fp8', 'int8'],
    text: { en: 'Number format of the KV cache; bf16 by default', zh: 'KV cache 的数据类型；默认 bf16' },
  },
  count('prompt', 'Tokens of a prompt; 1024 by default', '提示词的 token 数；默认 1024'),
  count('output', 'Tokens that are written; 1024 by default', '输出的 token 数；默认 1024'),
  count('concurrency', 'Requests at once, over all devices; 16 by default', '全部设备上的并发请求数；默认 16'),
  count(
    'batch',
    'One decode step of so many sequences, without prefill (with --context)',
    '只估算这么多序列的单步解码，不含预填充（与 --context 同用）',
  ),
  count('context', 'Tokens of context in that step', '该步的上下文 token 数'),
  { name: 'max-tpot', value: 'MS', text: { en: 'Longest time per token, ms', zh: 'TPOT 上限，毫秒' } },
  { name: 'max-ttft', value: 'MS', text: { en: 'Longest time to the first token, ms', zh: 'TTFT 上限，毫秒' } },
  {
    name: 'sweep',
    text: {
      en: 'The Pareto front: throughput per device against speed per user',
      zh: 'Pareto 前沿：单设备吞吐与单用户速度的取舍',
    },
  },
  { name: 'eager', text: { en: 'The runtime replays no graphs', zh: '运行时不使用图模式' } },
];
