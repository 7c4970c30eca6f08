import type {
  CallFact,
  Collective,
  CollectiveLimit,
  Localized,
  ScriptRule,
  ScriptRuleContext,
} from '../../../../core/model';
import { textOf } from '../../scripts/edits';
import { callsNamed, namesLike, referencesNamed } from '../../scripts/named-facts';
import { severityOfVerdict } from '../../scripts/verdict-severity';
import en from './en.md';
import zh from './zh-cn.md';

/** Functions of torch.distributed, and what is built on them. */
const function_ =
  /^torch\.distributed\.(?:distributed_c10d\.|nn\.functional\.|fsdp\.(?:\w+\.)*|_composable\.(?:\w+\.)*)?(\w+)$/;
const reduction = /^torch\.distributed\.(?:distributed_c10d\.)?ReduceOp\.(\w+)$/;
const isDistributed = namesLike(function_);
const isReduction = namesLike(reduction);
const makesGroup = namesLike(/^torch\.distributed\.(\w+\.)?(init_process_group|new_group)$/);

/** Collectives, reductions and types that the target's backend lacks, or does otherwise. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/distributed-collective',
  severity: 'error',
  coveredByGuard: true,
  title: { en: "A collective that the target's backend lacks", zh: '目标平台后端缺少的集合通信' },
  documentation: { en, zh },
  check(context) {
    for (const call of callsNamed(context.facts, makesGroup)) reportRefusedByShim(call, context);
    if (usesGlooOnly(context)) return;
    for (const call of callsNamed(context.facts, isDistributed)) {
      const name = function_.exec(call.name)?.[1];
      const collective = name === undefined ? undefined : context.table.collective(name);
      if (name !== undefined && collective !== undefined) reportCall(call, name, collective, context);
    }
    for (const reference of referencesNamed(context.facts, isReduction)) {
      const name = reduction.exec(reference.name)?.[1];
      const found = name === undefined ? undefined : context.table.reduction(name);
      if (name !== undefined && found !== undefined && reference.use === 'load') {
        tell(reference, reference.nameSpan, `ReduceOp.${name}`, found, context);
      }
    }
  },
};

/** Every group of the file is made with gloo, on the CPU. */
function usesGlooOnly({ facts }: ScriptRuleContext): boolean {
  const backends = callsNamed(facts, makesGroup).map((call) =>
    call.arguments.find(({ keyword }, index) => keyword === 'backend' || (keyword === undefined && index === 0)),
  );
  return backends.length > 0 && backends.every((backend) => backend?.value.constant === 'gloo');
}

/** Arguments that a shim's own function for making groups does not take. */
function reportRefusedByShim(call: CallFact, { shim, shimTable, target, report }: ScriptRuleContext): void {
  const { arguments: passed } = call;
  if (passed.some(({ splat }) => splat !== undefined)) return;
  for (const { apis, passing, leavingOut, message, evidence } of shimTable?.breaks ?? []) {
    if (!apis.includes(call.name) || (passing === undefined && leavingOut === undefined)) continue;
    const culprit = passed.find(({ keyword }) => keyword !== undefined && passing?.includes(keyword));
    const isLeftOut =
      leavingOut !== undefined && !passed.some(({ keyword }) => keyword === undefined || keyword === leavingOut);
    if (culprit === undefined && !isLeftOut) continue;
    const what = culprit === undefined ? `without ${leavingOut}` : `with ${culprit.keyword}`;
    const zh = culprit === undefined ? `省略 ${leavingOut}` : `传入 ${culprit.keyword}`;
    report({
      at: call,
      span: culprit?.span ?? call.nameSpan,
      severity: 'error',
      verdict: 'unsupported',
      message: {
        en: `${call.name} ${what} raises under the ${shim} on ${target.id}.`,
        zh: `在 ${target.id} 上启用 ${shim} 时，${call.name} ${zh}会抛出异常。`,
      },
      advice: message,
      evidence,
    });
  }
}

function reportCall(call: CallFact, name: string, collective: Collective, context: ScriptRuleContext): void {
  // The shim makes the sizes of objects int32, as it makes all that is int64.
  if (sendsObjects.test(name) && context.shimTable?.breaks.some(({ id }) => id === 'int64-factories')) return;
  // A group of its own may have another backend; it comes third where objects are sent.
  const group = call.arguments.find(
    ({ keyword }, index) =>
      keyword === 'group' || (keyword === undefined && index === 2 && /^(all_gather|broadcast)_object/.test(name)),
  );
  const at = group === undefined || group.value.constant === null ? call : { ...call, certainty: 'assumed' as const };
  tell(at, call.nameSpan, name, collective, context);
  for (const limit of collective.limits ?? []) {
    const culprit = bite(call, limit, context);
    if (culprit !== undefined) tellLimit(at, culprit, name, limit, context);
  }
}

const sendsObjects = /_object(_list)?$/;

type Place = Parameters<ScriptRuleContext['report']>[0]['at'];

function tell(
  at: Place,
  span: CallFact['span'],
  name: string,
  { verdict, note, evidence }: Collective,
  { table, target, report }: ScriptRuleContext,
): void {
  if (note === undefined || verdict === 'native' || verdict === 'converted') return;
  const { backend } = table.device;
  const fails = verdict === 'unsupported';
  report({
    at,
    span,
    verdict,
    severity: severityOfVerdict(verdict),
    message: fails
      ? {
          en: `${name} does not run with "${backend}" on ${target.id}.`,
          zh: `${name} 无法在 ${target.id} 的 "${backend}" 后端上运行。`,
        }
      : verdict === 'unknown'
        ? {
            en: `Whether ${name} runs with "${backend}" is not certain.`,
            zh: `${name} 能否在 "${backend}" 后端上运行尚无定论。`,
          }
        : {
            en: `${name} is slow with "${backend}" on ${target.id}.`,
            zh: `${name} 在 ${target.id} 的 "${backend}" 后端上较慢。`,
          },
    advice: note,
    evidence,
  });
}

/** An argument, and how the call is told with it: `of a float64 tensor`, `with input_split_sizes=sizes`. */
interface Culprit {
  readonly span: CallFact['span'];
  readonly shown: Localized;
}

/** The argument for which the limit holds; undefined where it does not, or nothing tells. */
function bite(
  call: CallFact,
  limit: CollectiveLimit,
  { facts, chip, shimTable }: ScriptRuleContext,
): Culprit | undefined {
  if (limit.exceptFamilies?.includes(chip.family)) return undefined;
  for (const { name, position } of limit.arguments ?? []) {
    const passed = call.arguments.find(
      ({ keyword, splat }, index) => !splat && (keyword === name || (keyword === undefined && index === position)),
    );
    if (passed === undefined || passed.value.constant === null) continue;
    const text = textOf(facts, passed.span);
    return { span: passed.span, shown: { en: `with ${text}`, zh: `参数为 ${text} 的` } };
  }
  // A shim may convert the types that the backend lacks.
  if (shimTable?.breaks.some(({ id }) => id === 'double-reduce')) return undefined;
  const isOf = (dtype: string | undefined) =>
    dtype !== undefined && limit.dtypes?.includes(dtype.replace(/^torch\./, ''));
  const tensor = call.arguments.find(
    ({ value }) => value.kind === 'tensor' && value.certainty === 'proven' && isOf(value.dtype),
  );
  const dtype = tensor?.value.dtype?.replace(/^torch\./, '');
  return tensor && { span: tensor.span, shown: { en: `of a ${dtype} tensor`, zh: `对 ${dtype} 张量的` } };
}

function tellLimit(
  at: Place,
  { span, shown }: Culprit,
  name: string,
  { verdict, message, evidence }: CollectiveLimit,
  { table, target, report }: ScriptRuleContext,
): void {
  const { backend } = table.device;
  report({
    at,
    span,
    verdict,
    severity: severityOfVerdict(verdict),
    message: {
      en: `${name} ${shown.en} ${verdict === 'silent' ? 'gives something else' : 'fails'} with "${backend}" on ${target.id}.`,
      zh: `${shown.zh} ${name} 在 ${target.id} 的 "${backend}" 后端上${verdict === 'silent' ? '结果不同' : '会失败'}。`,
    },
    advice: message,
    evidence,
  });
}
