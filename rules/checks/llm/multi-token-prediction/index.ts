import type { CheckpointRule } from '../../../../core/model';
import { placeOf } from '../place';
import { reportRefusals } from '../refusals';
import en from './en.md';
import zh from './zh-cn.md';

/** Prediction modules of a checkpoint that the route leaves unused: the model runs, without the speed they give. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: 'llm/multi-token-prediction',
  severity: 'information',
  title: { en: 'Prediction modules that are not used', zh: '不会被使用的多 token 预测模块' },
  documentation: { en, zh },
  check(context) {
    const { facts } = context;
    reportRefusals(context, ['draft'], placeOf(facts, 'num_nextn_predict_layers', 'n_mtp_layers'));
  },
};
