import type { MigrationTable, ScriptFacts, ShimName } from '../../model';
import { type Settings, shimNames } from '../settings';

/**
 * The shim under which a file is judged: the one that the settings name for the target, else one that the file itself
 * switches on by an import (`from torch_npu.contrib import transfer_to_npu`).
 */
export function shimOfFile(
  { imports }: ScriptFacts,
  target: string,
  { shims }: Pick<Settings, 'shims'>,
  table: MigrationTable,
): ShimName {
  const named = shims.get(target) ?? shims.get('*');
  if (named !== undefined || imports.length === 0) return named ?? 'none';
  return (
    shimNames.find((name) =>
      table.shim(name)?.imports?.some((module) => imports.some((fact) => fact.name === module)),
    ) ?? 'none'
  );
}
