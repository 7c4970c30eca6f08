import type { ScriptRule } from '../../../../core/model';
import en from './en.md';
import zh from './zh-cn.md';

/** TODO: what the rule is about, and why it matters. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/onnx-export',
  severity: 'warning',
  title: { en: '', zh: '' },
  documentation: { en, zh },
  check({ facts, table, report }) {
    for (const call of facts.calls) {
      // TODO: what is wrong, why on this target, what to do; in both languages; with evidence and fixes.
      report({
        at: call,
        span: call.calleeSpan,
        message: { en: '', zh: '' },
        advice: { en: '', zh: '' },
        evidence: table.device.evidence,
      });
    }
  },
};
