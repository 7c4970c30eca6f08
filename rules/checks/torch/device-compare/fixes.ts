import type { DeviceComparisonFact, Fix, ScriptFacts, ScriptRuleContext, TextSpan } from '../../../../core/model';
import { insertion, replacement, textOf, torchName } from '../../scripts/edits';

/** `device_type = "cuda" if "cuda" in device else "cpu"` -> `torch.device(device).type`, which is the same on CUDA. */
export function typeOfDevice(
  { span, statement, subject }: DeviceComparisonFact,
  { facts }: ScriptRuleContext,
): Fix[] | undefined {
  const torch = torchName(facts);
  const device = textOf(facts, subject.span);
  const idiom = /^(["'])cuda\1\s+if\s+(["'])cuda\2\s+in\s+(?:str\()?([\w.]+)\)?\s+else\s+(["'])cpu\4/;
  const start = facts.text.lastIndexOf('=', span.start) + 1;
  const from = start + /^\s*/.exec(facts.text.slice(start))![0].length;
  const found =
    from > statement.span.start && from < span.start ? idiom.exec(facts.text.slice(from, statement.span.end)) : null;
  if (torch === undefined || found === null || device.replace(/^str\((.*)\)$/, '$1') !== found[3]) return undefined;
  return [
    {
      kind: 'safe',
      title: { en: `Write ${torch}.device(${found[3]}).type`, zh: `改为 ${torch}.device(${found[3]}).type` },
      edits: [replacement({ start: from, end: from + found[0].length }, `${torch}.device(${found[3]}).type`)],
    },
  ];
}

/** The same question, answered with yes for the target too. */
export function alsoTarget(comparison: DeviceComparisonFact, { facts, table }: ScriptRuleContext): Fix[] {
  const { operator, literalSpan, subject, text, span } = comparison;
  const { type } = table.device;
  const literal = textOf(facts, literalSpan);
  if (!/^[fF]?["']cuda/.test(literal)) return [];
  const other = literal.replace('cuda', type);
  const fix = (edits: Fix['edits']): Fix[] => [
    {
      kind: 'review',
      title: { en: `Say yes to ${other} too`, zh: `同时接受 ${other}` },
      edits,
    },
  ];
  const isAfter = literalSpan.start > subject.span.start;
  // `"cuda" in str(device)` -> `torch.device(device).type in ("cuda", ...)`
  const name = /^(?:str\(([\w.]+)\)|([\w.]+))$/.exec(textOf(facts, subject.span));
  const torch = torchName(facts);
  // The type of a device is a text that has no index.
  const isType = name?.[2]?.endsWith('.type') ?? false;
  const searched = isType
    ? name![2]
    : name && torch !== undefined
      ? `${torch}.device(${name[1] ?? name[2]}).type`
      : undefined;
  switch (operator) {
    case '==':
    case '!=': {
      // torch.device compares with a text by its own rules: only a name can be looked up in a tuple.
      if (subject.value.kind === 'device') return [];
      const left = textOf(facts, subject.span);
      const word = operator === '==' ? 'in' : 'not in';
      return fix([replacement(span, inPlaceOf(span, `${left} ${word} (${literal}, ${other})`, facts))]);
    }
    case 'in':
    case 'not in':
      // `device in ("cuda", "cpu")`; the other way round is a search in a text.
      if (isAfter) return fix([insertion(literalSpan.end, `, ${other}`)]);
      return searched === undefined || text !== 'cuda'
        ? []
        : fix([replacement(span, inPlaceOf(span, `${searched} ${operator} (${literal}, ${other})`, facts))]);
    case 'startswith':
      return fix([replacement(literalSpan, `(${literal}, ${other})`)]);
    case 'match':
      return fix([insertion(literalSpan.end, ` | ${other}`)]);
    default:
      return [];
  }
}

/** `x.is_cuda` -> `x.device.type in ("cuda", ...)`. */
export function typeOfTensor(span: TextSpan, receiver: string, facts: ScriptFacts, type: string): Fix[] {
  const test = `${receiver}.device.type in ("cuda", "${type}")`;
  return [
    {
      kind: 'review',
      title: { en: `Say yes to "${type}" too`, zh: `同时接受 "${type}"` },
      edits: [replacement(span, inPlaceOf(span, test, facts))],
    },
  ];
}

/** A test, with parentheses where what stands around it might bind it otherwise. */
function inPlaceOf(span: TextSpan, test: string, { text }: ScriptFacts): string {
  const isOpen = /(\b(if|elif|while|return|and|or|not|assert)|(?<![=!<>])=|[(,[{])\s*$/.test(
    text.slice(0, span.start).slice(-40),
  );
  const isClosed = /^\s*([:),\]}]|$|\b(and|or|if|else|for)\b|#|\r?\n)/.test(text.slice(span.end, span.end + 40));
  return isOpen && isClosed ? test : `(${test})`;
}
