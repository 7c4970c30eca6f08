import type { DtypeSupport, ScriptFacts, ScriptRule, ScriptRuleContext, SettingFact } from '../../../../core/model';
import { severityOfVerdict } from '../../scripts/verdict-severity';
import { reportOptimizer } from './deepspeed-optimizer';
import en from './en.md';
import { deepSpeed, settingAt, shownSetting } from './setting';
import zh from './zh-cn.md';

/** Settings of DeepSpeed's JSON and of accelerate's YAML that ask for what the target lacks. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/training-config',
  severity: 'error',
  kinds: ['deepspeed', 'yaml', 'python', 'notebook'],
  title: { en: 'A setting of DeepSpeed or accelerate', zh: 'DeepSpeed 或 accelerate 的配置项' },
  documentation: { en, zh },
  check(context) {
    const settings = context.facts.settings ?? [];
    if (context.facts.kind === 'yaml') {
      const precision = settings.find(({ keys }) => keys.length === 1 && keys[0] === 'mixed_precision');
      const dtype = precision && ofAccelerate[String(precision.value)];
      if (precision && dtype) reportPrecision(precision, dtype, context);
      return;
    }
    const once = toldOncePerPlace(context);
    for (const config of byConfiguration(settings)) checkDeepSpeed(config, once);
  },
};

/** A file in JSON is one configuration, a script may have several. */
function byConfiguration(settings: readonly SettingFact[]): Iterable<readonly SettingFact[]> {
  const found = new Map<number | undefined, SettingFact[]>();
  for (const setting of settings) {
    const start = setting.config?.start;
    const config = found.get(start);
    if (config === undefined) found.set(start, [setting]);
    else config.push(setting);
  }
  return found.values();
}

/** Configurations in Python may have a part in common. */
function toldOncePerPlace(context: ScriptRuleContext): ScriptRuleContext {
  const told = new Set<number>();
  return {
    ...context,
    report(finding) {
      const { start } = finding.at.span;
      if (!told.has(start)) context.report(finding);
      told.add(start);
    },
  };
}

/** Scripts shard a model for inference as well, which reduces no gradients; of a file in JSON it is not known. */
function trains(settings: readonly SettingFact[], { kind, text }: ScriptFacts): boolean {
  const isScript = kind === 'python' || kind === 'notebook';
  return !isScript || settings.some(({ keys }) => keys[0] === 'optimizer') || /\.backward\(|Trainer\b/.test(text);
}

function checkDeepSpeed(settings: readonly SettingFact[], context: ScriptRuleContext): void {
  const bf16 = settingAt(settings, 'bf16', 'enabled') ?? settingAt(settings, 'bfloat16', 'enabled');
  if (bf16?.value === true) reportPrecision(bf16, 'bfloat16', context);
  reportAmp(settingAt(settings, 'amp', 'enabled'), context);
  if (trains(settings, context.facts)) reportStage(settingAt(settings, 'zero_optimization', 'stage'), context);
  reportOptimizer(settings, context);
}

/** What accelerate computes in. */
const ofAccelerate: Readonly<Record<string, string>> = { bf16: 'bfloat16', fp8: 'float8_e4m3fn' };

function reportPrecision(setting: SettingFact, dtype: string, context: ScriptRuleContext): void {
  const { target, chip, table, facts, report } = context;
  const support: DtypeSupport | undefined = table.dtype(dtype, chip.family);
  if (support === undefined || support.verdict === 'native') return;
  const shown = shownSetting(setting, facts);
  report({
    at: setting,
    severity: severityOfVerdict(support.verdict),
    verdict: support.verdict,
    message: {
      en: `${shown} on ${target.id}: ${support.message.en}`,
      zh: `在 ${target.id} 上设置 ${shown}：${support.message.zh}`,
    },
    advice: support.advice,
    evidence: support.evidence,
  });
}

/** `"amp": {"enabled": true}` is NVIDIA's apex. */
function reportAmp(setting: SettingFact | undefined, { table, target, report }: ScriptRuleContext): void {
  const apex = table.library('apex');
  if (setting?.value !== true || apex === undefined || apex.status === 'works') return;
  const isAdapted = apex.status === 'adapted';
  report({
    at: setting,
    severity: isAdapted ? 'warning' : 'error',
    verdict: isAdapted ? 'limited' : 'unsupported',
    message: isAdapted
      ? {
          en: `DeepSpeed takes "amp" from NVIDIA's apex, which on ${target.id} needs another edition: ${apex.replacement}.`,
          zh: `DeepSpeed 的 "amp" 来自 NVIDIA apex，在 ${target.id} 上需使用适配版本：${apex.replacement}。`,
        }
      : {
          en: `DeepSpeed takes "amp" from NVIDIA's apex, which does not build for ${target.id}: it ends with "Unable to import apex/amp".`,
          zh: `DeepSpeed 的 "amp" 来自 NVIDIA apex，无法在 ${target.id} 上构建：会以 "Unable to import apex/amp" 退出。`,
        },
    advice: {
      en: 'The settings "fp16" and "bf16" do without apex.',
      zh: '改用 "fp16" 或 "bf16" 配置，二者不依赖 apex。',
    },
    evidence: [...deepSpeed('deepspeed/runtime/engine.py, _configure_optimizer'), ...apex.evidence],
  });
}

/** Stage 3 shards parameters, and reduces gradients by reduce_scatter. */
function reportStage(setting: SettingFact | undefined, { table, target, report }: ScriptRuleContext): void {
  const collective = table.collective('reduce_scatter');
  const library = table.library('deepspeed');
  if (setting?.value !== 3 || collective?.verdict !== 'unsupported') return;
  const { backend } = table.device;
  report({
    at: setting,
    verdict: 'unsupported',
    message: {
      en: `ZeRO stage 3 reduces gradients by reduce_scatter, which "${backend}" on ${target.id} does not have.`,
      zh: `ZeRO stage 3 用 reduce_scatter 归约梯度，而 ${target.id} 的 "${backend}" 后端没有该操作。`,
    },
    advice: library?.note ?? collective.note,
    evidence: [...collective.evidence, ...(library?.evidence ?? [])],
  });
}
