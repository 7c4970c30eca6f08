import type {
  CallFact,
  Evidence,
  JudgedLimit,
  Localized,
  MigrationTable,
  ScriptRule,
  ScriptRuleContext,
  TensorUseFact,
} from '../../../../core/model';
import { isHot } from '../../scripts/hot-place';
import { limitOf } from '../../scripts/limit-of';
import { callsNamed, matches } from '../../scripts/named-facts';
import { functionOfModule, refusedApi } from '../../scripts/refused-api';
import { isOnHost, tensorPlace } from '../../scripts/tensor-place';
import en from './en.md';
import zh from './zh-cn.md';

/** An API that the target computes on the host's CPU, with copies there and back. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/cpu-fallback',
  severity: 'warning',
  title: { en: 'Computed on the CPU', zh: '回退到 CPU 执行' },
  documentation: { en, zh },
  check(context) {
    const { facts, chip, table, torch } = context;
    for (const fact of facts.tensorUses) if (fact.use === 'index') reportIndexing(fact, context);
    const mayBeOnHost = (name: string) => isOfTorch(name) && mayFallBack(name, table, chip.family, torch);
    for (const call of callsNamed(facts, mayBeOnHost)) {
      if (!isToldElsewhere(call) && !fails(call, table, chip.family)) reportCall(call, context);
    }
  },
};

/** `x[:, index]`, where the kernel leaves it to the CPU. */
function reportIndexing(fact: TensorUseFact, { facts, target, chip, table, report }: ScriptRuleContext): void {
  if (fact.certainty === 'guessed' || isOnHost(fact, facts)) return;
  const limit = limitOf('torch.Tensor.__getitem__', 'index-behind-slice', fact, table, chip.family);
  if (limit === undefined || runsOnce.test(fact.function ?? '')) return;
  report({
    at: fact,
    severity: isHot(fact) ? 'warning' : 'information',
    verdict: limit.verdict,
    message: {
      en: `Indexing on ${target.id}: ${limit.message.en}`,
      zh: `在 ${target.id} 上索引：${limit.message.zh}`,
    },
    advice: limit.advice,
    evidence: limit.evidence,
  });
}

function reportCall(call: CallFact, { facts, target, chip, table, torch, report }: ScriptRuleContext): void {
  const reason =
    documented(call, table, chip.family, torch) ??
    (refusedApi(call.name, table, chip, torch) === undefined ? unregistered(call, table) : undefined) ??
    possible(call, table, torch);
  if (reason === undefined) return;
  const isModule = /^torch\.nn\.[A-Z]/.test(call.name);
  if ((runsOnce.test(call.function ?? '') && !isModule) || tensorPlace(call, facts) === 'host') return;
  const isRepeated = isHot(call) || isModule || isAttention(call.name);
  if ((reason.isPossible || reason.isSmall) && !isRepeated) return;
  report({
    at: call,
    span: call.calleeSpan,
    severity: isRepeated && !reason.isPossible && !reason.isSmall ? 'warning' : 'information',
    verdict: 'host',
    message: {
      en: `${call.name} on ${target.id}: ${reason.message.en}`,
      zh: `在 ${target.id} 上调用 ${call.name}：${reason.message.zh}`,
    },
    advice: reason.advice ?? {
      en: 'Move it out of the loop or of forward, do it on the host before the data is moved, or compose it from APIs with kernels.',
      zh: '请移出循环或 forward，或在数据搬到设备之前于主机上完成，或用有算子实现的 API 组合。',
    },
    evidence: reason.evidence,
  });
}

/** Weights are initialised once. */
const runsOnce = /(^|\.)(__init__|_?init_\w*|reset_parameters|_reset_parameters|_?initialize\w*|\w+_init)$/;

/** Complex numbers have a rule of their own, and so have what reads values on the host and, in loops, shapes that depend on data. */
function isToldElsewhere(call: CallFact): boolean {
  return hasOwnRule(call.name) || (selectsByValue(call.name) && isHot(call));
}

const hasOwnRule = matches(/^torch\.(view_as_(complex|real)|polar|complex|_scaled_mm)$|\.(item|tolist)$/);
const selectsByValue = matches(/\.(nonzero|argwhere|masked_select|unique|unique_consecutive)$/);
const isOfTorch = matches(/^torch\./);
/** Whatever the function is called that it stands in, every layer computes it for every batch. */
const isAttention = matches(/\.scaled_dot_product_attention$/);

/** Whether any of the reasons below can be one of a call of this name. */
function mayFallBack(name: string, table: MigrationTable, family: string, torch: string | undefined): boolean {
  const row = table.inRelease(name, torch);
  return (
    row?.onHostOnly === true ||
    row?.mayRunOnHost === true ||
    table.limits(name, family).some(({ verdict }) => verdict === 'host') ||
    table.hostOperators(functionOfModule(name)).length > 0
  );
}

/** Where the call raises, nothing is computed on the CPU either. */
function fails(call: CallFact, table: MigrationTable, family: string): boolean {
  return table
    .judge(call, family)
    .some(
      ({ limit, outcome }) => limit.verdict === 'unsupported' && outcome === 'broken' && limit.id !== 'int64-converted',
    );
}

interface Reason {
  readonly message: Localized;
  readonly advice?: Localized | undefined;
  readonly evidence: readonly Evidence[];
  /** The vendor says that it may happen, and not when. */
  readonly isPossible?: true;
  /** It costs little, and nothing where it is done once. */
  readonly isSmall?: true;
}

/** The vendor says so: for every call, or for one with such arguments. */
function documented(
  call: CallFact,
  table: MigrationTable,
  family: string,
  torch: string | undefined,
): Reason | undefined {
  const isBroken = ({ limit, outcome }: JudgedLimit) => limit.verdict === 'host' && outcome === 'broken';
  const limit = table.judge(call, family).find(isBroken)?.limit;
  if (limit !== undefined) return limit.id === 'random-on-host' ? { ...limit, isSmall: true } : limit;
  const row = table.inRelease(call.name, torch);
  if (!row?.onHostOnly) return undefined;
  return {
    message: {
      en: `the vendor's table for PyTorch ${row.torch.at(-1)} says that it runs on the CPU only.`,
      zh: `厂商的 PyTorch ${row.torch.at(-1)} 支持列表标明仅 CPU 支持。`,
    },
    evidence: row.evidence,
  };
}

/** Whatever the arguments, an operator of it has no kernel on the device. */
function unregistered({ name }: CallFact, table: MigrationTable): Reason | undefined {
  const operators = table.hostOperators(functionOfModule(name));
  if (operators.length === 0) return undefined;
  const rows = operators.flatMap((operator) => table.operator(operator) ?? []);
  const isSilent = table.route === 'torch-tpu';
  return {
    message: {
      en: `${operators.join(', ')} ${operators.length > 1 ? 'have' : 'has'} no kernel on the device: the data goes to the CPU and back${isSilent ? ', without a warning' : ''}.`,
      zh: `${operators.join('、')} 没有设备端算子，数据会拷贝到 CPU 计算后再拷回${isSilent ? '，且没有任何提示' : ''}。`,
    },
    evidence: [
      ...(rows.length > 0 ? rows.flatMap(({ evidence }) => evidence) : table.unregistered),
      ...[table.operatorsOf(functionOfModule(name))?.evidence].filter((evidence) => evidence !== undefined),
    ],
  };
}

/** The vendor says that it may fall back, and leaves open when. */
function possible({ name, certainty }: CallFact, table: MigrationTable, torch: string | undefined): Reason | undefined {
  const row = table.inRelease(name, torch);
  if (!row?.mayRunOnHost || certainty === 'guessed' || name === 'torch.Tensor.double') return undefined;
  return {
    message: {
      en: `the vendor's table for PyTorch ${row.torch.at(-1)} says that it may fall back to the CPU.`,
      zh: `厂商的 PyTorch ${row.torch.at(-1)} 支持列表标明可能回退至 CPU 执行。`,
    },
    advice: {
      en: 'Look for the warning about the fallback in the log of a first run.',
      zh: '首次运行时请留意日志中的回退告警。',
    },
    evidence: row.evidence,
    isPossible: true,
  };
}
