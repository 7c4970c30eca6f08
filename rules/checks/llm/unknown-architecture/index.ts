import type { CheckpointRule } from '../../../../core/model';
import { placeOf } from '../place';
import en from './en.md';
import zh from './zh-cn.md';

/** A language model whose parameters Portolan does not count: said, so that silence is not taken for approval. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: 'llm/unknown-architecture',
  severity: 'information',
  title: { en: 'An architecture that Portolan does not count', zh: 'Portolan 尚不支持估算的架构' },
  documentation: { en, zh },
  check({ facts, report }) {
    const { model, modelType, isLanguageModel } = facts;
    if (model !== undefined || !isLanguageModel) return;
    const name = modelType ?? facts.config.texts('architectures')?.[0] ?? '';
    report({
      message: {
        en: `The architecture ${name} is not one whose layers Portolan knows: parameters, memory and speed are not estimated, and limits that depend on them are not checked.`,
        zh: `Portolan 不了解 ${name} 架构的层结构：不会估算其参数量、显存与速度，也不检查与之相关的限制。`,
      },
      // It is about Portolan and the file, not about the target.
      evidence: [],
      verdict: 'unknown',
      span: placeOf(facts, 'model_type'),
    });
  },
};
