import type {
  DeviceComparisonFact,
  GuardFact,
  Localized,
  ReferenceFact,
  ScriptFacts,
  ScriptPlace,
  ScriptRule,
  ScriptRuleContext,
  TextSpan,
} from '../../../../core/model';
import { textOf } from '../../scripts/edits';
import { guardedCode, notRun, refusal } from '../../scripts/guarded-code';
import { namesLike, referencesNamed } from '../../scripts/named-facts';
import { checksRequest } from '../../scripts/request-check';
import en from './en.md';
import { alsoTarget, typeOfDevice, typeOfTensor } from './fixes';
import zh from './zh-cn.md';

/** A question whether a device is CUDA: on the target the answer is no, and what CUDA gets it does not. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/device-compare',
  severity: 'warning',
  title: { en: 'A comparison with cuda', zh: '与 cuda 的比较' },
  documentation: { en, zh },
  check(context) {
    const { facts, table, shimTable } = context;
    const told = new Set<number>();
    for (const comparison of facts.deviceComparisons) {
      // device in ("cuda", "cuda:0") is one question.
      if (comparison.about !== 'device' || told.has(comparison.span.start)) continue;
      if (comparison.operator !== 'match') told.add(comparison.span.start);
      if (namesTarget(comparison, facts, table.device.type) || isToldByGuard(comparison, context)) continue;
      if (shimTable !== undefined && !isOfTensor(comparison, facts)) continue;
      if (checksRequest(comparison.span, facts.text)) continue;
      if (assertion(comparison, facts) === 'holds' || choosesNothing(comparison, facts)) continue;
      reportComparison(comparison, context);
    }
    for (const reference of referencesNamed(facts, asksForCuda)) {
      if (reference.use !== 'load') continue;
      if (isToldByGuard(reference, context)) continue;
      if (shimTable !== undefined && table.isPatched(shimTable, 'torch.Tensor.is_cuda')) continue;
      reportIsCuda(reference, context);
    }
  },
};

/** What stands behind `torch.cuda.is_available()` is told there; behind another comparison it is a question of its own. */
function isToldByGuard({ guard }: ScriptPlace, { facts, shimTable }: ScriptRuleContext): boolean {
  return guard !== undefined && shimTable === undefined && facts.guards[guard]?.name === 'torch.cuda.is_available';
}

/** Whether the same test, or the statement that it stands in, asks for the target's device as well. */
function namesTarget({ span, statement }: DeviceComparisonFact, facts: ScriptFacts, type: string): boolean {
  const line = facts.text.indexOf('\n', span.end);
  const end = Math.min(statement.span.end, Math.max(span.end, line < 0 ? facts.text.length : line));
  return new RegExp(`\\b(is_)?${type}\\b`).test(facts.text.slice(statement.span.start, end));
}

/**
 * Under a shim the script goes on calling its device "cuda", and devices made from that name keep it; only what is read
 * from a tensor is the target's.
 */
function isOfTensor({ subject }: DeviceComparisonFact, facts: ScriptFacts): boolean {
  return /(?<![\w.])(?!(?:self|cls|args?|opts?|cfg|config|params?)\b)\w+\.device\b/.test(textOf(facts, subject.span));
}

/** `torch.float if device == "cuda" else torch.float`. */
function choosesNothing({ span }: DeviceComparisonFact, facts: ScriptFacts): boolean {
  const chosen = guardOf(span, facts);
  if (chosen?.form !== 'conditional' || chosen.body === undefined || chosen.alternative === undefined) return false;
  return textOf(facts, chosen.body) === textOf(facts, chosen.alternative);
}

function guardOf({ start, end }: TextSpan, { guards }: ScriptFacts): GuardFact | undefined {
  return guards.find(({ conditionSpan }) => conditionSpan.start === start && conditionSpan.end === end);
}

function isNegative({ operator }: DeviceComparisonFact): boolean {
  return operator === '!=' || operator === 'not in' || operator === 'is not';
}

function reportComparison(comparison: DeviceComparisonFact, context: ScriptRuleContext): void {
  const { facts, table, report } = context;
  const subject = textOf(facts, comparison.subject.span);
  report({
    at: comparison,
    span: comparison.operator === 'match' ? comparison.literalSpan : comparison.span,
    severity: assertion(comparison, facts) === 'fails' ? 'error' : 'warning',
    verdict: 'limited',
    message: messageOf(comparison, subject, context),
    advice: {
      en: `Ask for what you need instead: an accelerator (${subject} is not "cpu"), or "${table.device.type}" as well where the branch is ready for it.`,
      zh: `请改为判断真正需要的条件：是否为加速器（${subject} 不是 "cpu"）；若该分支已适配，也可同时接受 "${table.device.type}"。`,
    },
    evidence: table.device.evidence,
    fixes: typeOfDevice(comparison, context) ?? alsoTarget(comparison, context),
  });
}

function messageOf(comparison: DeviceComparisonFact, subject: string, context: ScriptRuleContext): Localized {
  const { facts, target, table } = context;
  const { type } = table.device;
  const literal = textOf(facts, comparison.literalSpan);
  const then =
    (assertion(comparison, facts) === 'fails' ? assertionFails : consequence(comparison.span, facts)) ??
    (isNegative(comparison) ? takenForAnother : leftOut);
  return isNegative(comparison)
    ? {
        en: `On ${target.id} ${subject} is "${type}", so the test against ${literal} holds: ${then.en}.`,
        zh: `在 ${target.id} 上 ${subject} 为 "${type}"，不等于 ${literal} 的条件成立：${then.zh}。`,
      }
    : {
        en: `On ${target.id} ${subject} is "${type}", so the test for ${literal} fails: ${then.en}.`,
        zh: `在 ${target.id} 上 ${subject} 为 "${type}"，对 ${literal} 的判断不成立：${then.zh}。`,
      };
}

const leftOut: Localized = {
  en: 'what the script does for accelerators is left out',
  zh: '脚本为加速器准备的处理不会执行',
};
const takenForAnother: Localized = {
  en: 'the script treats it as a device without CUDA, or as another one',
  zh: '脚本会将其视为没有 CUDA 的设备或其他设备',
};
const assertionFails: Localized = { en: 'the assertion fails', zh: '断言失败' };

/** What hangs on the answer, where the test is a branch's condition. */
function consequence(span: TextSpan, facts: ScriptFacts): Localized | undefined {
  const guard = guardOf(span, facts);
  if (guard === undefined) return undefined;
  const refused = refusal(guard, facts);
  if (refused) return refused.told;
  if (guard.form === 'conditional') return { en: 'the other value is taken', zh: '取的是另一个值' };
  return notRun(guardedCode(facts.guards.indexOf(guard), facts));
}

/** What an assertion makes of the test: `fails`, `holds`; undefined where it asks for more, or is none. */
function assertion(comparison: DeviceComparisonFact, { text }: ScriptFacts): 'fails' | 'holds' | undefined {
  const { span, statement } = comparison;
  const before = /^assert\b[\s(]*(not\b[\s(]*)?$/.exec(text.slice(statement.span.start, span.start));
  if (before === null) return undefined;
  return isNegative(comparison) === (before[1] !== undefined) ? 'fails' : 'holds';
}

function reportIsCuda(reference: ReferenceFact, { facts, target, table, report }: ScriptRuleContext): void {
  const receiver = reference.receiver && textOf(facts, reference.receiver.span);
  const then = consequence(reference.span, facts) ?? {
    en: 'they are taken for tensors on the CPU',
    zh: '它们会被当作 CPU 张量处理',
  };
  const { type } = table.device;
  report({
    at: reference,
    span: reference.nameSpan,
    verdict: 'limited',
    message: {
      en: `is_cuda is False for every tensor on ${target.id}: ${then.en}.`,
      zh: `在 ${target.id} 上所有张量的 is_cuda 都为 False：${then.zh}。`,
    },
    advice: {
      en: `Ask for the device's type: x.device.type in ("cuda", "${type}").`,
      zh: `改为判断设备类型：x.device.type in ("cuda", "${type}")。`,
    },
    evidence: table.device.evidence,
    fixes: receiver === undefined ? [] : typeOfTensor(reference.span, receiver, facts, type),
  });
}

const asksForCuda = namesLike(/(^torch\.Tensor|^\?)\.is_cuda$/);
