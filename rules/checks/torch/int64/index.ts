import type { ApiLimit, CallFact, Fix, MigrationTable, ScriptRule, Shim } from '../../../../core/model';
import { type DtypeUse, dtypeUses } from '../../scripts/dtype-uses';
import { replacement } from '../../scripts/edits';
import { callsNamed } from '../../scripts/named-facts';
import { tensorPlace } from '../../scripts/tensor-place';
import en from './en.md';
import zh from './zh-cn.md';

/** 64-bit integers where the target narrows or refuses them. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/int64',
  severity: 'information',
  title: { en: '64-bit integers', zh: '64 位整数' },
  documentation: { en, zh },
  check({ facts, target, chip, table, shimTable, report }) {
    const support = table.dtype('int64', chip.family);
    if (support === undefined || support.verdict === 'native') return;
    for (const use of dtypeUses(facts, (dtype) => dtype === 'int64')) {
      const narrowed = use.call && narrowing(use.call, shimTable);
      const refused = narrowed === undefined ? refusal(use, table, chip.family) : undefined;
      const told = narrowed ?? refused ?? (use.onDevice ? support : undefined);
      // A tensor that is on the CPU for all that is known is a label or an index like any other.
      if (told === undefined) continue;
      report({
        at:
          narrowed || use.onDevice || use.call?.name !== 'torch.arange' ? use.at : { ...use.at, certainty: 'assumed' },
        span: use.span,
        severity: narrowed ? 'silent' : refused ? 'error' : 'information',
        verdict: narrowed ? 'silent' : refused ? 'unsupported' : support.verdict,
        message: {
          en: `int64 on ${target.id}: ${told.message.en}`,
          zh: `在 ${target.id} 上使用 int64：${told.message.zh}`,
        },
        advice: support.advice,
        evidence: told.evidence,
        fixes: use.call?.name.startsWith('torch.nn.Module.') ? [] : narrow(use, facts.text),
      });
    }
    for (const call of callsNamed(facts, (name) => table.limits(name, chip.family).some(isNarrowed))) {
      // Without a type, integers are narrowed where the vendor's kernel makes them.
      const judged = table.judge(call, chip.family).find(({ limit }) => isNarrowed(limit));
      if (judged?.outcome !== 'broken' || tensorPlace(call, facts) !== 'device') continue;
      const { verdict, message, evidence } = judged.limit;
      const severity = 'information';
      report({ at: call, span: call.calleeSpan, severity, verdict, message, advice: support.advice, evidence });
    }
  },
};

const refusals = new Set(['module-to-type', 'arange-type']);

/** The limit that makes the call fail. */
function refusal({ call }: DtypeUse, table: MigrationTable, family: string): ApiLimit | undefined {
  const judged = call === undefined ? [] : table.judge(call, family);
  return judged.find(({ limit, outcome }) => outcome === 'broken' && refusals.has(limit.id))?.limit;
}

/** What the shim makes of the call; it looks at the keyword alone. */
function narrowing(call: CallFact, shim: Shim | undefined): Shim['breaks'][number] | undefined {
  if (!call.arguments.some(({ keyword }) => keyword === 'dtype')) return undefined;
  return shim?.breaks.find(({ id, apis }) => id === 'int64-factories' && apis.includes(call.name));
}

/** `torch.int64` -> `torch.int32`, `.long()` -> `.int()`; a name that was imported alone is left to the author. */
function narrow({ form, span }: DtypeUse, text: string): Fix[] {
  const written = text.slice(span.start, span.end);
  const start = span.start + written.lastIndexOf('.') + 1;
  if (form !== 'method' && start === span.start) return [];
  return [
    {
      kind: 'review',
      title: { en: 'Use int32 (values up to 2,147,483,647)', zh: '改用 int32（最大 2,147,483,647）' },
      edits: [replacement({ start, end: span.end }, written.endsWith('long') ? 'int' : 'int32')],
    },
  ];
}

const isNarrowed = ({ id }: ApiLimit) => id === 'arange-narrowed';
