import type { CheckpointRule } from '../../../../core/model';
import { placeOf } from '../place';
import { reportRefusals } from '../refusals';
import en from './en.md';
import zh from './zh-cn.md';

/** A checkpoint that asks for a KV cache in a format that the route does not store. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: 'llm/kv-cache-type',
  severity: 'error',
  title: { en: 'A KV cache format that the route refuses', zh: '路线不支持的 KV cache 格式' },
  documentation: { en, zh },
  check(context) {
    const { cache } = context.facts;
    if (cache !== undefined) reportRefusals(context, ['cache'], cache.span ?? placeOf(context.facts));
  },
};
