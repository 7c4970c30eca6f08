import type { Localized, ScriptRule, ScriptRuleContext, Shim } from '../../../../core/model';
import {
  type DeviceStringUse,
  deviceStringFixes,
  deviceStringsAbout,
  isTranslated,
} from '../../scripts/device-strings';
import { textOf } from '../../scripts/edits';
import en from './en.md';
import zh from './zh-cn.md';

/** A text that names a CUDA device and reaches something that needs the device. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/cuda-device',
  severity: 'error',
  coveredByGuard: true,
  title: { en: 'A device that is called cuda', zh: '写死为 cuda 的设备名' },
  documentation: { en, zh },
  check(context) {
    const { facts, target, table, shimTable, report } = context;
    for (const use of deviceStringsAbout(facts, 'device')) {
      if (shimTable !== undefined && use.fact.sinks.every((sink) => isTranslated(sink, shimTable, table))) {
        reportOtherDevice(use, shimTable, context);
        continue;
      }
      const isDefault = use.sink.kind === 'default';
      report({
        at: use.at,
        severity: isDefault ? 'warning' : 'error',
        verdict: 'unsupported',
        message: isDefault ? aboutDefault(use, target.id) : aboutUse(use, textOf(facts, use.fact.span), target.id),
        advice: {
          en: `Choose the device in one place, by torch.accelerator or as an option of the script; on this target it is called ${table.device.type}.`,
          zh: `在一处统一选定设备（torch.accelerator 或脚本参数）；在该设备上名为 ${table.device.type}。`,
        },
        evidence: table.device.evidence,
        fixes: deviceStringFixes(use, context),
      });
    }
  },
};

function aboutUse({ sink }: DeviceStringUse, text: string, target: string): Localized {
  const taker = sink.name.replace(/^\?/, '');
  return {
    en: `${text} asks ${taker} for a CUDA device, which ${target} does not have: PyTorch raises "Torch not compiled with CUDA enabled".`,
    zh: `${text} 要求 ${taker} 使用 CUDA 设备，而 ${target} 没有：PyTorch 会抛出 “Torch not compiled with CUDA enabled”。`,
  };
}

function aboutDefault({ fact, sink }: DeviceStringUse, target: string): Localized {
  if (sink.name.endsWith('add_argument')) {
    return {
      en: `The default of the option is ${fact.text}: unless another device is named, the script asks for one that ${target} does not have.`,
      zh: `该选项的默认值为 ${fact.text}：若不另行指定，脚本会使用 ${target} 没有的设备。`,
    };
  }
  const name = sink.name.replace(/^.*\./, '');
  return {
    en: `The default of ${name} is ${fact.text}: unless another device is named, the script asks for one that ${target} does not have.`,
    zh: `${name} 的默认值为 ${fact.text}：若不另行指定，脚本会使用 ${target} 没有的设备。`,
  };
}

/** A shim that accepts no device but the process's own: `device="cuda:1"`. */
function reportOtherDevice({ fact, sink, at }: DeviceStringUse, shim: Shim, { report }: ScriptRuleContext): void {
  const broken = shim.breaks.find(({ id, apis }) => id === 'other-device' && apis.includes(sink.name));
  if (broken === undefined || !fact.text.includes(':')) return;
  report({
    at,
    severity: 'warning',
    verdict: 'limited',
    message: broken.message,
    advice: {
      en: 'Leave the index out, and choose the device once by set_device.',
      zh: '去掉设备编号，并用 set_device 统一选定设备。',
    },
    evidence: broken.evidence,
  });
}
