import type { CallFact, Fix, MigrationTable, ScriptFacts, ScriptRule } from '../../../../core/model';
import { replacement, targetImport } from '../../scripts/edits';
import en from './en.md';
import zh from './zh-cn.md';

/** `.cuda()` of a tensor or module: the method that moves it to a GPU, and to nothing else. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/cuda-call',
  severity: 'error',
  coveredByGuard: true,
  title: { en: '.cuda() moves to a GPU that is not there', zh: '.cuda() 只能迁移到 CUDA 设备' },
  documentation: { en, zh },
  check({ facts, target, table, shimTable, report }) {
    const { type, module, evidence } = table.device;
    for (const call of facts.calls) {
      const owner = /^(torch\.Tensor|torch\.nn\.Module|\?)\.cuda$/.exec(call.name)?.[1];
      if (owner === undefined || call.receiver === undefined) continue;
      if (shimTable !== undefined && table.isPatched(shimTable, `${owner === '?' ? 'torch.Tensor' : owner}.cuda`))
        continue;
      report({
        at: call,
        span: call.nameSpan,
        verdict: 'unsupported',
        message: {
          en: `.cuda() asks for a CUDA device: on ${target.id} it raises "Torch not compiled with CUDA enabled".`,
          zh: `.cuda() 要求 CUDA 设备：在 ${target.id} 上会抛出 “Torch not compiled with CUDA enabled”。`,
        },
        advice: {
          en: `Write .to(device) with a device that is chosen once, or .${type}() after importing ${module}.`,
          zh: `改用 .to(device)（device 统一选定一次），或在导入 ${module} 后改用 .${type}()。`,
        },
        evidence,
        fixes: [targetMethod(call, facts, table)],
      });
    }
  },
};

/** `x.cuda(0)` -> `x.npu(0)`: the vendor's method takes the same arguments. */
function targetMethod(call: CallFact, facts: ScriptFacts, table: MigrationTable): Fix {
  const { type } = table.device;
  return {
    kind: 'review',
    title: { en: `Call .${type}() instead`, zh: `改为调用 .${type}()` },
    edits: [replacement(call.nameSpan, type), ...targetImport(facts, table)],
  };
}
