import type {
  Fix,
  FusedKernel,
  Localized,
  MigrationTable,
  PatternFact,
  ScriptFacts,
  ScriptRule,
  TorchReleases,
} from '../../../../core/model';
import { replacement, targetImport, textOf } from '../../scripts/edits';
import { callsNamed, namesLike } from '../../scripts/named-facts';
import en from './en.md';
import zh from './zh-cn.md';

/** What is written out in plain PyTorch, and the target does in one kernel. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/fusable-pattern',
  severity: 'hint',
  title: { en: 'A fused kernel does this in one', zh: '可由单个融合算子完成' },
  documentation: { en, zh },
  check({ facts, target, chip, table, torchReleases, report }) {
    if (!facts.imports.some((fact) => fact.package === 'torch')) return;
    const isForChip = ({ families }: FusedKernel) => families === undefined || families.includes(chip.family);
    for (const fact of facts.patterns) {
      const kernel = table.fusedPattern(fact.pattern).find((one) => isForChip(one) && isForVariant(one, fact));
      if (kernel === undefined) continue;
      const name = names[fact.pattern];
      report({
        at: fact,
        message: {
          en: `This is ${name.en}, operator by operator. On ${target.id}, ${kernel.name} does it in one kernel.`,
          zh: `这里用多个算子实现了${name.zh}。在 ${target.id} 上可用 ${kernel.name} 以单个融合算子完成。`,
        },
        advice: advice(fact, kernel, table),
        evidence: kernel.evidence,
        fixes: fusedCall(fact, kernel, facts, table, torchReleases),
      });
    }
    for (const call of callsNamed(facts, isRmsNorm)) {
      const kernel = table.fusedKernel(call.name).find(isForChip);
      if (kernel === undefined) continue;
      report({
        at: call,
        span: call.calleeSpan,
        message: {
          en: `PyTorch computes ${call.name} by several operators. On ${target.id}, ${kernel.name} does it in one kernel.`,
          zh: `PyTorch 会用多个算子计算 ${call.name}。在 ${target.id} 上可用 ${kernel.name} 以单个融合算子完成。`,
        },
        advice: signature(kernel),
        evidence: kernel.evidence,
      });
    }
  },
};

function isForVariant({ variants }: FusedKernel, { variant }: PatternFact): boolean {
  return variants === undefined || (variant !== undefined && variants.includes(variant));
}

const names: Readonly<Record<PatternFact['pattern'], Localized>> = {
  'rms-norm': { en: 'an RMS normalisation', zh: ' RMSNorm' },
  swiglu: { en: 'a SwiGLU gate', zh: ' SwiGLU 门控' },
  rotary: { en: 'a rotary embedding', zh: '旋转位置编码' },
  attention: { en: 'an attention', zh: '注意力计算' },
};

const sdpa = 'torch.nn.functional.scaled_dot_product_attention';

/** The form of PyTorch that every device has, before the vendor's own. */
const portable: Readonly<Partial<Record<PatternFact['pattern'], Localized>>> = {
  'rms-norm': {
    en: 'torch.nn.functional.rms_norm (from PyTorch 2.4 on) is the portable form.',
    zh: '可移植的写法是 torch.nn.functional.rms_norm（PyTorch 2.4 起）。',
  },
  attention: {
    en: 'torch.nn.functional.scaled_dot_product_attention is the portable form, and fused on GPUs as well.',
    zh: '可移植的写法是 torch.nn.functional.scaled_dot_product_attention，在 GPU 上同样会融合。',
  },
};

function advice(fact: PatternFact, kernel: FusedKernel, table: MigrationTable): Localized {
  // Where the route has no kernel for it, PyTorch's form is the slower one.
  const isHosted = fact.pattern === 'attention' && table.limits(sdpa, '').some(({ verdict }) => verdict === 'host');
  const parts = [isHosted ? undefined : portable[fact.pattern], signature(kernel), kernel.note].filter(
    (text) => text !== undefined,
  );
  return { en: parts.map((text) => text.en).join(' '), zh: parts.map((text) => text.zh).join('') };
}

function signature({ name, signature: written, arguments: map }: FusedKernel): Localized {
  const of = map?.map(({ from, to }) => `${from} -> ${to}`).join(', ');
  const call = written ?? name;
  return { en: of ? `${call}: ${of}.` : `${call}.`, zh: of ? `${call}：${of}。` : `${call}。` };
}

/** A call of the kernel in place of the expression, for kernels that take the parts as they are. */
function fusedCall(
  { pattern, parts, variant, span }: PatternFact,
  { name }: FusedKernel,
  facts: ScriptFacts,
  table: MigrationTable,
  torchReleases: TorchReleases | undefined,
): Fix[] {
  const part = (key: string) => textOf(facts, parts[key]!);
  const call = calls.get(`${pattern} ${name}`)?.(part, variant);
  if (call === undefined) return [];
  return [
    {
      kind: 'review',
      title: { en: `Call ${name}`, zh: `改为调用 ${name}` },
      edits: [replacement(span, call), ...targetImport(facts, table, torchReleases)],
    },
  ];
}

type Spelling = (part: (name: string) => string, variant: string | undefined) => string | undefined;

const calls: ReadonlyMap<string, Spelling> = new Map<string, Spelling>([
  [
    'swiglu torch_npu.npu_swiglu',
    (part) => `torch_npu.npu_swiglu(torch.cat((${part('gate')}, ${part('up')}), dim=-1), dim=-1)`,
  ],
  [
    'rotary torch_npu.npu_rotary_mul',
    (part, variant) => {
      const mode = variant === 'interleave' ? ', "interleave"' : '';
      return variant && `torch_npu.npu_rotary_mul(${part('input')}, ${part('cos')}, ${part('sin')}${mode})`;
    },
  ],
]);

const isRmsNorm = namesLike(/^torch\.nn\.(RMSNorm|functional\.rms_norm)$/);
