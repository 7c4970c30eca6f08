import type { CheckpointRule } from '../../../../core/model';
import { placeOf } from '../place';
import en from './en.md';
import zh from './zh-cn.md';

/** Usual sizes of tensor parallelism that the model and the route's software do not allow. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: 'llm/tensor-parallel',
  severity: 'information',
  title: { en: 'Tensor-parallel sizes that do not work', zh: '不可用的张量并行度' },
  documentation: { en, zh },
  check({ facts, route, tensorRefusals, report }) {
    const refused = [...tensorRefusals].filter(([, refusals]) => refusals.length > 0);
    const allowed = [1, ...[...tensorRefusals.keys()].filter((size) => tensorRefusals.get(size)?.length === 0)];
    const [, [first] = []] = refused[0] ?? [];
    if (first === undefined) return;
    const sizes = (list: readonly number[], separator: string) => list.join(separator);
    const wrong = refused.map(([size]) => size);
    report({
      message: {
        en: `Of the usual tensor-parallel sizes ${route} runs this model with ${sizes(allowed, ', ')}, not with ${sizes(wrong, ', ')}. ${first.message.en}`,
        zh: `在常用的张量并行度中，${route} 可用 ${sizes(allowed, '、')}，不可用 ${sizes(wrong, '、')}。${first.message.zh}`,
      },
      advice: first.instead,
      evidence: refused.flatMap(([, refusals]) => refusals.flatMap(({ evidence }) => evidence)).filter(isFirst),
      verdict: 'limited',
      span: placeOf(facts, 'num_attention_heads'),
    });
  },
};

function isFirst(one: { readonly where: string }, index: number, all: readonly { readonly where: string }[]): boolean {
  return all.findIndex(({ where }) => where === one.where) === index;
}
