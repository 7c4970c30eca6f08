import type { CallFact, Localized, ScriptRule, ScriptRuleContext } from '../../../../core/model';
import { callIndex } from '../../scripts/call-index';
import {
  type DeviceStringUse,
  deviceStringFixes,
  deviceStringsAbout,
  isAutocastState,
  isTranslated,
} from '../../scripts/device-strings';
import { callsNamed, namesLike } from '../../scripts/named-facts';
import en from './en.md';
import zh from './zh-cn.md';

/** Mixed precision for a device type that the target does not have, or on a target where it casts nothing. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/autocast-device',
  severity: 'silent',
  coveredByGuard: true,
  title: { en: 'Mixed precision for CUDA', zh: '仅针对 CUDA 的混合精度' },
  documentation: { en, zh },
  check(context) {
    const { facts, table, shim, shimTable, report } = context;
    const told = new Set<number>();
    for (const use of deviceStringsAbout(facts, 'autocast')) {
      // transfer_to_npu translates the device in autocast's constructor, by keyword and by position.
      if (shimTable !== undefined && isTranslated(use.sink, shimTable, table)) continue;
      told.add(use.sink.span.start);
      if (table.cudaApi('torch.cuda.amp.autocast')?.support === 'different' && isSwitchedOff(use, context)) continue;
      reportDevice(use, context);
    }
    const castsNothing = table.cudaApi('torch.cuda.amp.autocast');
    if (castsNothing?.support !== 'different' || castsNothing.note === undefined) return;
    for (const call of callsNamed(facts, isAutocast)) {
      const device = deviceOf(call);
      if (device?.value.constant === 'cpu' || (device && told.has(device.valueSpan.start))) continue;
      // Where nothing is to be cast, nothing is missed.
      if (isOff(call)) continue;
      report({
        at: call,
        span: call.calleeSpan,
        severity: 'warning',
        verdict: 'silent',
        message: castsNothing.note,
        advice: {
          en: `Convert the module and its inputs by .half() or .bfloat16()${shim === 'none' ? '' : '; the shim does not change this'}.`,
          zh: `请用 .half() 或 .bfloat16() 转换模块与输入${shim === 'none' ? '' : '；适配层不改变这一点'}。`,
        },
        evidence: castsNothing.evidence,
      });
    }
  },
};

/** `torch.autocast("cuda", enabled=False)`: a region that is to compute in full precision. */
function isSwitchedOff({ sink }: DeviceStringUse, { facts }: ScriptRuleContext): boolean {
  const call = callIndex(facts).withArgumentEndingAt(sink.span.end);
  if (call !== undefined) return isOff(call);
  // A function of the workspace hands both on.
  const rest = facts.text.slice(sink.span.end, sink.span.end + 40);
  return sink.through !== undefined && /^\s*,\s*enabled\s*=\s*False\s*[,)]/.test(rest);
}

function isOff({ arguments: passed }: CallFact): boolean {
  return passed.some(({ keyword, value }) => keyword === 'enabled' && value.constant === false);
}

function deviceOf({ arguments: passed }: CallFact) {
  return passed.find(({ keyword, splat }, index) => !splat && (keyword === 'device_type' || (index === 0 && !keyword)));
}

function reportDevice(use: DeviceStringUse, context: ScriptRuleContext): void {
  const { table, report } = context;
  const amp = table.cudaApi('torch.cuda.amp.autocast');
  const name = use.sink.name.replace(/^torch\./, '');
  const castsNothing = amp?.support === 'different' ? amp.note : undefined;
  report({
    at: use.at,
    severity: /autocast$/.test(name) ? 'silent' : 'warning',
    verdict: 'silent',
    message: messageOf(use, name, context),
    advice: castsNothing ?? {
      en: `Name the device that the script has chosen; on this target its type is "${table.device.type}".`,
      zh: `请传入脚本已选定的设备；该设备的类型名为 "${table.device.type}"。`,
    },
    evidence: [...(amp?.withoutCuda?.evidence ?? []), ...(amp?.evidence ?? [])],
    fixes: deviceStringFixes(use, context),
  });
}

function messageOf(use: DeviceStringUse, name: string, context: ScriptRuleContext): Localized {
  const { id } = context.target;
  if (/custom_(fwd|bwd)$/.test(name)) {
    const decorator = `amp.${name.split('.').at(-1)}`;
    return {
      en: `${decorator} for "cuda" does nothing on ${id}: the backward pass does not take over the forward pass's autocast.`,
      zh: `面向 "cuda" 的 ${decorator} 在 ${id} 上不起作用：反向不会沿用前向的 autocast 状态。`,
    };
  }
  if (isSwitchedOff(use, context)) {
    return {
      en: `This switches autocast off for "cuda" only: on ${id} an autocast of the target's own stays on in here.`,
      zh: `此处只关闭 "cuda" 的 autocast：在 ${id} 上，目标设备自身的 autocast 在该区域内仍然开启。`,
    };
  }
  return isAutocastState(name)
    ? {
        en: `${name} is about "cuda": on ${id} the autocast that is in use is another one.`,
        zh: `${name} 针对的是 "cuda"：在 ${id} 上实际使用的是另一设备的 autocast。`,
      }
    : {
        en: `${name} is asked for "cuda": on ${id} PyTorch warns once, switches it off, and computes in the types of the inputs.`,
        zh: `${name} 指定了 "cuda"：在 ${id} 上 PyTorch 仅告警一次并将其关闭，之后按输入原有类型计算。`,
      };
}

const isAutocast = namesLike(/^torch\.(amp\.)?autocast$/);
