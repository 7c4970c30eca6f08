import type {
  CallFact,
  Certainty,
  Evidence,
  Localized,
  MigrationTable,
  ScriptRule,
  TextSpan,
} from '../../../../core/model';
import { callIndex } from '../../scripts/call-index';
import { dtypeUses } from '../../scripts/dtype-uses';
import { callsNamed, namesLike, standing } from '../../scripts/named-facts';
import { tensorPlace } from '../../scripts/tensor-place';
import { severityOfVerdict } from '../../scripts/verdict-severity';
import en from './en.md';
import zh from './zh-cn.md';

/** Complex tensors, most often those of a rotary embedding: refused, or supported by few operators. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/complex',
  severity: 'warning',
  title: { en: 'Complex numbers', zh: '复数类型' },
  documentation: { en, zh },
  check({ facts, target, chip, table, report }) {
    const tell = (at: CallFact & { certainty: Certainty }, span: TextSpan, dtype: string, onDevice: boolean) => {
      const support = table.dtype(dtype, chip.family);
      if (support === undefined || support.verdict === 'native') return;
      const host = hostKernel(at, table);
      report({
        at: onDevice ? at : { ...at, certainty: 'assumed' },
        span,
        severity: severityOfVerdict(support.verdict),
        verdict: support.verdict,
        message: {
          en: `${dtype} on ${target.id}: ${support.message.en}${host === undefined ? '' : ` ${host.message.en}`}`,
          zh: `在 ${target.id} 上使用 ${dtype}：${support.message.zh}${host?.message.zh ?? ''}`,
        },
        advice: advice(at, table, support.advice),
        evidence: [...support.evidence, ...(host?.evidence ?? [])],
      });
    };
    for (const call of callsNamed(facts, isMaker)) {
      const place = tensorPlace(call, facts);
      if (place !== 'host') tell(call, call.calleeSpan, 'complex64', place === 'device');
    }
    if (table.dtype('complex64', chip.family)?.verdict === 'unsupported') {
      for (const call of callsNamed(facts, isTransform)) {
        const place = tensorPlace(call, facts);
        if (place !== 'host' && !isReal(call)) tell(call, call.calleeSpan, 'complex64', place === 'device');
      }
    }
    for (const use of dtypeUses(facts, (dtype) => dtype.startsWith('complex'))) {
      // `torch.polar(...).to(torch.complex64)` has been told.
      const receiver = use.call?.receiver?.span;
      if (receiver !== undefined && makers.has(callIndex(facts).at(receiver.start, receiver.end)?.name ?? '')) continue;
      tell(use.at as CallFact, use.span, use.dtype, use.onDevice);
    }
  },
};

/** What makes complex tensors of real ones: a rotary embedding by complex numbers begins with one of them. */
const makers = new Set(['torch.view_as_complex', 'torch.polar', 'torch.complex']);
const isMaker = standing((name) => makers.has(name));

/** Transforms make complex tensors of real ones: on the host where the target has none, from where they come back. */
const isTransform = namesLike(/^torch\.(Tensor\.)?stft$|^torch\.fft\.(i?fft|i?fft2|i?fftn|rfft|rfft2|rfftn)$/);
const isReal = ({ arguments: passed }: CallFact) =>
  passed.some(({ keyword, value }) => keyword === 'return_complex' && value.constant === false);

/** Where the kernel of that name computes on the host under some conditions. */
function hostKernel(
  { name }: CallFact,
  table: MigrationTable,
): { message: Localized; evidence: readonly Evidence[] } | undefined {
  const operator = table.operator(name.replace(/^torch\./, ''));
  if (!makers.has(name) || operator === undefined || operator.on === 'device') return undefined;
  return {
    message: {
      en: `The kernel of ${name} copies to the host under some conditions.`,
      zh: `${name} 的实现在某些条件下会拷贝到主机侧。`,
    },
    evidence: operator.evidence,
  };
}

function advice({ name }: CallFact, table: MigrationTable, general: Localized | undefined): Localized | undefined {
  if (!makers.has(name)) return general;
  const [kernel] = table.fusedPattern('rotary');
  return {
    en: `A rotary embedding needs no complex numbers: keep cos and sin, and compute (a·cos - b·sin, a·sin + b·cos) of the pairs (a, b)${
      kernel === undefined ? '.' : `, or call ${kernel.name}.`
    }`,
    zh: `旋转位置编码无需复数：保存 cos 与 sin，对每一对 (a, b) 计算 (a·cos - b·sin, a·sin + b·cos)${
      kernel === undefined ? '。' : `，或调用 ${kernel.name}。`
    }`,
  };
}
