import type { CheckpointRule } from '../../../../core/model';
import { placeOf } from '../place';
import en from './en.md';
import zh from './zh-cn.md';

/** A 16-bit format of the checkpoint that the chip has no arithmetic for. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: 'llm/unsupported-dtype',
  severity: 'error',
  title: { en: 'A 16-bit format that the chip lacks', zh: '芯片不支持的 16 位格式' },
  documentation: { en, zh },
  check({ facts, refusals, report }) {
    const { config } = facts;
    const key = config.spelling('torch_dtype', 'dtype');
    const isWritten = key !== undefined && config.text(key) === 'bfloat16';
    for (const { subject, message, instead, evidence } of refusals) {
      if (subject !== 'storage') continue;
      report({
        message,
        advice: instead,
        evidence,
        verdict: 'unsupported',
        span: isWritten ? config.valueSpan(key) : placeOf(facts, 'torch_dtype', 'dtype'),
        fixes: isWritten
          ? [
              {
                title: { en: 'Compute in float16', zh: '改用 float16' },
                kind: 'review',
                edits: [{ span: config.valueSpan(key), newText: '"float16"' }],
              },
            ]
          : [],
      });
    }
  },
};
