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
  {
    name: 'what-if',
    value: 'NAME=VALUE,…',
    list: 'commas',
    text: {
      en: 'Another constant, to see what depends on it: memory.efficiency=0.8, collective.floor=30us, link.bandwidth=50 …',
      zh: '修改某个常数以观察其影响：memory.efficiency=0.8、collective.floor=30us、link.bandwidth=50 等',
    },
  },
  count(
    'mtp',
    'Tokens that multi-token prediction drafts per step, 80 % of them accepted',
    '多 token 预测每步的草稿 token 数，按接受率 80% 计',
  ),
  {
    name: 'training',
    text: {
      en: 'Memory and time of training instead of serving (with --zero, --sequence, --micro-batch, --accumulation, --recompute)',
      zh: '估算训练而非推理的显存与时间（配合 --zero、--sequence、--micro-batch、--accumulation、--recompute）',
    },
  },
  {
    name: 'zero',
    value: '0|1|2|3',
    choices: ['0', '1', '2', '3'],
    text: { en: 'ZeRO stage of training; 1 by default, 3 is FSDP', zh: '训练的 ZeRO 阶段；默认 1，3 即 FSDP' },
  },
  count('sequence', 'Tokens of a training sequence; 4096 by default', '训练序列的 token 数；默认 4096'),
  count('micro-batch', 'Sequences of a rank at once; 1 by default', '每个 rank 同时处理的序列数；默认 1'),
  count('accumulation', 'Micro-batches of a step; 8 by default', '每步累积的微批次数；默认 8'),
  {
    name: 'recompute',
    value: 'none|selective|full',
    choices: ['none', 'selective', 'full'],
    text: { en: 'Activations that are computed again; selective by default', zh: '激活重计算方式；默认 selective' },
  },
  {
    name: 'optimizer',
    value: 'adam|adam-8bit|sgd-momentum',
    choices: ['adam', 'adam-8bit', 'sgd-momentum'],
    text: { en: 'Optimizer of training; adam by default', zh: '训练的优化器；默认 adam' },
  },
  { name: 'eager', text: { en: 'The runtime replays no graphs', zh: '运行时不使用图模式' } },
];
