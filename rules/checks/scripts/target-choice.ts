import type { MigrationTable, ScriptFacts, TextSpan } from '../../../core/model';
import { torchName } from './edits';

/**
 * `on the target ? ours : theirs` in Python: `"hccl" if hasattr(torch, "npu") and torch.npu.is_available() else "nccl"`. Where
 * the target's package is not imported, `torch` has no such attribute, so that nothing changes on CUDA. Undefined where the
 * file does not import torch at module level. In parentheses where what stands around `span`, which it is for, would bind it
 * otherwise: `"nccl" if options else None`.
 */
export function choice(
  ours: string,
  theirs: string,
  span: TextSpan,
  facts: ScriptFacts,
  table: MigrationTable,
): string | undefined {
  const condition = isOnTarget(facts, table);
  if (condition === undefined) return undefined;
  const chosen = `${ours} if ${condition} else ${theirs}`;
  return standsAlone(span, facts) ? chosen : `(${chosen})`;
}

/** Whether the target is there, in Python; undefined where the file does not import torch at module level. */
export function isOnTarget(facts: ScriptFacts, { device }: MigrationTable): string | undefined {
  const torch = torchName(facts);
  return torch && `hasattr(${torch}, "${device.type}") and ${torch}.${device.type}.is_available()`;
}

/** An expression that begins here is no operand of another. */
export function beginsAlone(start: number, { text }: ScriptFacts): boolean {
  return /((?<![=!<>])=|[(,[{:]|\breturn)\s*$/.test(text.slice(Math.max(0, start - 40), start));
}

/** Between brackets, commas and the ends of a statement. */
function standsAlone({ start, end }: TextSpan, facts: ScriptFacts): boolean {
  const { text } = facts;
  return (
    beginsAlone(start, facts) && /^\s*([,)\]}]|$|#|\r?\n(?!\s*(if|or|and|else)\b))/.test(text.slice(end, end + 80))
  );
}
