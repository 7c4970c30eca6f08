import {
  areAtLeast,
  type CallFact,
  type Evidence,
  type ScriptFacts,
  type ScriptRule,
  type ScriptRuleContext,
} from '../../../../core/model';
import { textOf } from '../../scripts/edits';
import { callsNamed, namesLike } from '../../scripts/named-facts';
import { releaseName } from '../../scripts/releases';
import en from './en.md';
import zh from './zh-cn.md';

/** The first release with torch.accelerator at all. */
const firstRelease = '2.6';
const ofModule: readonly Evidence[] = [
  { source: 'pytorch/pytorch', version: 'v2.6.0', where: 'torch/accelerator/__init__.py' },
];

const isPortable = namesLike(/^torch\.accelerator\./);

/** Code for any accelerator that asks for more than its PyTorch release, or the target's plugin, has. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/accelerator-api',
  severity: 'error',
  title: { en: 'torch.accelerator has no such function there', zh: 'torch.accelerator 中没有该函数' },
  documentation: { en, zh },
  check(context) {
    for (const call of callsNamed(context.facts, isPortable)) {
      if (!isAskedFor(call, context.facts)) reportTooOld(call, context) || reportRefused(call, context);
    }
  },
};

function reportTooOld(call: CallFact, context: ScriptRuleContext): boolean {
  const { table, torch, torchReleases, report } = context;
  const row = table.portable(call.name);
  const since = row?.since ?? firstRelease;
  if (areAtLeast(torchReleases, since) !== false) return false;
  const release = releaseName(context, torch);
  report({
    // Code for any accelerator is code for this one: nothing else handles it here.
    at: { ...call, ported: [] },
    span: call.calleeSpan,
    verdict: 'unsupported',
    message: {
      en: `PyTorch has ${call.name} from ${since} on, and the script runs on ${release.en}: it raises AttributeError, on every device.`,
      zh: `PyTorch ${since} 起才有 ${call.name}，而脚本使用 ${release.zh}：在任何设备上都会抛出 AttributeError。`,
    },
    advice: {
      en: `Raise the release, or ask hasattr(torch, "accelerator") first and call ${table.device.namespace} otherwise.`,
      zh: `请升级 PyTorch；或先用 hasattr(torch, "accelerator") 判断，否则调用 ${table.device.namespace}。`,
    },
    evidence: row?.evidence ?? ofModule,
  });
  return true;
}

/** What the vendor's table marks as not supported in the release. */
function reportRefused(call: CallFact, { table, chip, target, torch, report }: ScriptRuleContext): void {
  const row = table.inRelease(call.name, torch);
  if (row === undefined || (row.families?.[chip.family] ?? row.supported) !== false) return;
  const isDoubtful = chip.family === '950';
  const [first, last] = [row.torch[0], row.torch.at(-1)];
  const several = first !== last;
  report({
    at: { ...call, ported: [] },
    span: call.calleeSpan,
    severity: isDoubtful ? 'information' : 'warning',
    verdict: isDoubtful ? 'unknown' : 'unsupported',
    message: {
      en: `${call.name} on ${target.id}: the vendor's table for PyTorch ${several ? `${first} to ${last}` : first} marks it as not supported.`,
      zh: `在 ${target.id} 上调用 ${call.name}：厂商的 PyTorch ${several ? `${first}～${last}` : first} 支持列表标明不支持。`,
    },
    advice: {
      en: `Call what ${table.device.namespace} has for it.`,
      zh: `请改用 ${table.device.namespace} 的对应接口。`,
    },
    evidence: row.evidence,
  });
}

/** `if hasattr(torch, "accelerator"):` around it: where it is missing, it is not called. */
function isAskedFor({ span }: CallFact, facts: ScriptFacts): boolean {
  return facts.portedRegions.some(
    (region) =>
      region.span.start <= span.start &&
      span.end <= region.span.end &&
      /\bhasattr\(/.test(textOf(facts, { start: region.span.start, end: span.start })),
  );
}
