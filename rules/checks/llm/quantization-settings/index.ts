import type { CheckpointRule } from '../../../../core/model';
import en from './en.md';
import { refusedSettings } from './refused-settings';
import zh from './zh-cn.md';

/** A method of quantisation that the route loads, with settings that it refuses. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: 'llm/quantization-settings',
  severity: 'error',
  title: { en: 'Quantisation settings that the route refuses', zh: '路线不接受的量化设置' },
  documentation: { en, zh },
  check({ facts, route, report }) {
    for (const { span, message, advice, evidence } of refusedSettings(facts, route)) {
      report({ message, advice, evidence, verdict: 'unsupported', span });
    }
  },
};
