import type { ApiLimit, CallFact, Fix, ScriptRule } from '../../../../core/model';
import { argumentRemoval } from '../../scripts/argument-edits';
import { callsNamed } from '../../scripts/named-facts';
import { tensorPlace } from '../../scripts/tensor-place';
import { severityOfVerdict } from '../../scripts/verdict-severity';
import en from './en.md';
import zh from './zh-cn.md';

/** An API that the target has, called with arguments, types or shapes that it does not take. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/restricted-op',
  severity: 'warning',
  title: { en: 'A call outside of what the target takes', zh: '调用超出目标平台的支持范围' },
  documentation: { en, zh },
  check({ facts, target, chip, table, torch, report }) {
    for (const call of callsNamed(facts, (name) => table.limits(name, chip.family).length > 0)) {
      for (const { limit, outcome } of table.judge(call, chip.family)) {
        if (outcome !== 'broken' || limit.verdict === 'host' || limit.rule !== undefined) continue;
        const place = tensorPlace(call, facts);
        if (!holdsFor(limit, torch) || place === 'host') continue;
        if (limit.id === 'indices-int32' && !takesIndices(call, facts.text)) continue;
        report({
          at: place === 'unknown' && mayStayOnHost(call, limit) ? { ...call, certainty: 'assumed' } : call,
          span: call.calleeSpan,
          severity: limit.severity ?? severityOfVerdict(limit.verdict),
          verdict: limit.verdict,
          message: {
            en: `${call.name} on ${target.id}: ${limit.message.en}`,
            zh: `在 ${target.id} 上调用 ${call.name}：${limit.message.zh}`,
          },
          advice: limit.advice,
          evidence: limit.evidence,
          fixes: limit.id === 'topk-sorted' ? sortedResult(call, facts.text) : [],
        });
      }
    }
  },
};

/** A factory that is told a device, and counts and the like, which are as often computed on the CPU; layers are not. */
function mayStayOnHost({ name, arguments: passed }: CallFact, { verdict }: ApiLimit): boolean {
  if (/^torch\.nn\.[A-Z]/.test(name)) return false;
  return verdict === 'silent' || passed.some(({ keyword }) => keyword === 'device');
}

/** Whether the second result is used: not of `x.topk(2)[0]`, `x.topk(2).values` and `best, _ = x.topk(2)`. */
function takesIndices({ span, statement }: CallFact, text: string): boolean {
  if (/^\s*(\[\s*0\s*\]|\.values\b)/.test(text.slice(span.end, span.end + 40))) return false;
  return !/^[^\n,=]+,\s*_\w*\s*=\s*$/.test(text.slice(statement.span.start, span.start));
}

function holdsFor({ torch }: ApiLimit, release: string | undefined): boolean {
  if (torch === undefined || release === undefined) return true;
  return torch.some((version) => version === release || version.startsWith(`${release}.`));
}

/** Without `sorted=False` the order is one of those that it allows; of one element there is only one. */
function sortedResult(call: CallFact, text: string): Fix[] {
  const sorted = call.arguments.find(({ keyword }) => keyword === 'sorted');
  if (sorted === undefined) return [];
  const isMethod = call.name.startsWith('torch.Tensor.');
  const count =
    call.arguments.find(({ keyword }) => keyword === 'k') ??
    call.arguments.filter(({ keyword }) => keyword === undefined)[isMethod ? 0 : 1];
  return [
    {
      kind: count?.value.constant === 1 ? 'safe' : 'review',
      title: { en: 'Drop sorted=False', zh: '去掉 sorted=False' },
      edits: [argumentRemoval(call, sorted, text)],
    },
  ];
}
