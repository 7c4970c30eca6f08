import type {
  Fix,
  GuardFact,
  Localized,
  ScriptFacts,
  ScriptFindingDraft,
  ScriptRuleContext,
} from '../../../../core/model';
import { insertion, targetImport, textOf } from '../../scripts/edits';
import { isOnTarget } from '../../scripts/target-choice';

/** The quote of `"nccl" if torch.cuda.is_available() else "gloo"`; undefined where no backend is chosen so. */
export function backendChoice({ form, body }: GuardFact, facts: ScriptFacts): string | undefined {
  return form === 'conditional' && body !== undefined ? /^(["'])nccl\1$/.exec(textOf(facts, body))?.[1] : undefined;
}

/** `"hccl" if ... else "nccl" if torch.cuda.is_available() else "gloo"`: on CUDA nothing changes. */
function chooseBackend({ body, alternative }: GuardFact, quote: string, context: ScriptRuleContext): Fix[] {
  const { facts, table, torchReleases } = context;
  const { backend, type } = table.device;
  const condition = isOnTarget(facts, table);
  if (condition === undefined || body === undefined) return [];
  // Before all that is chosen from: `"gloo" if not torch.cuda.is_available() else "nccl"` asks for CUDA first.
  const start = Math.min(body.start, alternative?.start ?? body.start);
  return [
    {
      kind: 'safe',
      title: {
        en: `Choose "${backend}" where the ${type.toUpperCase()} is there`,
        zh: `检测到 ${type.toUpperCase()} 时选用 "${backend}"`,
      },
      edits: [
        insertion(start, `${quote}${backend}${quote} if ${condition} else `),
        ...targetImport(facts, table, torchReleases),
      ],
    },
  ];
}

/** What to choose instead. */
export function backendOfTarget(
  guard: GuardFact,
  quote: string,
  context: ScriptRuleContext,
): Pick<ScriptFindingDraft, 'advice' | 'fixes'> {
  const { backend, backendNote } = context.table.device;
  return {
    advice: {
      en: `The backend of collectives is "${backend}" there: choose it by the device.${backendNote ? ` ${backendNote.en}` : ''}`,
      zh: `该平台的集合通信后端是 "${backend}"：请按实际设备选择。${backendNote ? backendNote.zh : ''}`,
    },
    fixes: chooseBackend(guard, quote, context),
  };
}

/** A longer value is not repeated. */
const longestShown = 40;

/** What a conditional expression gives without CUDA. */
export function otherValue({ form, alternative }: GuardFact, facts: ScriptFacts): Localized | undefined {
  if (form !== 'conditional' || alternative === undefined) return undefined;
  const value = textOf(facts, alternative);
  return value.length > longestShown || value.includes('\n')
    ? { en: 'the other value is taken', zh: '取的是另一个值' }
    : { en: `the value is ${value}`, zh: `取值为 ${value}` };
}
