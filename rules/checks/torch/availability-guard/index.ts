import type {
  Fix,
  GuardFact,
  Localized,
  ScriptFacts,
  ScriptFindingDraft,
  ScriptRule,
  ScriptRuleContext,
  Severity,
  TextSpan,
} from '../../../../core/model';
import { nameInFile, replacement, targetImport, textOf } from '../../scripts/edits';
import { type GuardedCode, guardedCode, notRun, refusal } from '../../scripts/guarded-code';
import { currentAccelerator, kindOfPortable } from '../../scripts/portable-form';
import { sinceRelease } from '../../scripts/releases';
import { checksRequest } from '../../scripts/request-check';
import { backendChoice, backendOfTarget, otherValue } from './backend-choice';
import en from './en.md';
import zh from './zh-cn.md';

/** A question whether there is CUDA, and all that hangs on the answer: one finding for the lot. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/availability-guard',
  severity: 'warning',
  title: { en: 'Only CUDA is asked for', zh: '仅判断 CUDA 是否可用' },
  documentation: { en, zh },
  check(context) {
    const { facts, table, shimTable, report } = context;
    const name = 'torch.cuda.is_available';
    if (shimTable !== undefined && table.isPatched(shimTable, name)) return;
    const evidence = table.cudaApi(name)?.withoutCuda?.evidence ?? table.device.evidence;
    facts.guards.forEach((guard, index) => {
      // What stands in another guard's branch is told there; so is what is asked elsewhere.
      const around = guard.guard === index ? undefined : guard.guard;
      if (guard.name !== name || guard.isRepeated || (around !== undefined && !facts.guards[around]!.isUntold)) return;
      if (asksForTarget(guard, context) || checksRequest(guard.conditionSpan, facts.text)) return;
      const device = deviceChoice(guard, facts);
      const inside = guardedCode(index, facts);
      const backend = device === undefined ? backendChoice(guard, facts) : undefined;
      report({
        at: guard,
        span: guard.conditionSpan,
        severity: severityOf(guard, inside, facts),
        verdict: device === undefined ? 'limited' : 'host',
        message: messageOf(guard, inside, device !== undefined, context),
        evidence,
        ...(backend === undefined
          ? anyAccelerator(guard, inside, device, context)
          : backendOfTarget(guard, backend, context)),
      });
    });
  },
};

/** What to ask for instead. */
function anyAccelerator(
  guard: GuardFact,
  inside: GuardedCode,
  device: DeviceChoice | undefined,
  context: ScriptRuleContext,
): Pick<ScriptFindingDraft, 'advice' | 'fixes'> {
  const { namespace } = context.table.device;
  return {
    advice: {
      en: `Ask for any accelerator: torch.accelerator.is_available() (PyTorch 2.6 and later), or ${namespace}.is_available().`,
      zh: `改为判断任意加速器：torch.accelerator.is_available()（PyTorch 2.6 及以上），或 ${namespace}.is_available()。`,
    },
    fixes: device === undefined ? askForAny(guard, inside, context) : chooseAny(guard, device, context),
  };
}

/** Whether the other branches are for the target, or for any accelerator: `elif torch.npu.is_available()`. */
function asksForTarget({ alternative }: GuardFact, { facts, table }: ScriptRuleContext): boolean {
  if (alternative === undefined) return false;
  const { type, module } = table.device;
  const named = new RegExp(`\\btorch\\.accelerator\\b|\\b(is_)?(torch_)?${type}\\b|\\b${module}\\b`);
  return named.test(textOf(facts, alternative));
}

/** The text in `"cuda" if torch.cuda.is_available() else "cpu"`, also as `torch.device("cuda") if ...`. */
interface DeviceChoice {
  /** Of the text with its quotes. */
  readonly span: TextSpan;
  /** Of what makes a device of it; the text's own where nothing does. */
  readonly whole: TextSpan;
  readonly text: string;
}

/** Undefined where the guard chooses something else than a device. */
function deviceChoice({ form, body }: GuardFact, facts: ScriptFacts): DeviceChoice | undefined {
  if (form !== 'conditional' || body === undefined) return undefined;
  const found = /^((?:\w+\.)?device\(\s*)?(["'])(cuda(?::\d+)?)\2(\s*\))?$/.exec(textOf(facts, body));
  if (found === null || (found[1] === undefined) !== (found[4] === undefined)) return undefined;
  const start = body.start + (found[1]?.length ?? 0);
  return { span: { start, end: start + found[3]!.length + 2 }, whole: body, text: found[3]! };
}

function severityOf(guard: GuardFact, { calls, devices }: GuardedCode, facts: ScriptFacts): Severity {
  const refused = refusal(guard, facts);
  if (refused) return refused.fails ? 'error' : 'information';
  if (skipsTest(guard, facts)) return 'information';
  // Asked and shown, or passed on: nothing here says that anything is skipped.
  return guard.form === 'value' && calls + devices === 0 ? 'information' : 'warning';
}

function messageOf(
  guard: GuardFact,
  inside: GuardedCode,
  isDevice: boolean,
  { facts, target }: ScriptRuleContext,
): Localized {
  const then =
    refusal(guard, facts)?.told ??
    (isDevice
      ? { en: 'the script runs on the CPU', zh: '脚本会在 CPU 上运行' }
      : (skipsTest(guard, facts) ?? notRun(inside) ?? otherValue(guard, facts) ?? withoutCuda(guard)));
  return {
    en: `torch.cuda.is_available() is False on ${target.id}${then ? `: ${then.en}` : ''}.`,
    zh: `torch.cuda.is_available() 在 ${target.id} 上为 False${then ? `：${then.zh}` : ''}。`,
  };
}

/** `@unittest.skipIf(not torch.cuda.is_available(), ...)`. */
function skipsTest({ body, conditionSpan, statement }: GuardFact, { text }: ScriptFacts): Localized | undefined {
  const before = text.slice(statement.span.start, conditionSpan.start);
  // With a body the test is known to run only where CUDA is there, whatever else is asked.
  const skips = body === undefined ? /skip_?(if\(\s*not\s+|unless\(\s*)$/i : /skip_?(if|unless)\(([^()]|\([^()]*\))*$/i;
  return skips.test(before) ? { en: 'the test is skipped', zh: '该测试会被跳过' } : undefined;
}

function withoutCuda({ form, body, alternative }: GuardFact): Localized | undefined {
  return form === 'if' && body === undefined && alternative !== undefined
    ? { en: 'what is there for machines without CUDA runs', zh: '执行的是无 CUDA 时的分支' }
    : undefined;
}

/** `"cuda" if torch.cuda.is_available() else "cpu"`, with the accelerator that there is, or with the target's. */
function chooseAny(guard: GuardFact, device: DeviceChoice, context: ScriptRuleContext): Fix[] {
  const { facts, table, torchReleases } = context;
  const fixes: Fix[] = [];
  const asked = nameInFile('torch.accelerator.is_available', facts);
  const type = currentAccelerator(context, 'type');
  const portable = table.cudaApi('torch.cuda.is_available')?.portable;
  const kind = portable && kindOfPortable(portable, context);
  const callee = calleeSpan(guard, facts);
  if (asked !== undefined && type !== undefined && kind !== undefined && callee !== undefined) {
    const isMade = device.whole.start !== device.span.start;
    const name = device.text === 'cuda' ? type.text : `f"{${type.text}}${device.text.slice('cuda'.length)}"`;
    const isAccelerator = isMade && device.text === 'cuda';
    fixes.push({
      kind,
      title: {
        en: `Choose whichever accelerator there is (${type.since?.en})`,
        zh: `选用当前可用的加速器（${type.since?.zh}）`,
      },
      edits: [
        isAccelerator ? replacement(device.whole, type.text.replace(/\.type$/, '')) : replacement(device.span, name),
        replacement(callee, asked),
      ],
    });
  }
  const own = nameInFile(`${table.device.namespace}.is_available`, facts);
  if (own !== undefined && callee !== undefined) {
    fixes.push({
      kind: 'review',
      title: { en: `Choose ${table.device.type}`, zh: `选用 ${table.device.type}` },
      edits: [
        replacement({ start: device.span.start + 1, end: device.span.start + 5 }, table.device.type),
        replacement(callee, own),
        ...targetImport(facts, table, torchReleases),
      ],
    });
  }
  return fixes;
}

/** Asking for any accelerator, where nothing behind the question is written for CUDA alone. */
function askForAny(guard: GuardFact, { calls, devices }: GuardedCode, context: ScriptRuleContext): Fix[] {
  const { facts, table } = context;
  const portable = table.cudaApi('torch.cuda.is_available')?.portable;
  const kind = portable && kindOfPortable(portable, context);
  const asked = portable && nameInFile(portable.name, facts);
  const callee = calleeSpan(guard, facts);
  if (calls + devices > 0 || kind === undefined || asked === undefined || callee === undefined) return [];
  // `def is_cuda_available(): return torch.cuda.is_available()` answers what its name says.
  if (/cuda/i.test(guard.function?.split('.').at(-1) ?? '')) return [];
  // `["cuda"] if torch.cuda.is_available() else []`; a compiler that makes code for CUDA.
  const forCuda = /(["'])(cuda(:\d+)?|inductor|cudagraphs|tensorrt)\1/;
  if (guard.body !== undefined && forCuda.test(textOf(facts, guard.body))) return [];
  const since = sinceRelease(portable!.since, context);
  return [
    {
      // What hangs on the answer elsewhere is for a reader to see.
      kind: 'review',
      title: {
        en: `Ask for any accelerator (${since.en})`,
        zh: `改为判断任意加速器（${since.zh}）`,
      },
      edits: [replacement(callee, asked)],
    },
  ];
}

/** Of `torch.cuda.is_available` without its parentheses. */
function calleeSpan({ conditionSpan }: GuardFact, { calls }: ScriptFacts) {
  return calls.find(
    ({ name, span }) =>
      name === 'torch.cuda.is_available' && span.start >= conditionSpan.start && span.end <= conditionSpan.end,
  )?.calleeSpan;
}
