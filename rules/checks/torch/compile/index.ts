import type { CallFact, Fix, ScriptFacts, ScriptRule, Shim } from '../../../../core/model';
import { argumentAddition } from '../../scripts/argument-edits';
import { callsAndDecorators } from '../../scripts/decorated-call';
import { replacement } from '../../scripts/edits';
import { namesLike } from '../../scripts/named-facts';
import { severityOfVerdict } from '../../scripts/verdict-severity';
import en from './en.md';
import zh from './zh-cn.md';

/** torch.compile with a backend that the target does not have, or that needs something installed. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/compile',
  severity: 'warning',
  title: { en: 'A backend of torch.compile', zh: 'torch.compile 的后端' },
  documentation: { en, zh },
  check({ facts, target, chip, table, shimTable, report }) {
    for (const call of callsAndDecorators(facts, compiles)) {
      if (call.arguments.some(({ keyword, value }) => keyword === 'disable' && value.constant === true)) continue;
      for (const { outcome, limit } of table.judge({ ...call, name: 'torch.compile' }, chip.family)) {
        if (outcome !== 'broken' || limit.rule !== rule.code) continue;
        const withoutTriton = limit.id === 'compile-inductor' ? breakOfTriton(shimTable) : undefined;
        const meant = limit.id === 'compile-mode' ? 'mode' : 'backend';
        report({
          at: call,
          span: call.arguments.find(({ keyword }) => keyword === meant)?.span ?? call.calleeSpan,
          severity: withoutTriton ? 'warning' : (limit.severity ?? severityOfVerdict(limit.verdict)),
          verdict: limit.verdict,
          message: {
            en: `torch.compile on ${target.id}: ${withoutTriton?.message.en ?? limit.message.en}`,
            zh: `在 ${target.id} 上使用 torch.compile：${withoutTriton?.message.zh ?? limit.message.zh}`,
          },
          advice: limit.advice,
          evidence: [...limit.evidence, ...(withoutTriton?.evidence ?? [])],
          fixes: otherBackends(call, facts, limit.id),
        });
      }
    }
  },
};

/** The shim that tells PyTorch that there is no Triton. */
function breakOfTriton(shim: Shim | undefined): Shim['breaks'][number] | undefined {
  return shim?.breaks.find(({ id }) => id === 'has-triton');
}

/** Backends of the target, by the limit that the call breaks: name, and what it is. */
const backends: ReadonlyMap<string, { readonly name: string; readonly title: Fix['title'] }> = new Map([
  [
    'compile-inductor',
    {
      name: 'npugraph_ex',
      title: { en: 'Use backend="npugraph_ex" (inference)', zh: '改用 backend="npugraph_ex"（推理）' },
    },
  ],
  [
    'compile-cudagraphs',
    { name: 'npugraphs', title: { en: 'Use backend="npugraphs"', zh: '改用 backend="npugraphs"' } },
  ],
  [
    'compile-tensorrt',
    {
      name: 'npugraph_ex',
      title: { en: 'Use backend="npugraph_ex" (inference)', zh: '改用 backend="npugraph_ex"（推理）' },
    },
  ],
  [
    'compile-backend',
    { name: 'eager', title: { en: 'Run eagerly: backend="eager"', zh: '以 eager 方式执行：backend="eager"' } },
  ],
]);

function otherBackends(call: CallFact, { text }: ScriptFacts, limit: string): Fix[] {
  const backend = backends.get(limit);
  if (backend === undefined || call.arguments.some(({ splat }) => splat !== undefined)) return [];
  // Its graphs have no backward pass.
  if (backend.name === 'npugraph_ex' && /\.backward\(/.test(text)) return [];
  const given = call.arguments.find(({ keyword }) => keyword === 'backend');
  // `mode` and `options` are inductor's own.
  if (call.arguments.some(({ keyword }) => keyword === 'mode' || keyword === 'options')) return [];
  const edit = given
    ? replacement(given.valueSpan, `"${backend.name}"`)
    : argumentAddition(call, `backend="${backend.name}"`, text);
  return [{ kind: 'review', title: backend.title, edits: [edit] }];
}

const compiles = namesLike(/^torch\.(compile|nn\.Module\.compile)$/);
