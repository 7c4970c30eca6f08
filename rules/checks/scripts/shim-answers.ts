import type { CudaApi, ScriptFindingDraft, ScriptRuleContext } from '../../../core/model';
import type { CudaUse } from './cuda-uses';

/**
 * What is left to tell of a name of torch.cuda that a shim maps: what the shim breaks, what answers something else, and what
 * has no counterpart. Undefined where the shim does its work.
 */
export function answersOfShim(use: CudaUse, row: CudaApi, context: ScriptRuleContext): ScriptFindingDraft | undefined {
  const { shim, shimTable, target, table } = context;
  const at = { at: use.fact, span: use.span };
  const member = readMember(use, context);
  if (member !== undefined && row.members?.includes(member)) return undefined;
  const broken = shimTable?.breaks.find(({ apis }) => apis.includes(use.name));
  if (broken !== undefined) {
    const isAbsent = member !== undefined && row.members !== undefined;
    return {
      ...at,
      severity: isAbsent ? 'error' : 'warning',
      verdict: isAbsent ? 'unsupported' : 'limited',
      message: broken.message,
      evidence: broken.evidence,
    };
  }
  if (row.support === 'different' && row.note !== undefined) {
    return {
      ...at,
      severity: 'warning',
      verdict: 'limited',
      message: {
        en: `Under ${shim}, ${use.name} is ${row.replacement ?? table.device.namespace}. ${row.note.en}`,
        zh: `启用 ${shim} 后，${use.name} 即 ${row.replacement ?? table.device.namespace}。${row.note.zh}`,
      },
      evidence: row.evidence,
    };
  }
  if (row.support === 'unknown') return undefined;
  const isNamesake = row.replacement?.startsWith(`${table.device.namespace}.`) ?? false;
  const isShared = row.portable !== undefined && row.portable.name === row.replacement;
  if (row.support !== 'missing' && (isNamesake || isShared)) return undefined;
  return {
    ...at,
    severity: use.isCall ? 'error' : 'warning',
    verdict: 'unsupported',
    message: {
      en: `${shim} has nothing for ${use.name} on ${target.id}: it fails as it does without the shim.`,
      zh: `${shim} 在 ${target.id} 上没有 ${use.name} 的对应实现：与不启用适配层时一样会失败。`,
    },
    advice:
      row.note ??
      (row.replacement === undefined
        ? undefined
        : { en: `Write ${row.replacement}.`, zh: `改为 ${row.replacement}。` }),
    evidence: row.evidence,
  };
}

/** The attribute that is read from what the call returns: `torch.cuda.get_device_properties(0).name`. */
function readMember({ fact, isCall }: CudaUse, { facts }: ScriptRuleContext): string | undefined {
  return isCall ? /^\s*\.\s*(\w+)/.exec(facts.text.slice(fact.span.end, fact.span.end + 80))?.[1] : undefined;
}
