import type {
  DeviceStringFact,
  Fix,
  ReferenceFact,
  ScriptFacts,
  ScriptFindingDraft,
  ScriptPlace,
  ScriptRule,
  ScriptRuleContext,
} from '../../../../core/model';
import { isCompared } from '../../scripts/compared';
import { insertion, replacement, targetImport } from '../../scripts/edits';
import { callsNamed, namesLike, referencesNamed } from '../../scripts/named-facts';
import { choice } from '../../scripts/target-choice';
import en from './en.md';
import { isForRay, isRaysNccl, refusalOfRay, reportRayDefaults } from './ray';
import zh from './zh-cn.md';

/** "nccl" that reaches `init_process_group`, `new_group`, a default or a list of choices; `Backend.NCCL`. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/distributed-backend',
  severity: 'error',
  coveredByGuard: true,
  title: { en: 'The backend "nccl" is not there', zh: '后端 "nccl" 不存在' },
  documentation: { en, zh },
  check(context) {
    for (const text of context.facts.deviceStrings) {
      if (!/\bnccl\b/i.test(text.text) || isMapped(text, context) || followsQuestion(text, context.facts)) continue;
      report(text, context);
    }
    reportMembers(context);
    reportRayDefaults(context);
  },
};

/** The shim turns it into the target's backend where it arrives. */
function isMapped({ sinks }: DeviceStringFact, { shimTable, table }: ScriptRuleContext): boolean {
  if (sinks.some(isForRay)) return false;
  if (shimTable === undefined || !table.isPatched(shimTable, 'torch.distributed.init_process_group')) return false;
  // The adaptor of torch_tpu passes the backend of new_group on as it is.
  return table.route !== 'torch-tpu' || !sinks.some(({ name }) => name.endsWith('.new_group'));
}

/**
 * In the body of `if backend == "nccl":` or `if is_nccl_available():`, which does not run with another backend. What is
 * taken in its place is told at the question.
 */
function followsQuestion({ span, statement, function: path }: DeviceStringFact, facts: ScriptFacts): boolean {
  if (/^\s*if\s+[\w.]*\bis_nccl_available\(\)/.test(facts.text.slice(span.end, statement.span.end))) return true;
  const compared = facts.deviceComparisons.filter(({ about, operator }) => about === 'backend' && operator === '==');
  const questions = callsNamed(facts, asksForNccl).filter(isCondition(facts));
  return [...compared, ...questions].some((asked) => {
    if (asked.function !== path || asked.span.end > span.start) return false;
    const { indentation } = asked.statement;
    const lines = facts.text.slice(asked.span.end, statement.span.start).split('\n').slice(1);
    // A condition may end on a line of its own.
    const isInside = (line: string) =>
      /^\s*(\).*:)?$/.test(line.trimEnd()) || line.length - line.trimStart().length > indentation.length;
    return (
      statement.span.start > asked.span.end &&
      lines.length > 0 &&
      [...lines.slice(0, -1), `${statement.indentation}x`].every(isInside)
    );
  });
}

function report(text: DeviceStringFact, context: ScriptRuleContext): void {
  const { facts, table } = context;
  const isChoice = text.sinks.every(({ kind }) => kind === 'choices');
  if (isChoice && (offers(text, table.device.backend, facts) || !isAboutBackends(text, facts))) return;
  const isProven = text.sinks.some((sink) => sink.certainty === 'proven');
  context.report({
    at: { ...text, certainty: isProven ? 'proven' : 'assumed' },
    span: text.nameSpan,
    // A default can be overruled on the command line.
    severity: text.sinks.every(({ kind }) => kind === 'choices' || kind === 'default') ? 'warning' : 'error',
    verdict: 'unsupported',
    ...(text.sinks.some(isForRay) ? refusalOfRay(context) : refusal(text, isChoice, context)),
  });
}

function refusal(
  text: DeviceStringFact,
  isChoice: boolean,
  { facts, table, target }: ScriptRuleContext,
): Pick<ScriptFindingDraft, 'message' | 'advice' | 'evidence' | 'fixes'> {
  const { backend, backendNote, evidence } = table.device;
  return {
    message: isChoice
      ? {
          en: `The choices have "nccl" but not "${backend}", the backend of ${target.id}.`,
          zh: `可选项中有 "nccl"，但没有 ${target.id} 的后端 "${backend}"。`,
        }
      : {
          en: `"nccl" needs CUDA: on ${target.id} the backend of collectives is "${backend}".`,
          zh: `"nccl" 依赖 CUDA：${target.id} 上的集合通信后端是 "${backend}"。`,
        },
    advice: {
      en: `Choose it by the device that is there.${backendNote ? ` ${backendNote.en}` : ''}`,
      zh: `请按实际设备选择。${backendNote ? backendNote.zh : ''}`,
    },
    evidence,
    fixes: isChoice ? [offer(text, backend, facts)] : choose(text, facts, table),
  };
}

/** `Literal["nccl", "nvls"]` may name implementations of anything: a backend, or another name of one, stands beside it. */
function isAboutBackends({ statement: { span } }: DeviceStringFact, { text }: ScriptFacts): boolean {
  return /backend|gloo|\bmpi\b|\bucc\b|\bxccl\b/i.test(text.slice(span.start, span.end));
}

/** The list has the target's backend already. */
function offers({ span }: DeviceStringFact, backend: string, { text }: ScriptFacts): boolean {
  return new RegExp(`["']${backend}["']`).test(text.slice(Math.max(0, span.start - 80), span.end + 80));
}

function offer({ span }: DeviceStringFact, backend: string, { text }: ScriptFacts): Fix {
  const quote = text[span.end - 1]!;
  return {
    kind: 'safe',
    title: { en: `Offer "${backend}" as well`, zh: `增加选项 "${backend}"` },
    edits: [insertion(span.end, `, ${quote}${backend}${quote}`)],
  };
}

function choose(text: DeviceStringFact, facts: ScriptFacts, table: ScriptRuleContext['table']): Fix[] {
  const { backend, type } = table.device;
  const only: Fix = {
    kind: 'review',
    title: { en: `Write "${backend}"`, zh: `改为 "${backend}"` },
    edits: deviceAndBackend(text, facts, type, backend),
  };
  // Ray's driver, which says what its workers take, may run on a machine without the device.
  const isForWorkers = text.sinks.some(({ name }) => name.startsWith('ray.train.'));
  const isPlain = text.form === 'literal' && text.text === 'nccl' && !isForWorkers;
  const literal = facts.text.slice(text.span.start, text.span.end);
  const quote = literal.at(-1);
  const chosen = isPlain ? choice(`${quote}${backend}${quote}`, literal, text.span, facts, table) : undefined;
  if (chosen === undefined) return [only];
  return [
    {
      kind: 'safe',
      title: {
        en: `Choose "${backend}" where the ${type.toUpperCase()} is there`,
        zh: `检测到 ${type.toUpperCase()} 时选用 "${backend}"`,
      },
      edits: [replacement(text.span, chosen), ...targetImport(facts, table)],
    },
    only,
  ];
}

/** `cuda:nccl` names the device as well. */
function deviceAndBackend({ nameSpan, span }: DeviceStringFact, facts: ScriptFacts, type: string, backend: string) {
  const said = facts.text.slice(span.start, span.end);
  const paired = /cuda:nccl/i.exec(said);
  if (paired === null) return [replacement(nameSpan, backend)];
  const start = span.start + paired.index;
  return [replacement({ start, end: start + paired[0].length }, `${type}:${backend}`)];
}

/** `torch.distributed.Backend.NCCL`; Ray has one of its own. */
function reportMembers(context: ScriptRuleContext): void {
  const { facts, table, target, shimTable, report: tell } = context;
  const { backend, backendNote, evidence } = table.device;
  const isPatched = shimTable !== undefined && table.isPatched(shimTable, 'torch.distributed.init_process_group');
  const tellOf = ({ span, nameSpan, ...at }: ReferenceFact, told: Omit<ScriptFindingDraft, 'at' | 'verdict'>) =>
    tell({ at: { ...at, span }, span: nameSpan, verdict: 'unsupported', ...told });
  for (const reference of isPatched ? [] : referencesNamed(facts, isNccl).filter(isChosen(facts))) {
    tellOf(reference, {
      message: {
        en: `Backend.NCCL needs CUDA: on ${target.id} the backend of collectives is "${backend}".`,
        zh: `Backend.NCCL 依赖 CUDA：${target.id} 上的集合通信后端是 "${backend}"。`,
      },
      advice: backendNote ?? { en: `Write "${backend}".`, zh: `改为 "${backend}"。` },
      evidence,
      fixes: [
        {
          kind: 'review',
          title: { en: `Write "${backend}"`, zh: `改为 "${backend}"` },
          edits: [replacement(reference.span, `"${backend}"`)],
        },
      ],
    });
  }
  for (const reference of referencesNamed(facts, isRaysNccl).filter(isChosen(facts))) {
    tellOf(reference, refusalOfRay(context));
  }
}

/** A comparison is not a choice: torch/distributed-compare tells it. */
const isChosen =
  ({ text }: ScriptFacts) =>
  ({ use, span }: ReferenceFact) =>
    use === 'load' && !isCompared(span, text);

const asksForNccl = namesLike(/^torch\.distributed\.(distributed_c10d\.)?is_nccl_available$/);

/** `if is_nccl_available():`, and nothing else is asked. */
const isCondition =
  ({ text }: ScriptFacts) =>
  ({ span, statement }: ScriptPlace) =>
    /^if\s+$/.test(text.slice(statement.span.start, span.start)) && /^\s*:/.test(text.slice(span.end));

const isNccl = namesLike(/^torch\.distributed\.(distributed_c10d\.)?Backend\.NCCL$/);
