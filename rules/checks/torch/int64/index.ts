import type {
  ApiLimit,
  CallFact,
  DtypeSupport,
  Fix,
  MigrationTable,
  ScriptFacts,
  ScriptRule,
  ScriptRuleContext,
  Shim,
  TextSpan,
} from '../../../../core/model';
import { type DtypeUse, dtypeName, dtypeUses } from '../../scripts/dtype-uses';
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
  check(context) {
    const { facts, chip, table, shimTable } = context;
    const support = table.dtype('int64', chip.family);
    if (support === undefined || support.verdict === 'native') return;
    for (const use of dtypeUses(facts, (dtype) => dtype === 'int64')) reportUse(use, support, context);
    for (const use of onHost(facts, shimTable)) reportOnHost(use, context);
    const mayBeOf64 = (name: string) => table.limits(name, chip.family).some(isOfNoType);
    for (const call of callsNamed(facts, mayBeOf64)) reportWithoutType(call, support, context);
  },
};

/** The type is named: `x.long()`, `dtype=torch.int64`. */
function reportUse(use: DtypeUse, support: DtypeSupport, context: ScriptRuleContext): void {
  const { facts, target, chip, table, shimTable, report } = context;
  const narrowed = use.call && narrowing(use.call, shimTable);
  const refused = narrowed === undefined ? refusal(use, table, chip.family) : undefined;
  const told = narrowed ?? refused ?? (use.onDevice ? support : undefined);
  // A tensor that is on the CPU for all that is known is a label or an index like any other.
  if (told === undefined) return;
  report({
    // Only what is known to be on the device is known to fail.
    at: narrowed || use.onDevice || isOfModule(use) ? use.at : { ...use.at, certainty: 'assumed' },
    span: use.span,
    severity: narrowed ? 'silent' : refused ? 'error' : 'information',
    verdict: narrowed ? 'silent' : refused ? 'unsupported' : support.verdict,
    message: {
      en: `int64 on ${target.id}: ${told.message.en}`,
      zh: `在 ${target.id} 上使用 int64：${told.message.zh}`,
    },
    advice: support.advice,
    evidence: told.evidence,
    fixes: isOfModule(use) || needs64(use.call, facts.text) ? [] : narrow(use, facts.text),
  });
}

/** The shim looks at the type alone, and takes what is told no device for one of the TPU. */
function reportOnHost({ call, span }: FactoryOnHost, { target, shimTable, report }: ScriptRuleContext): void {
  const { message, evidence } = narrowing(call, shimTable)!;
  report({
    at: call,
    span,
    severity: 'silent',
    verdict: 'silent',
    message: {
      en: `int64 on ${target.id}: ${message.en}`,
      zh: `在 ${target.id} 上使用 int64：${message.zh}`,
    },
    advice: {
      en: 'It does so on the CPU too: pass device="cpu" where 64 bits are needed.',
      zh: '对 CPU 张量同样如此：需要 64 位时请显式传入 device="cpu"。',
    },
    evidence,
  });
}

/** Without a type, integers are what the vendor's kernel, or PyTorch's default, makes them. */
function reportWithoutType(call: CallFact, support: DtypeSupport, context: ScriptRuleContext): void {
  const { facts, target, chip, table, report } = context;
  const limit = table
    .judge(call, chip.family)
    .find((judged) => isOfNoType(judged.limit) && judged.outcome === 'broken')?.limit;
  const place = tensorPlace(call, facts);
  if (limit === undefined || place === 'host' || call.arguments.some(namesType)) return;
  const isRefused = limit.verdict === 'unsupported';
  if (!isRefused && (place === 'unknown' || call.arguments.some(({ value }) => value.kind === 'float'))) return;
  report({
    at: place === 'device' ? call : { ...call, certainty: 'assumed' },
    span: call.calleeSpan,
    severity: isRefused ? 'error' : 'information',
    verdict: limit.verdict,
    message: isRefused
      ? {
          en: `${call.name} on ${target.id}: ${limit.message.en}`,
          zh: `在 ${target.id} 上调用 ${call.name}：${limit.message.zh}`,
        }
      : limit.message,
    advice: limit.advice ?? support.advice,
    evidence: limit.evidence,
    fixes: isRefused && !needs64(call, facts.text) ? typed(call, facts.text) : [],
  });
}

/** What is called like a function may be a collator, which works on the CPU. */
const inForward = /(^|\.)forward\w*$/;

/** The limit that makes the call fail. */
function refusal({ call, onDevice, form }: DtypeUse, table: MigrationTable, family: string): ApiLimit | undefined {
  if (call === undefined) return undefined;
  const judged = table
    .judge(call, family)
    .find(({ limit, outcome }) => outcome === 'broken' && limit.rule === rule.code && !isOfNoType(limit))?.limit;
  switch (judged?.id) {
    case 'int64-made':
      // What is made like another tensor, or without a device, is where nobody knows.
      return onDevice || call.arguments.some(({ keyword }) => keyword === 'device') ? judged : undefined;
    case 'int64-converted':
      // What is moved at the same time comes from the CPU, and is narrowed; in forward, tensors are on the device.
      if (form !== 'method' && call.arguments.length !== 1) return undefined;
      return onDevice || (inForward.test(call.function ?? '') && call.receiver?.value.kind === 'tensor')
        ? judged
        : undefined;
    default:
      return judged;
  }
}

interface FactoryOnHost {
  readonly call: CallFact;
  /** Of the type that it is told. */
  readonly span: TextSpan;
}

/** Factories of int64 that are told no device, and make it on the CPU. */
function onHost(facts: ScriptFacts, shim: Shim | undefined): FactoryOnHost[] {
  const broken = shim?.breaks.find(({ id }) => id === 'int64-factories');
  if (broken === undefined) return [];
  return callsNamed(facts, (name) => broken.apis.includes(name)).flatMap((call) => {
    const type = call.arguments.find(({ keyword }) => keyword === 'dtype');
    const isOf64 = type !== undefined && type.value.kind === 'dtype' && dtypeName(type.value.name ?? '') === 'int64';
    const isTold = call.arguments.some(({ keyword }) => keyword === 'device');
    return isOf64 && !isTold && tensorPlace(call, facts) === 'host' ? [{ call, span: type.valueSpan }] : [];
  });
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

function isOfModule({ call }: DtypeUse): boolean {
  return call?.name.startsWith('torch.nn.Module.') === true;
}

/** A bound or value that int32 does not hold, or that is computed as large ones are: `torch.randint(2**32, ...)`. */
function needs64(call: CallFact | undefined, text: string): boolean {
  return (call?.arguments ?? []).some(({ value, valueSpan: { start, end } }) => {
    const { constant } = value;
    return typeof constant === 'number' ? Math.abs(constant) >= 2 ** 31 : /\*\*|<</.test(text.slice(start, end));
  });
}

/** With the type that such a call has been meant to have. */
function typed(call: CallFact, text: string): Fix[] {
  if (call.arguments.some(({ splat }) => splat !== undefined)) return [];
  const torch = text.slice(call.calleeSpan.start, call.nameSpan.start);
  if (torch === '') return [];
  const last = call.arguments.at(-1);
  if (last === undefined) return [];
  return [
    {
      kind: 'review',
      title: { en: 'Ask for int32', zh: '指定 int32' },
      edits: [replacement({ start: last.span.end, end: last.span.end }, `, dtype=${torch}int32`)],
    },
  ];
}

const isOfNoType = ({ id }: ApiLimit) => id === 'arange-narrowed' || id === 'int64-by-default';
/** Such a type is told by itself. */
const namesType = ({ keyword, value }: CallFact['arguments'][number]) => keyword === 'dtype' && value.kind === 'dtype';
