import type { CallFact, ScriptPlace, ScriptRule } from '../../../../core/model';
import { callIndex } from '../../scripts/call-index';
import { callsAndDecorators } from '../../scripts/decorated-call';
import { isHot, isInForward } from '../../scripts/hot-place';
import { limitOf } from '../../scripts/limit-of';
import { callsNamed, matches, standing } from '../../scripts/named-facts';
import { isOnHost, tensorPlace } from '../../scripts/tensor-place';
import en from './en.md';
import zh from './zh-cn.md';

/** Shapes that depend on the data, where they come again for every batch. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/dynamic-shape',
  severity: 'information',
  title: { en: 'A shape that depends on the data', zh: '形状取决于数据' },
  documentation: { en, zh },
  check({ facts, target, chip, table, report }) {
    const isCompiled = callsAndDecorators(facts, compiles).length > 0;
    const severityAt = (place: ScriptPlace) => (isInForward(place) && isCompiled ? 'warning' : 'information');
    for (const fact of facts.tensorUses) {
      if (fact.use !== 'mask' || !isHot(fact) || fact.certainty === 'guessed' || isOnHost(fact, facts)) continue;
      const limit = limitOf('torch.masked_select', 'data-dependent-shape', fact, table, chip.family);
      if (limit === undefined) continue;
      report({
        at: fact,
        severity: severityAt(fact),
        verdict: limit.verdict,
        message: {
          en: `Indexing by a mask on ${target.id}: ${limit.message.en}`,
          zh: `在 ${target.id} 上用布尔掩码索引：${limit.message.zh}`,
        },
        advice: limit.advice,
        evidence: limit.evidence,
      });
    }
    for (const call of callsNamed(facts, mayDependOnData)) {
      if (!isHot(call)) continue;
      const selection = selects(call);
      const size = selection === undefined ? sizeFromData(call, callIndex(facts)) : undefined;
      const name = selection ?? (size && 'torch.nonzero');
      if (name === undefined || tensorPlace(call, facts) === 'host') continue;
      const judged = table.judge({ ...call, name }, chip.family);
      const limit = judged.find(({ limit }) => limit.rule === rule.code)?.limit;
      if (limit === undefined) continue;
      report({
        at: call,
        span: size?.span ?? call.calleeSpan,
        severity: severityAt(call),
        verdict: limit.verdict,
        message: size
          ? {
              en: `A size that is read from a tensor, on ${target.id}: the host waits for it, and graphs are captured anew for every value.`,
              zh: `在 ${target.id} 上从张量读取大小：主机须等待其结果，图模式会按不同取值重新捕获。`,
            }
          : {
              en: `${shown(call)} on ${target.id}: ${limit.message.en}`,
              zh: `在 ${target.id} 上调用 ${shown(call)}：${limit.message.zh}`,
            },
        advice: size
          ? {
              en: 'Use the largest size and a mask, or know the size on the host before the data is moved.',
              zh: '改用最大尺寸加掩码，或在数据搬到设备之前于主机上得到该大小。',
            }
          : limit.advice,
        evidence: limit.evidence,
      });
    }
  },
};

/** `.nonzero` of a value that nothing is known of. */
function shown({ name }: CallFact): string {
  return name.replace(/^\?/, '');
}

/** The API that selects by value; `torch.where` of a condition alone is nonzero. */
function selects({ name, arguments: passed }: CallFact): string | undefined {
  if (name === 'torch.where')
    return passed.length === 1 && passed[0]!.splat === undefined ? 'torch.nonzero' : undefined;
  if (!selectsByValue(name) || name === '?.unique') return undefined;
  return name.startsWith('?') ? `torch.Tensor.${name.slice(2)}` : name;
}

/** `torch.zeros(lengths.max().item(), ...)`: a size that the device has computed. */
function sizeFromData(
  { name, arguments: passed }: CallFact,
  index: ReturnType<typeof callIndex>,
): CallFact | undefined {
  if (!takesSize(name)) return undefined;
  for (const { valueSpan, keyword } of passed) {
    const made = keyword === undefined ? index.at(valueSpan.start, valueSpan.end) : undefined;
    if (made !== undefined && /\.item$/.test(made.name)) return made;
  }
  return undefined;
}

const selectsByValue = matches(
  /^(?:torch|torch\.Tensor|\?)\.(nonzero|argwhere|masked_select|unique|unique_consecutive)$/,
);
const takesSize = matches(
  /^torch\.(zeros|ones|empty|rand|randn|arange|Tensor\.(view|reshape|expand|repeat|split|narrow|new_zeros|new_ones|new_empty))$/,
);
const mayDependOnData = standing((name) => name === 'torch.where' || selectsByValue(name) || takesSize(name));
const compiles = standing((name) => name === 'torch.compile');
