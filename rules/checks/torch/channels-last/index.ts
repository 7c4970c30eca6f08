import type { CallFact, Fix, ScriptRule, ScriptRuleContext } from '../../../../core/model';
import { argumentRemoval } from '../../scripts/argument-edits';
import { callsWithKeyword } from '../../scripts/named-facts';
import en from './en.md';
import zh from './zh-cn.md';

/** Tensors whose channels lie innermost, which some targets do not take. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/channels-last',
  severity: 'warning',
  coveredByGuard: true,
  title: { en: 'channels_last', zh: 'channels_last 内存格式' },
  documentation: { en, zh },
  check(context) {
    const { facts, chip, table, shimTable, report } = context;
    const broken = shimTable?.breaks.find(({ id }) => id === 'channels-last');
    for (const call of callsWithKeyword(facts, 'memory_format')) {
      const argument = call.arguments.find(
        ({ keyword, value }) => keyword === 'memory_format' && /^torch\.channels_last(_3d)?$/.test(value.name ?? ''),
      );
      if (argument === undefined) continue;
      // A module moves its parameters by the tensors' own method.
      const asked = call.name === 'torch.nn.Module.to' ? { ...call, name: 'torch.Tensor.to' } : call;
      const limit = table
        .judge(asked, chip.family)
        .find(({ limit, outcome }) => limit.rule === rule.code && outcome === 'broken')?.limit;
      const reason = broken ?? limit;
      if (reason === undefined) continue;
      report({
        at: call,
        span: argument.span,
        verdict: 'limited',
        message: reason.message,
        advice: {
          en: 'Leave the memory format out on this device: it lays out the operands of its kernels itself.',
          zh: '在该设备上去掉内存格式：算子的数据排布由设备软件自行处理。',
        },
        evidence: reason.evidence,
        fixes: withoutFormat(call, argument, context),
      });
    }
  },
};

/** Not where nothing would be left to do: `model.to(memory_format=...)`. */
function withoutFormat(call: CallFact, argument: CallFact['arguments'][number], { facts }: ScriptRuleContext): Fix[] {
  if (/\.to$/.test(call.name) && call.arguments.length === 1) return [];
  return [
    {
      kind: 'review',
      title: { en: 'Leave memory_format out', zh: '去掉 memory_format' },
      edits: [argumentRemoval(call, argument, facts.text)],
    },
  ];
}
