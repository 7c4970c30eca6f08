import type { CheckpointRule } from '../../../../core/model';
import { weightsPlace } from '../place';
import { reportRefusals } from '../refusals';
import en from './en.md';
import zh from './zh-cn.md';

/** A method of quantisation that the route's software does not load. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: 'llm/unsupported-quantization',
  severity: 'error',
  title: { en: 'A quantisation method that the route does not load', zh: '路线不支持的量化方法' },
  documentation: { en, zh },
  check(context) {
    reportRefusals(context, ['quantization'], weightsPlace(context.facts));
  },
};
