import type {
  CallFact,
  DeviceComparisonFact,
  Fix,
  Localized,
  ScriptFacts,
  ScriptPlace,
  ScriptRule,
  ScriptRuleContext,
  TextEdit,
} from '../../../../core/model';
import { isCompared } from '../../scripts/compared';
import { insertion, replacement, targetImport } from '../../scripts/edits';
import { callsNamed, namesLike, referencesNamed } from '../../scripts/named-facts';
import { beginsAlone, isOnTarget } from '../../scripts/target-choice';
import en from './en.md';
import zh from './zh-cn.md';

/** Comparisons of a backend with "nccl", which a shim leaves as they are, and questions after NCCL. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/distributed-compare',
  severity: 'warning',
  coveredByGuard: true,
  title: { en: 'A comparison with "nccl" is false here', zh: '与 "nccl" 的比较在此为假' },
  documentation: { en, zh },
  check(context) {
    const { facts, table, target, report } = context;
    const { backend, evidence } = table.device;
    for (const comparison of facts.deviceComparisons) {
      if (comparison.about !== 'backend' || isAnswered(comparison, backend, facts)) continue;
      report({
        at: comparison,
        span: comparison.literalSpan,
        verdict: 'silent',
        message: unseen(target.id, backend, `"${comparison.text}"`),
        advice: bothAdvice,
        evidence,
        fixes: fixesOf(comparison, backend, facts),
      });
    }
    reportMembers(context);
    reportQuestions(context);
  },
};

/** `get_backend() == Backend.NCCL`. */
function reportMembers({ facts, table, target, report }: ScriptRuleContext): void {
  const { backend, evidence } = table.device;
  for (const { name, use, span, ...at } of referencesNamed(facts, isNccl)) {
    if (use !== 'load') continue;
    const before = facts.text.slice(0, span.start);
    const operator = /(?<equal>==|!=)\s*$/.exec(before);
    if (!isCompared(span, facts.text) || namesBackend({ ...at, span }, backend, facts)) continue;
    const written = facts.text.slice(span.start, span.end);
    report({
      at: { ...at, span },
      span,
      verdict: 'silent',
      message: unseen(target.id, backend, 'Backend.NCCL'),
      advice: bothAdvice,
      evidence,
      fixes: operator
        ? [
            {
              kind: 'safe',
              title: compareAsWell(backend),
              edits: [
                replacement(
                  { start: operator.index, end: span.end },
                  `${operator.groups!['equal'] === '==' ? 'in' : 'not in'} (${written}, "${backend}")`,
                ),
              ],
            },
          ]
        : [],
    });
  }
}

function unseen(target: string, backend: string, name: string): Localized {
  return {
    en: `The backend of ${target} is called "${backend}": this comparison with ${name} does not see it.`,
    zh: `${target} 的后端名为 "${backend}"：与 ${name} 的比较不会匹配到它。`,
  };
}

const bothAdvice: Localized = {
  en: 'Compare with both names. A shim maps the name that is passed to init_process_group, not comparisons.',
  zh: '请同时与两个名称比较。适配层只转换传给 init_process_group 的名称，不处理比较。',
};

function compareAsWell(backend: string): Localized {
  return { en: `Compare with "${backend}" as well`, zh: `同时与 "${backend}" 比较` };
}

/** The target's backend is compared with on the same lines. */
function isAnswered({ span }: DeviceComparisonFact, backend: string, { text }: ScriptFacts): boolean {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.end);
  return text.slice(start, end < 0 ? text.length : end).includes(backend);
}

/** `available("nccl") or available("hccl")`: the statement, up to the end of the line, asks for the target's backend too. */
function namesBackend({ span, statement }: ScriptPlace, backend: string, { text }: ScriptFacts): boolean {
  const line = text.indexOf('\n', span.end);
  const end = Math.min(statement.span.end, line < 0 ? text.length : line);
  return new RegExp(`(?<![A-Za-z])${backend}(?![A-Za-z])`, 'i').test(text.slice(statement.span.start, end));
}

function fixesOf(comparison: DeviceComparisonFact, backend: string, facts: ScriptFacts): Fix[] {
  const edits = bothNames(comparison, backend, facts);
  if (edits === undefined) return [];
  return [{ kind: 'safe', title: compareAsWell(backend), edits }];
}

/** What makes the comparison true of both names; nothing changes where the backend is "nccl". */
function bothNames(
  { operator, literalSpan, subject, span, text: name }: DeviceComparisonFact,
  backend: string,
  { text }: ScriptFacts,
): TextEdit[] | undefined {
  const literal = text.slice(literalSpan.start, literalSpan.end);
  const quote = literal.at(-1)!;
  const ours = `${quote}${backend}${quote}`;
  if (name !== 'nccl') return undefined;
  const said = text.slice(subject.span.start, subject.span.end);
  const isPlain = /^[\w.]+(\([^()]*\))?$/.test(said);
  switch (operator) {
    case '==':
    case 'is':
      return [replacement(span, `${said} in (${literal}, ${ours})`)];
    case '!=':
    case 'is not':
      return [replacement(span, `${said} not in (${literal}, ${ours})`)];
    case 'in':
    case 'not in': {
      if (literalSpan.start > subject.span.start) return [insertion(literalSpan.end, `, ${ours}`)];
      if (!isPlain) return undefined;
      const joint = operator === 'in' ? 'or' : 'and';
      return [replacement(span, `(${literal} ${operator} ${said} ${joint} ${ours} ${operator} ${said})`)];
    }
    case 'startswith':
      return [replacement(literalSpan, `(${literal}, ${ours})`)];
    case 'match':
      return [insertion(literalSpan.end, ` | ${ours}`)];
  }
}

/** `torch.distributed.is_nccl_available()`. */
function reportQuestions(context: ScriptRuleContext): void {
  const { facts, table, target, shimTable, report } = context;
  const { backend, evidence } = table.device;
  for (const call of callsNamed(facts, asksForNccl)) {
    if (shimTable !== undefined && table.isPatched(shimTable, 'torch.distributed.is_nccl_available')) continue;
    if (namesBackend(call, backend, facts)) continue;
    report({
      at: call,
      span: call.nameSpan,
      verdict: 'silent',
      message: {
        en: `is_nccl_available() is false on ${target.id}, whose backend is "${backend}".`,
        zh: `is_nccl_available() 在 ${target.id} 上为假，其后端是 "${backend}"。`,
      },
      advice: {
        en: `Ask torch.distributed.is_backend_available("${backend}") as well, or choose the backend by the device.`,
        zh: `请同时检查 torch.distributed.is_backend_available("${backend}")，或按设备选择后端。`,
      },
      evidence,
      fixes: chosenFirst(call, context),
    });
  }
}

/** `"nccl" if dist.is_nccl_available() else "gloo"`, with the target's backend before it. On CUDA nothing changes. */
function chosenFirst({ span }: CallFact, { facts, table }: ScriptRuleContext): Fix[] {
  const { backend, type } = table.device;
  const before = /(["'])nccl\1\s+if\s+$/.exec(facts.text.slice(Math.max(0, span.start - 40), span.start));
  if (before === null || !/^\s*else\b/.test(facts.text.slice(span.end))) return [];
  const start = span.start - before[0].length;
  const quote = before[1]!;
  const condition = isOnTarget(facts, table);
  if (condition === undefined || !beginsAlone(start, facts)) return [];
  return [
    {
      kind: 'safe',
      title: {
        en: `Choose "${backend}" where the ${type.toUpperCase()} is there`,
        zh: `检测到 ${type.toUpperCase()} 时选用 "${backend}"`,
      },
      edits: [insertion(start, `${quote}${backend}${quote} if ${condition} else `), ...targetImport(facts, table)],
    },
  ];
}

const isNccl = namesLike(/^torch\.distributed\.(distributed_c10d\.)?Backend\.NCCL$/);
const asksForNccl = namesLike(/^torch\.distributed\.(distributed_c10d\.)?is_nccl_available$/);
