import type { CallFact, MigrationTable, ScriptRule } from '../../../../core/model';
import { type DtypeUse, dtypeUses } from '../../scripts/dtype-uses';
import { severityOfVerdict } from '../../scripts/verdict-severity';
import en from './en.md';
import { singlePrecision } from './single-precision';
import zh from './zh-cn.md';

/** Double precision: silently single on one route, refused on the other. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/float64',
  severity: 'warning',
  title: { en: 'Double precision on a chip without it', zh: '芯片不支持双精度' },
  documentation: { en, zh },
  check({ facts, target, chip, table, report }) {
    for (const use of dtypeUses(facts, (dtype) => dtype === 'float64')) {
      const support = conversionLimit(use, table, chip.family) ?? table.dtype('float64', chip.family);
      if (support === undefined || support.verdict === 'native') continue;
      // Without a kernel for the conversion the CPU converts: what goes there next is as precise as asked for.
      if (support.verdict === 'unsupported' && goesToHost(use, facts.text)) continue;
      report({
        // Where the tensor may be on the CPU, double precision may be what it should be.
        at: use.onDevice ? use.at : { ...use.at, certainty: 'assumed' },
        span: use.span,
        severity: severityOfVerdict(support.verdict),
        verdict: support.verdict,
        message: {
          en: `float64 on ${target.id}: ${support.message.en}`,
          zh: `在 ${target.id} 上使用 float64：${support.message.zh}`,
        },
        advice: support.advice,
        evidence: support.evidence,
        fixes: singlePrecision(use, facts.text),
      });
    }
  },
};

/** `x.double().cpu()`, `x.to(torch.float64).numpy()`. */
function goesToHost({ call }: DtypeUse, text: string): boolean {
  if (call === undefined || !/\.(double|to|type)$/.test(call.name)) return false;
  return /^\s*\.(cpu|numpy|tolist|item)\(/.test(text.slice(call.span.end, call.span.end + 40));
}

/** `.double()`, `.to(torch.float64)` and `.type(torch.float64)` of a tensor have limits of their own. */
function conversionLimit({ form, call }: DtypeUse, table: MigrationTable, family: string) {
  const method = /\.(double|to|type)$/.exec(call?.name ?? '')?.[1];
  if (form === 'name' || method === undefined || call!.name.startsWith('torch.nn.Module.')) return undefined;
  const conversion: CallFact = { ...call!, name: `torch.Tensor.${method}` };
  return table.judge(conversion, family).find(({ limit, outcome }) => outcome === 'broken' && limit.rule === rule.code)
    ?.limit;
}
