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
    const allowed = [...tensorRefusals.keys()].filter((size) => tensorRefusals.get(size)?.length === 0);
    const [[smallest, [first] = []] = [0]] = refused;
    // Heads of which 16 devices cannot have an equal share are the rule; within a server they are worth a word.
    if (first === undefined || smallest > 8) return;
    const wrong = refused.map(([size]) => size);
    report({
      message:
        allowed.length === 0
          ? {
              en: `${route} runs this model with none of the usual tensor-parallel sizes. ${first.message.en}`,
              zh: `常用的张量并行度在 ${route} 上均不可用。${first.message.zh}`,
            }
          : {
              en: `Of the usual tensor-parallel sizes ${route} runs this model with ${allowed.join(', ')}, not with ${wrong.join(', ')}. ${first.message.en}`,
              zh: `在常用的张量并行度中，${route} 可用 ${allowed.join('、')}，不可用 ${wrong.join('、')}。${first.message.zh}`,
            },
      severity: allowed.length === 0 ? 'warning' : 'information',
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
