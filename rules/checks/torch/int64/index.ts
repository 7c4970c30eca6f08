import type { CallFact, Fix, ScriptRule, Shim } from '../../../../core/model';
import { type DtypeUse, dtypeUses } from '../../scripts/dtype-uses';
import { replacement } from '../../scripts/edits';
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
      const refused =
        use.call && table.judge(use.call, chip.family).find(({ outcome, limit }) => isRefusal(limit.id, outcome));
      const narrowed = use.call && narrowing(use.call, shimTable);
      // A tensor that is on the CPU for all that is known is a label or an index like any other.
      if (refused === undefined && narrowed === undefined && !use.onDevice) continue;
      const told = refused?.limit ?? narrowed ?? support;
      report({
        at: use.at,
        span: use.span,
        severity: refused ? 'error' : narrowed ? 'silent' : 'information',
        verdict: refused ? 'unsupported' : narrowed ? 'silent' : support.verdict,
        message: {
          en: `int64 on ${target.id}: ${told.message.en}`,
          zh: `在 ${target.id} 上使用 int64：${told.message.zh}`,
        },
        advice: support.advice,
        evidence: told.evidence,
        fixes: refused ? [] : narrow(use, facts.text),
      });
    }
  },
};

function isRefusal(limit: string, outcome: string): boolean {
  return limit === 'module-to-type' && outcome === 'broken';
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
