import type { Localized, ScriptRule, ScriptRuleContext } from '../../../../core/model';
import { callsNamed } from '../../scripts/named-facts';
import en from './en.md';
import { findingOf, findingOfSetting } from './finding';
import { isCommandLine, isTrainer, named, requestOf, requestOfDefaults } from './request';
import zh from './zh-cn.md';

/** A trainer of Lightning goes to CUDA, or to the CPU where it finds none: it knows no accelerator of these targets. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/lightning-trainer',
  severity: 'error',
  coveredByGuard: true,
  kinds: ['python', 'notebook', 'yaml'],
  title: { en: 'A trainer of Lightning for CUDA', zh: '面向 CUDA 的 Lightning Trainer' },
  documentation: { en, zh },
  check(context) {
    const { facts, target, shimTable, report } = context;
    // Lightning asks torch.cuda, which a shim answers for: what it makes of the answers is not known.
    if (shimTable !== undefined) return;
    const advice = adviceOf(context);
    for (const call of callsNamed(facts, isTrainer)) {
      const request = requestOf(call, facts);
      if (request !== undefined) report({ at: call, ...findingOf(request, call, target.id), advice });
    }
    for (const call of callsNamed(facts, isCommandLine)) {
      const request = requestOfDefaults(call);
      if (request === undefined) continue;
      // Defaults can be overruled on the command line.
      report({ at: call, ...findingOf(request, call, target.id), severity: 'warning', advice });
    }
    for (const setting of facts.settings ?? []) {
      if (facts.kind !== 'yaml' || setting.keys.at(-1) !== named) continue;
      report({ at: setting, ...findingOfSetting(setting, target.id), advice });
    }
  },
};

function adviceOf({ table: { device } }: ScriptRuleContext): Localized {
  const { type, namespace } = device;
  return {
    en: `Write an Accelerator of your own on ${namespace}, as Lightning documents (an experimental interface), and pass an instance: accelerator=MyAccelerator(). With a single device pass strategy=SingleDeviceStrategy(device=torch.device("${type}:0")) as well: Lightning's own choice is the CPU.`,
    zh: `请按 Lightning 文档（实验性接口）基于 ${namespace} 实现自己的 Accelerator，并传入实例：accelerator=MyAccelerator()。单设备时还需传入 strategy=SingleDeviceStrategy(device=torch.device("${type}:0"))，否则 Lightning 会选择 CPU。`,
  };
}
