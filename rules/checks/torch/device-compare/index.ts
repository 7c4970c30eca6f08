import type {
  DeviceComparisonFact,
  Fix,
  Localized,
  ReferenceFact,
  ScriptFacts,
  ScriptRule,
  ScriptRuleContext,
} from '../../../../core/model';
import { insertion, replacement, textOf } from '../../scripts/edits';
import en from './en.md';
import zh from './zh-cn.md';

/** A question whether a device is CUDA: on the target the answer is no, and what CUDA gets it does not. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/device-compare',
  severity: 'warning',
  coveredByGuard: true,
  title: { en: 'A comparison with cuda', zh: '与 cuda 的比较' },
  documentation: { en, zh },
  check(context) {
    const { facts, table, shimTable } = context;
    const told = new Set<number>();
    for (const comparison of facts.deviceComparisons) {
      // device in ("cuda", "cuda:0") is one question.
      if (comparison.about !== 'device' || told.has(comparison.span.start)) continue;
      if (comparison.operator !== 'match') told.add(comparison.span.start);
      if (namesTarget(comparison, facts, table.device.type)) continue;
      if (shimTable !== undefined && !isOfTensor(comparison, facts)) continue;
      reportComparison(comparison, context);
    }
    for (const reference of facts.references) {
      if (!/(^torch\.Tensor|^\?)\.is_cuda$/.test(reference.name) || reference.use !== 'load') continue;
      if (shimTable !== undefined && table.isPatched(shimTable, 'torch.Tensor.is_cuda')) continue;
      reportIsCuda(reference, context);
    }
  },
};

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

function isNegative({ operator }: DeviceComparisonFact): boolean {
  return operator === '!=' || operator === 'not in' || operator === 'is not';
}

function reportComparison(comparison: DeviceComparisonFact, context: ScriptRuleContext): void {
  const { facts, target, table, report } = context;
  const subject = textOf(facts, comparison.subject.span);
  const literal = textOf(facts, comparison.literalSpan);
  const negative = isNegative(comparison);
  report({
    at: comparison,
    span: comparison.operator === 'match' ? comparison.literalSpan : comparison.span,
    verdict: 'limited',
    message: messageOf(subject, literal, target.id, table.device.type, negative),
    advice: {
      en: `Ask for what you need instead: an accelerator (${subject} is not "cpu"), or "${table.device.type}" as well where the branch is ready for it.`,
      zh: `请改为判断真正需要的条件：是否为加速器（${subject} 不是 "cpu"）；若该分支已适配，也可同时接受 "${table.device.type}"。`,
    },
    evidence: table.device.evidence,
    fixes: alsoTarget(comparison, context),
  });
}

function messageOf(subject: string, literal: string, target: string, type: string, negative: boolean): Localized {
  return negative
    ? {
        en: `On ${target} ${subject} is "${type}", so the test against ${literal} is true: the target is treated as if there were no accelerator.`,
        zh: `在 ${target} 上 ${subject} 为 "${type}"，与 ${literal} 不同，该条件成立：目标设备会被当作没有加速器处理。`,
      }
    : {
        en: `On ${target} ${subject} is "${type}", so the test for ${literal} is false: what the script does for accelerators is skipped.`,
        zh: `在 ${target} 上 ${subject} 为 "${type}"，与 ${literal} 的判断不成立：脚本为加速器准备的分支会被跳过。`,
      };
}

/** The same question, answered with yes for the target too. */
function alsoTarget(comparison: DeviceComparisonFact, { facts, table }: ScriptRuleContext): Fix[] {
  const { operator, literalSpan, subject, text, span } = comparison;
  const { type } = table.device;
  const literal = textOf(facts, literalSpan);
  const quote = literal.slice(-1);
  if (!/^["'](?!["'])/.test(literal)) return [];
  const other = `${quote}${text.replace(/^cuda/, type)}${quote}`;
  const fix = (edits: Fix['edits']): Fix[] => [
    {
      kind: 'review',
      title: { en: `Say yes to ${other} too`, zh: `同时接受 ${other}` },
      edits,
    },
  ];
  const isAfter = literalSpan.start > subject.span.start;
  switch (operator) {
    case '==':
    case '!=': {
      // torch.device compares with a text by its own rules: only a name can be looked up in a tuple.
      if (subject.value.kind === 'device') return [];
      const left = textOf(facts, subject.span);
      const word = operator === '==' ? 'in' : 'not in';
      return fix([replacement(span, `${left} ${word} (${literal}, ${other})`)]);
    }
    case 'in':
    case 'not in':
      // `device in ("cuda", "cpu")`; the other way round is a search in a text.
      return isAfter ? fix([insertion(literalSpan.end, `, ${other}`)]) : [];
    case 'startswith':
      return fix([replacement(literalSpan, `(${literal}, ${other})`)]);
    case 'match':
      return fix([insertion(literalSpan.end, ` | ${other}`)]);
    default:
      return [];
  }
}

function reportIsCuda(reference: ReferenceFact, { facts, target, table, report }: ScriptRuleContext): void {
  const receiver = reference.receiver && textOf(facts, reference.receiver.span);
  const { type } = table.device;
  report({
    at: reference,
    span: reference.nameSpan,
    verdict: 'limited',
    message: {
      en: `is_cuda is False for every tensor on ${target.id}: what the script does for accelerators is skipped.`,
      zh: `在 ${target.id} 上所有张量的 is_cuda 都为 False：脚本为加速器准备的分支会被跳过。`,
    },
    advice: {
      en: `Ask for the device's type: x.device.type in ("cuda", "${type}").`,
      zh: `改为判断设备类型：x.device.type in ("cuda", "${type}")。`,
    },
    evidence: table.device.evidence,
    fixes:
      receiver === undefined
        ? []
        : [
            {
              kind: 'review',
              title: { en: `Say yes to "${type}" too`, zh: `同时接受 "${type}"` },
              edits: [
                replacement(
                  reference.span,
                  inPlaceOf(reference, `${receiver}.device.type in ("cuda", "${type}")`, facts),
                ),
              ],
            },
          ],
  });
}

/** A test, with parentheses where what stands around it might bind it otherwise. */
function inPlaceOf({ span }: ReferenceFact, test: string, { text }: ScriptFacts): string {
  const isOpen = /(\b(if|elif|while|return|and|or|not|assert)|[=(,[{])\s*$/.test(text.slice(0, span.start).slice(-40));
  const isClosed = /^\s*([:),\]}]|$|\b(and|or|else)\b|#|\r?\n)/.test(text.slice(span.end, span.end + 40));
  return isOpen && isClosed ? test : `(${test})`;
}
