import type { Localized, ScriptFacts, ScriptRule, ScriptRuleContext, Shim } from '../../../../core/model';
import { callIndex } from '../../scripts/call-index';
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
      const { isDefault } = use;
      if (isCompared(use, facts)) {
        reportComparison(use, context);
        continue;
      }
      report({
        at: use.at,
        severity: isDefault || use.sink.kind === 'default' ? 'warning' : 'error',
        verdict: 'unsupported',
        message: isDefault
          ? aboutDefault(use, facts, target.id)
          : aboutUse(use, textOf(facts, use.fact.span), target.id),
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
  // A name alone says what is meant, and not who needs it; of `?.to` nobody knows whose it is.
  if (!taker.includes('.') || taker.startsWith('.')) {
    return {
      en: `${text} names a CUDA device, which ${target} does not have.`,
      zh: `${text} 指定的是 CUDA 设备，而 ${target} 没有。`,
    };
  }
  if (sink.certainty !== 'proven') {
    return {
      en: `${text} asks ${taker} for a CUDA device, which ${target} does not have.`,
      zh: `${text} 要求 ${taker} 使用 CUDA 设备，而 ${target} 没有。`,
    };
  }
  const then = whatFails(taker);
  if (sink.through !== undefined) {
    return {
      en: `${sink.through} passes ${text} on to ${taker}: ${target} has no CUDA device, and ${then.en}.`,
      zh: `${sink.through} 会把 ${text} 传给 ${taker}：${target} 没有 CUDA 设备，${then.zh}。`,
    };
  }
  return {
    en: `${text} asks ${taker} for a CUDA device, which ${target} does not have: ${then.en}.`,
    zh: `${text} 要求 ${taker} 使用 CUDA 设备，而 ${target} 没有：${then.zh}。`,
  };
}

/** Without CUDA a device can be made; what is created on it fails. Groups and generators fail with words of their own. */
function whatFails(taker: string): Localized {
  if (/^torch\.(device|set_default_device)$/.test(taker)) {
    return {
      en: 'what is created on it or moved there raises "Torch not compiled with CUDA enabled"',
      zh: '在其上创建或移动数据时，PyTorch 会抛出 “Torch not compiled with CUDA enabled”',
    };
  }
  return /mesh|Generator$/i.test(taker)
    ? { en: 'PyTorch raises an error', zh: 'PyTorch 会抛出异常' }
    : {
        en: 'PyTorch raises "Torch not compiled with CUDA enabled"',
        zh: 'PyTorch 会抛出 “Torch not compiled with CUDA enabled”',
      };
}

function aboutDefault({ fact }: DeviceStringUse, facts: ScriptFacts, target: string): Localized {
  const text = textOf(facts, fact.span);
  // The parameter's name, where the text is one's default: `device: str = "cuda"`.
  const before = facts.text.slice(fact.statement.span.start, fact.span.start);
  const name = /(\w+)\s*(:[^=,\n]*)?=\s*([\w.]+\(\s*)?$/.exec(before)?.[1];
  const isParameter = name !== undefined && name !== 'default' && /\bdef\s/.test(before);
  return {
    en: `${isParameter ? `The default of ${name}` : 'The default device'} is ${text}: unless another one is named, the script asks for a device that ${target} does not have.`,
    zh: `${isParameter ? `${name} 的默认值` : '默认设备'}为 ${text}：若不另行指定，脚本会使用 ${target} 没有的设备。`,
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

/** `x.device != torch.device("cuda")`: the device is only compared with. */
function isCompared({ fact, sink }: DeviceStringUse, facts: ScriptFacts): boolean {
  const maker = sink.name === 'torch.device' ? callIndex(facts).withArgumentEndingAt(fact.span.end) : undefined;
  if (maker === undefined) return false;
  const { start, end } = maker.span;
  return /[=!]=\s*$/.test(facts.text.slice(start - 20, start)) || /^\s*[=!]=/.test(facts.text.slice(end, end + 20));
}

function reportComparison(use: DeviceStringUse, context: ScriptRuleContext): void {
  const { facts, target, table, report } = context;
  const text = textOf(facts, use.fact.span);
  report({
    at: use.at,
    severity: 'warning',
    verdict: 'limited',
    message: {
      en: `No device on ${target.id} equals torch.device(${text}): the answer is the same for every tensor.`,
      zh: `${target.id} 上没有设备等于 torch.device(${text})：对任何张量，比较结果都一样。`,
    },
    advice: {
      en: 'Compare with the device that the script has chosen.',
      zh: '请与脚本已选定的设备比较。',
    },
    evidence: table.device.evidence,
    fixes: deviceStringFixes(use, context),
  });
}
