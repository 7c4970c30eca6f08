import type { Localized } from '../../core/model';

/** A class of rows, with what its median error must not exceed. */
export interface RowClass {
  readonly id: string;
  readonly name: Localized;
  readonly bar: number | undefined;
}

export const classes: readonly RowClass[] = [
  { id: 'dense', name: { en: 'Dense, NVIDIA', zh: '稠密模型，NVIDIA' }, bar: 0.1 },
  { id: 'mixture', name: { en: 'Mixture of experts, NVIDIA', zh: 'MoE，NVIDIA' }, bar: 0.16 },
  { id: 'large-expert', name: { en: 'DeepSeek, large expert parallelism', zh: 'DeepSeek 大规模专家并行' }, bar: 0.15 },
  { id: 'ascend', name: { en: 'Ascend, graph mode', zh: '昇腾，图模式' }, bar: 0.2 },
  { id: 'ascend eager', name: { en: 'Ascend, without graphs', zh: '昇腾，非图模式' }, bar: undefined },
  { id: 'sophgo first', name: { en: 'Sophgo, first token', zh: '算能，首 token' }, bar: undefined },
  { id: 'sophgo', name: { en: 'Sophgo, decode', zh: '算能，解码' }, bar: 0.12 },
];

export function classNamed(id: string): RowClass {
  return classes.find((one) => one.id === id)!;
}
