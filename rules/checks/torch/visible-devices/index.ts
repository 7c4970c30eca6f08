import type { ScriptRule } from '../../../../core/model';
import { setBoth, setsTargetToo } from '../../scripts/environment-edits';
import en from './en.md';
import zh from './zh-cn.md';

/** CUDA_VISIBLE_DEVICES and NVIDIA_VISIBLE_DEVICES: which devices a process may use. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/visible-devices',
  severity: 'warning',
  kinds: ['python', 'notebook', 'shell', 'dockerfile', 'yaml'],
  title: { en: "NVIDIA's list of visible devices", zh: 'NVIDIA 的可见设备列表' },
  documentation: { en, zh },
  check({ facts, target, table, report }) {
    for (const fact of facts.environment) {
      if (!/_VISIBLE_DEVICES$/.test(fact.variable)) continue;
      const row = table.environmentVariable(fact.variable);
      if (row === undefined || setsTargetToo(row, facts)) continue;
      report({
        at: fact,
        span: fact.nameSpan,
        severity: fact.use === 'write' ? 'warning' : 'information',
        verdict: 'limited',
        message:
          fact.use === 'write'
            ? {
                en: `Nothing on ${target.id} reads ${fact.variable}: the process sees every device, or those that another variable lists.`,
                zh: `${target.id} 上没有程序读取 ${fact.variable}：进程会看到所有设备，或由其他变量限定的设备。`,
              }
            : {
                en: `${fact.variable} says nothing about the devices of ${target.id}.`,
                zh: `${fact.variable} 与 ${target.id} 的设备无关。`,
              },
        advice: {
          en: `${row.replacement === undefined ? 'It has no counterpart.' : `Here it is ${row.replacement}.`}${row.note ? ` ${row.note.en}` : ''}`,
          zh: `${row.replacement === undefined ? '没有对应的变量。' : `对应的变量是 ${row.replacement}。`}${row.note?.zh ?? ''}`,
        },
        evidence: row.evidence,
        fixes: setBoth(fact, row, facts),
      });
    }
  },
};
