import {
  type ApiLimit,
  type Certainty,
  type Localized,
  lineAt,
  lineStarts,
  type ScriptFacts,
  type ScriptPlace,
  type ScriptRuleContext,
  type TextSpan,
} from '../../../../core/model';
import { onceForFile } from '../../scripts/once-for-file';

/** A place where the host waits for a value of the device. */
export interface Wait {
  readonly at: ScriptPlace & { readonly certainty: Certainty };
  readonly span: TextSpan;
  readonly what: Localized;
  /** In a loop it stops a model's own computation, not only what surrounds it. */
  readonly isSlow: boolean;
  readonly limit: ApiLimit;
}

/** What waits in a function, in its loops or outside of them, is one matter: who moves one value moves the others with it. */
export function byFunction(waits: readonly Wait[]): Iterable<readonly Wait[]> {
  const groups = new Map<string, Wait[]>();
  for (const wait of waits.toSorted((a, b) => a.span.start - b.span.start)) {
    const key = `${wait.at.function ?? ''} ${inLoop(wait)} ${severityOf(wait)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [wait]);
    else group.push(wait);
  }
  return groups.values();
}

const inLoop = ({ at }: Wait) => at.loopDepth > 0;
const severityOf = (wait: Wait) => (inLoop(wait) && wait.isSlow ? 'warning' : 'information');

/** Told at the first of those that are the surest. */
export function reportWaits(waits: readonly Wait[], { facts, target, report }: ScriptRuleContext): void {
  const first = waits.find(({ at }) => at.certainty === 'proven') ?? waits[0]!;
  const { limit } = first;
  const what = told(waits, facts);
  const often = inLoop(first) ? { en: 'in a loop', zh: '于循环中' } : { en: 'for every batch', zh: '对每个批次' };
  report({
    at: first.at,
    span: first.span,
    severity: severityOf(first),
    verdict: limit.verdict,
    message: {
      en: `${what.en[0]!.toUpperCase()}${what.en.slice(1)} ${often.en}, on ${target.id}: ${limit.message.en}`,
      zh: `在 ${target.id} 上${often.zh}${what.zh}：${limit.message.zh}`,
    },
    advice,
    evidence: limit.evidence,
  });
}

const advice: Localized = {
  en: 'Keep the value on the device (sum it up there, choose by torch.where), and read it once in a while or after the loop.',
  zh: '请把数值保留在设备上（在设备上累加，用 torch.where 选择），隔若干步或在循环结束后再读取。',
};

/** What waits how often, and in which lines where a person can look them up: those of a notebook are of its cells. */
function told(waits: readonly Wait[], facts: ScriptFacts): Localized {
  const counts = new Map<string, { readonly what: Localized; count: number }>();
  for (const { what } of waits) {
    const known = counts.get(what.en);
    if (known === undefined) counts.set(what.en, { what, count: 1 });
    else known.count += 1;
  }
  const parts = [...counts.values()].map(({ what, count }) => ({
    en: count > 1 ? `${what.en} × ${count}` : what.en,
    zh: count > 1 ? `${what.zh}（${count} 处）` : what.zh,
  }));
  const lines = waits.length > 1 && facts.kind !== 'notebook' ? linesOf(waits, facts) : undefined;
  return {
    en: `${parts.map(({ en }) => en).join(', ')}${lines ? ` (lines ${lines.en})` : ''}`,
    zh: `${parts.map(({ zh }) => zh).join('、')}${lines ? `（${lines.zh}）` : ''}`,
  };
}

/** A person does not read more of them; the code beside them is found with them. */
const mostLines = 12;

/** Where the lines of a file begin: looked for once, not for each of its functions. */
const startsOfLines = onceForFile(({ text }) => lineStarts(text));

function linesOf(waits: readonly Wait[], facts: ScriptFacts): Localized | undefined {
  const starts = startsOfLines(facts);
  const all: number[] = [];
  for (const { span } of waits) {
    const line = lineAt(starts, span.start) + 1;
    if (all.at(-1) !== line) all.push(line);
  }
  if (all.length === 1) return undefined;
  const few = all.slice(0, mostLines);
  const more = all.length > few.length;
  return { en: `${few.join(', ')}${more ? ', ...' : ''}`, zh: `第 ${few.join('、')} 行${more ? '等' : ''}` };
}
