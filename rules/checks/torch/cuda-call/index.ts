import type {
  CallFact,
  Fix,
  Localized,
  MigrationTable,
  ScriptFacts,
  ScriptRule,
  ScriptRuleContext,
  TextSpan,
  TorchReleases,
} from '../../../../core/model';
import { replacement, targetImport } from '../../scripts/edits';
import { callsNamed, namesLike } from '../../scripts/named-facts';
import { currentAccelerator, variableAt } from '../../scripts/portable-form';
import en from './en.md';
import zh from './zh-cn.md';

/** `.cuda()` of a tensor or module: the method that moves it to a GPU, and to nothing else. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/cuda-call',
  severity: 'error',
  coveredByGuard: true,
  title: { en: '.cuda() moves to a GPU that is not there', zh: '.cuda() 只能迁移到 CUDA 设备' },
  documentation: { en, zh },
  check(context) {
    const { facts, target, table, shimTable, torchReleases, report } = context;
    const { type, module, evidence } = table.device;
    for (const call of callsNamed(facts, movesToCuda)) {
      if (call.receiver === undefined) continue;
      const owner = call.name.slice(0, -'.cuda'.length);
      if (shimTable !== undefined && table.isPatched(shimTable, `${owner === '?' ? 'torch.Tensor' : owner}.cuda`))
        continue;
      const isOfMethod = call.function?.endsWith('.cuda') === true;
      report({
        at: call,
        span: call.nameSpan,
        // A method of that name does what its callers ask for, and fails nobody who does not call it.
        ...(isOfMethod ? { severity: 'warning' as const } : {}),
        verdict: 'unsupported',
        message: {
          en: `.cuda() asks for a CUDA device: on ${target.id} it raises "Torch not compiled with CUDA enabled".`,
          zh: `.cuda() 要求 CUDA 设备：在 ${target.id} 上会抛出 “Torch not compiled with CUDA enabled”。`,
        },
        advice: isOfMethod
          ? forCallers
          : {
              en: `Write .to(device) with a device that is chosen once, or .${type}() after importing ${module}.`,
              zh: `改用 .to(device)（device 统一选定一次），或在导入 ${module} 后改用 .${type}()。`,
            },
        evidence,
        fixes: isOfMethod ? [] : [...toDevice(call, context), targetMethod(call, facts, table, torchReleases)],
      });
    }
  },
};

const forCallers: Localized = {
  en: 'This is what .cuda() of this class does: give the class a method that takes any device, as .to(device) does, and have callers use that.',
  zh: '这是本类 .cuda() 的实现：请为该类提供可接受任意设备的方法（例如 .to(device)），并让调用方改用它。',
};

/** `x.cuda()` -> `x.to(device)`, and `x.cuda(device)` -> `x.to(device)`: the other arguments stay as they are. */
function toDevice(call: CallFact, context: ScriptRuleContext): Fix[] {
  const [first] = call.arguments;
  if (call.arguments.some(({ splat }) => splat !== undefined)) return [];
  if (first?.value.kind === 'device' && (first.keyword ?? 'device') === 'device') {
    return [
      {
        kind: 'safe',
        title: { en: 'Write .to(...), which takes any device', zh: '改为 .to(...)，可用于任意设备' },
        edits: [replacement(call.nameSpan, 'to')],
      },
    ];
  }
  // Another argument without a keyword is a device, or whether to block.
  const names = call.arguments.map(({ keyword }) => keyword);
  if (names.some((name) => name === undefined || name === 'device')) return [];
  const device = variableAt(context, call, 'device') ?? currentAccelerator(context, 'device');
  if (device === undefined) return [];
  const isBroken = /^\s*[\r\n]/.test(context.facts.text.slice(call.argumentsSpan.start, call.argumentsSpan.end));
  const rest = call.arguments.length === 0 ? '' : isBroken ? ',' : ', ';
  const start = { start: call.argumentsSpan.start, end: call.argumentsSpan.start };
  return [
    {
      // What a class of an unknown name has besides .cuda() is not known.
      kind: call.certainty === 'proven' ? device.kind : 'review',
      title:
        device.source === 'variable'
          ? { en: `Write .to(${device.text})`, zh: `改为 .to(${device.text})` }
          : {
              en: `Move to the current accelerator (${device.since?.en})`,
              zh: `迁移到当前加速器（${device.since?.zh}）`,
            },
      edits: [replacement(call.nameSpan, 'to'), replacement(start, `${device.text}${rest}`)],
    },
  ];
}

/** `x.cuda(0)` -> `x.npu(0)`: the vendor's method takes the same arguments. */
function targetMethod(
  call: CallFact,
  facts: ScriptFacts,
  table: MigrationTable,
  torchReleases: TorchReleases | undefined,
): Fix {
  const { type } = table.device;
  return {
    kind: 'review',
    title: { en: `Call .${type}() instead`, zh: `改为调用 .${type}()` },
    edits: [
      replacement(call.nameSpan, type),
      ...namedDevice(call, facts).map((span) => replacement(span, type)),
      ...targetImport(facts, table, torchReleases),
    ],
  };
}

/** The device's name in `x.cuda("cuda:1")`. */
function namedDevice({ arguments: passed }: CallFact, { text }: ScriptFacts): TextSpan[] {
  return passed.flatMap(({ valueSpan: { start, end } }) => {
    const before = /^f?["'](?=cuda[:"'])/i.exec(text.slice(start, end))?.[0];
    return before === undefined ? [] : [{ start: start + before.length, end: start + before.length + 'cuda'.length }];
  });
}

const movesToCuda = namesLike(/^(torch\.Tensor|torch\.nn\.Module|\?)\.cuda$/);
