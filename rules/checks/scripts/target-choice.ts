import type { MigrationTable, ScriptFacts } from '../../../core/model';
import { torchName } from './edits';

/**
 * `on the target ? ours : theirs` in Python: `"hccl" if hasattr(torch, "npu") and torch.npu.is_available() else "nccl"`. Where
 * the target's package is not imported, `torch` has no such attribute, so that nothing changes on CUDA. Undefined where the
 * file does not import torch at module level.
 */
export function choice(
  ours: string,
  theirs: string,
  facts: ScriptFacts,
  { device }: MigrationTable,
): string | undefined {
  const torch = torchName(facts);
  if (torch === undefined) return undefined;
  return `${ours} if hasattr(${torch}, "${device.type}") and ${torch}.${device.type}.is_available() else ${theirs}`;
}
