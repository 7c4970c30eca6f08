import type { ScriptRule } from '../../../../core/model';
import { setBoth, setsTargetToo } from '../../scripts/environment-edits';
import en from './en.md';
import zh from './zh-cn.md';

/** An environment variable that only CUDA, NCCL or PyTorch's CUDA backend reads. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/environment-variable',
  severity: 'information',
  kinds: ['python', 'notebook', 'shell', 'dockerfile', 'yaml'],
  title: { en: 'An environment variable of CUDA or NCCL', zh: 'CUDA 或 NCCL 的环境变量' },
  documentation: { en, zh },
  check({ facts, target, table, report }) {
    for (const fact of facts.environment) {
      if (/_VISIBLE_DEVICES$/.test(fact.variable)) continue;
      const row = table.environmentVariable(fact.variable);
      if (row === undefined || setsTargetToo(row, facts)) continue;
      report({
        at: fact,
        span: fact.nameSpan,
        severity: fact.use === 'write' && row.replacement !== undefined ? 'warning' : 'information',
        verdict: 'limited',
        message: {
          en: `${fact.variable} has no effect on ${target.id}${row.replacement === undefined ? '' : `; its counterpart is ${row.replacement}`}.`,
          zh: `${fact.variable} 在 ${target.id} 上不起作用${row.replacement === undefined ? '' : `，对应的变量是 ${row.replacement}`}。`,
        },
        advice: row.note,
        evidence: row.evidence,
        fixes: setBoth(fact, row, facts),
      });
    }
  },
};
