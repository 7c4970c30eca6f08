import type { CallFact, Evidence, Fix, Localized, ScriptRule, ScriptRuleContext } from '../../../../core/model';
import { cudaUses } from '../../scripts/cuda-uses';
import { nameInFile, replacement, targetImport, textOf } from '../../scripts/edits';
import { callsNamed } from '../../scripts/named-facts';
import { variableAt } from '../../scripts/portable-form';
import en from './en.md';
import { optionsOfTypes } from './options';
import { isTypeText, type TypeUse, takesType } from './type-use';
import zh from './zh-cn.md';

/** torch.cuda.FloatTensor and its like: types of old that name CUDA. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/cuda-tensor-type',
  severity: 'error',
  coveredByGuard: true,
  title: { en: 'A tensor type of CUDA', zh: 'CUDA 张量类型' },
  documentation: { en, zh },
  check(context) {
    const { facts, table, shimTable } = context;
    for (const { name, fact, span, isCall } of cudaUses(facts, 'tensor-type')) {
      const type = { name, at: fact, span };
      if (shimTable !== undefined && table.isPatched(shimTable, name)) reportMapped(type, context);
      else if (isCall || conversionBy(type, facts.calls) !== undefined) reportType(type, context);
      else reportTest(type, context);
    }
    for (const call of callsNamed(facts, takesType)) {
      const type = typeText(call);
      if (type !== undefined) reportType(type, context);
    }
    for (const option of optionsOfTypes(facts)) {
      if (shimTable === undefined || !table.isPatched(shimTable, option.name)) reportType(option, context, 'warning');
    }
    // What x.type() says under a shim, no source tells.
    if (shimTable === undefined) reportTexts(context);
  },
};

/** `x.type() == "torch.cuda.HalfTensor"`: the type's text has the device's name in it. */
function reportTexts({ facts, target, table, report }: ScriptRuleContext): void {
  const { type, evidence } = table.device;
  const told = new Set<number>();
  for (const { about, text, literalSpan, subject, ...at } of facts.deviceComparisons) {
    const isOfType = about === 'tensor-type' && /type/i.test(textOf(facts, subject.span));
    // x.type() in ("torch.cuda.HalfTensor", "torch.cuda.BFloat16Tensor") is one question.
    if (!isOfType || told.has(at.span.start) || textOf(facts, at.statement.span).includes(`torch.${type}.`)) continue;
    told.add(at.span.start);
    const own = text.replace('cuda', type);
    report({
      at: { ...at, span: literalSpan },
      span: literalSpan,
      severity: 'warning',
      verdict: 'silent',
      message: {
        en: `On ${target.id} the type of such a tensor reads "${own}": the comparison with "${text}" does not see it.`,
        zh: `在 ${target.id} 上，这类张量的类型为 "${own}"：与 "${text}" 的比较不会匹配到它。`,
      },
      advice: askForDtype,
      evidence: [...typeTexts, ...evidence],
    });
  }
}

const typeTexts: Evidence[] = [
  {
    source: 'pytorch/pytorch',
    version: 'v2.8.0',
    where: 'torch/csrc/utils/tensor_types.cpp, parse_privateuseone_backend',
  },
];

const askForDtype: Localized = {
  en: "Ask for the tensor's dtype and device.",
  zh: '改为判断张量的 dtype 与 device。',
};

/** `x.type("torch.cuda.FloatTensor")`, `torch.set_default_tensor_type("torch.cuda.FloatTensor")`. */
function typeText(call: CallFact): TypeUse | undefined {
  const [first] = call.arguments;
  const said = first?.value.constant;
  return isTypeText(said) ? { name: said, at: call, span: first!.valueSpan } : undefined;
}

/** The call that converts to the type: `x.type(torch.cuda.FloatTensor)`. */
function conversionBy({ span }: TypeUse, calls: readonly CallFact[]): CallFact | undefined {
  return calls.find(
    ({ name, arguments: passed }) =>
      /^((torch\.Tensor|\?)\.type|torch\.set_default_tensor_type)$/.test(name) &&
      passed.length === 1 &&
      passed[0]!.valueSpan.start === span.start,
  );
}

/** `isinstance(x, torch.cuda.LongTensor)`: the class is there, and nothing is of it. */
function reportTest({ name, at, span }: TypeUse, { target, table, report }: ScriptRuleContext): void {
  report({
    at,
    span,
    severity: 'warning',
    verdict: 'limited',
    message: {
      en: `${name} is a type of CUDA's tensors: no tensor on ${target.id} is of it.`,
      zh: `${name} 是 CUDA 的张量类型：${target.id} 上没有张量属于该类型。`,
    },
    advice: askForDtype,
    evidence: table.device.evidence,
  });
}

function reportType(use: TypeUse, context: ScriptRuleContext, severity?: 'warning'): void {
  const { target, table, report } = context;
  const { name, at, span } = use;
  const row = table.cudaApi(name);
  const dtype = dtypes.get(name.slice('torch.cuda.'.length));
  report({
    at,
    span,
    severity,
    verdict: 'unsupported',
    message: {
      en: `${name} is a type of CUDA's tensors: on ${target.id} PyTorch raises "type ${name} not available".`,
      zh: `${name} 是 CUDA 的张量类型：在 ${target.id} 上 PyTorch 会报 “type ${name} not available”。`,
    },
    advice: adviceOf(dtype, row?.note),
    evidence: [...table.device.evidence, ...(row?.evidence ?? [])],
    fixes: fixesOf(use, dtype, context),
  });
}

function adviceOf(dtype: string | undefined, note: Localized | undefined): Localized {
  const how =
    dtype === undefined
      ? { en: 'Write a dtype and a device.', zh: '改为分别指定 dtype 与 device。' }
      : { en: `Write dtype=torch.${dtype} and a device.`, zh: `改为 dtype=torch.${dtype} 并指定 device。` };
  return note === undefined ? how : { en: `${how.en} ${note.en}`, zh: `${how.zh}${note.zh}` };
}

/** `x.type(torch.cuda.FloatTensor)` -> `x.to(device, torch.float32)`; the vendor's type of that name. */
function fixesOf({ name, at, span }: TypeUse, dtype: string | undefined, context: ScriptRuleContext): Fix[] {
  const { facts, table, torchReleases } = context;
  const fixes: Fix[] = [];
  const call = conversionBy({ name, at, span }, facts.calls);
  const device = variableAt(context, at, 'device');
  const type = dtype && nameInFile(`torch.${dtype}`, facts);
  if (call?.receiver !== undefined && device !== undefined && type !== undefined) {
    fixes.push({
      kind: 'review',
      title: { en: `Write .to(${device.text}, ${type})`, zh: `改为 .to(${device.text}, ${type})` },
      edits: [replacement(call.nameSpan, 'to'), replacement(call.argumentsSpan, `${device.text}, ${type}`)],
    });
  }
  const row = table.cudaApi(name);
  const isText = /^["']/.test(facts.text.slice(span.start, span.end));
  const own = row?.support === 'same' && row.replacement !== undefined ? nameInFile(row.replacement, facts) : undefined;
  if (own !== undefined && !isText) {
    fixes.push({
      kind: 'review',
      title: { en: `Write ${own}`, zh: `改为 ${own}` },
      edits: [replacement(span, own), ...targetImport(facts, table, torchReleases)],
    });
  }
  return fixes;
}

/** What a shim makes of a type, where it is not the same. */
function reportMapped({ name, at, span }: TypeUse, { table, shim, shimTable, report }: ScriptRuleContext): void {
  const row = table.cudaApi(name);
  const broken = shimTable?.breaks.find(({ apis }) => apis.includes(name));
  const note = row?.support === 'different' ? row.note : undefined;
  const message = broken?.message ?? (note && { en: `${shim}: ${note.en}`, zh: `${shim}：${note.zh}` });
  if (message === undefined) return;
  report({
    at,
    span,
    severity: 'silent',
    verdict: 'silent',
    message,
    advice: {
      en: 'Name the type that is meant, and keep what needs its width on the CPU.',
      zh: '请写明所需类型；需要该位宽的数据请留在 CPU 上。',
    },
    evidence: broken?.evidence ?? row!.evidence,
  });
}

const dtypes: ReadonlyMap<string, string> = new Map([
  ['FloatTensor', 'float32'],
  ['DoubleTensor', 'float64'],
  ['HalfTensor', 'float16'],
  ['BFloat16Tensor', 'bfloat16'],
  ['ByteTensor', 'uint8'],
  ['CharTensor', 'int8'],
  ['ShortTensor', 'int16'],
  ['IntTensor', 'int32'],
  ['LongTensor', 'int64'],
  ['BoolTensor', 'bool'],
]);
