import type { CheckpointRule } from '../../../../core/model';
import { placeOf } from '../place';
import { reportRefusals } from '../refusals';
import { classesOf } from './classes';
import en from './en.md';
import zh from './zh-cn.md';

/** A model that the route's software has no code for. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: 'llm/unsupported-architecture',
  severity: 'error',
  title: { en: 'An architecture that the route does not run', zh: '路线不支持的模型架构' },
  documentation: { en, zh },
  check(context) {
    const { facts, route, chip, report, refusals } = context;
    if (!facts.isLanguageModel) return;
    reportRefusals(context, ['architecture'], placeOf(facts, 'model_type'));
    if (refusals.some(({ subject }) => subject === 'architecture')) return;
    const known = classesOf(route, chip.family);
    const names = known?.by === 'class' ? (facts.config.texts('architectures') ?? []) : [facts.modelType ?? ''];
    const [name] = names;
    if (known === undefined || !name || names.some((one) => known.names.includes(one))) return;
    report({
      message: {
        en: `${known.software.en} does not list ${name}: ${known.consequence.en}`,
        zh: `${known.software.zh}未列出 ${name}：${known.consequence.zh}`,
      },
      advice: { en: `It lists ${known.names.join(', ')}.`, zh: `其支持列表为 ${known.names.join('、')}。` },
      evidence: known.evidence,
      verdict: 'unknown',
      severity: known.severity,
      span: placeOf(facts, known.by === 'class' ? 'architectures' : 'model_type'),
    });
  },
};
