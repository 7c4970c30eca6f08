import type { CheckpointRule } from '../../../../core/model';
import { weightsPlace } from '../place';
import { reportRefusals } from '../refusals';
import en from './en.md';
import zh from './zh-cn.md';

/** Weights in a number format that the chip has no arithmetic for, or that the route's software does not load. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: 'llm/unsupported-weights',
  severity: 'error',
  title: { en: 'Weights in a format that does not run there', zh: '目标不支持的权重格式' },
  documentation: { en, zh },
  check(context) {
    // A method that is not known at all is told by llm/unsupported-quantization.
    if (context.refusals.some(({ subject }) => subject === 'quantization')) return;
    reportRefusals(context, ['weights'], weightsPlace(context.facts));
  },
};
