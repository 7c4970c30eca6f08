import type { ScriptRule } from '../../../../core/model';
import { callsAndDecorators } from '../../scripts/decorated-call';
import en from './en.md';
import zh from './zh-cn.md';

/** TorchScript under a shim that switches it off. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/jit-script',
  severity: 'warning',
  title: { en: 'TorchScript that the shim switches off', zh: '被适配层关闭的 TorchScript' },
  documentation: { en, zh },
  check({ facts, target, shim, shimTable, report }) {
    const broken = shimTable?.breaks.find(({ id }) => id === 'jit-script');
    if (broken === undefined) return;
    for (const call of callsAndDecorators(facts, (name) => broken.apis.includes(name))) {
      report({
        at: call,
        span: call.calleeSpan,
        verdict: 'silent',
        message: {
          en: `${call.name} on ${target.id}: ${broken.message.en}`,
          zh: `在 ${target.id} 上使用 ${call.name}：${broken.message.zh}`,
        },
        advice: {
          en: `The code runs as Python, and .save(), .graph and .code of the result are missing. Where you need them, migrate without ${shim} (the GPU2Ascend tool rewrites the source).`,
          zh: `代码会以普通 Python 方式执行，且结果没有 .save()、.graph、.code。若需要这些能力，请不要使用 ${shim}（可用 GPU2Ascend 工具改写源码）。`,
        },
        evidence: broken.evidence,
      });
    }
  },
};
