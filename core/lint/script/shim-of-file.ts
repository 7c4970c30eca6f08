import type { MigrationTable, ScriptFacts, SharedWithoutShim, ShimName, ShimSwitch } from '../../model';
import type { ProgramQuestion, ScriptIndex } from '../../pytorch';
import { type Settings, shimNames } from '../settings';

/**
 * The shim under which a file is judged: the one that the settings name for the target, else one that the file itself
 * switches on (`from torch_npu.contrib import transfer_to_npu`), else one that every program does which the file is a part
 * of, or, where it is no script, which stands around it.
 */
export function shimOfFile(
  facts: ScriptFacts,
  target: string,
  { shims }: Pick<Settings, 'shims'>,
  table: MigrationTable,
  index: ScriptIndex | undefined,
): ShimName {
  const named = shims.get(target) ?? shims.get('*');
  const isScript = facts.kind === 'python' || facts.kind === 'notebook';
  // Of other files nothing but their settings depends on it.
  if (named !== undefined || (!isScript && !facts.settings?.length)) return named ?? 'none';
  const holds = isScript ? index?.holdsInPrograms : index?.holdsAround;
  return (
    shimNames.find((name) => {
      const switches = table.shim(name)?.switches ?? [];
      return (
        switches.some((one) => isOn(one, facts)) ||
        (switches.length > 0 && holds?.(facts.path, questionOf(name, switches)) === true)
      );
    }) ?? 'none'
  );
}

/**
 * Of a program that switches no shim on: what it shares with one that does, and that is judged without the shim for its sake.
 */
export function sharedWithoutShim(
  facts: ScriptFacts,
  shim: ShimName,
  target: string,
  { shims }: Pick<Settings, 'shims'>,
  table: MigrationTable,
  index: ScriptIndex | undefined,
): SharedWithoutShim | undefined {
  if (shim !== 'none' || facts.kind !== 'python' || shims.has(target) || shims.has('*')) return undefined;
  for (const name of shimNames) {
    const switches = table.shim(name)?.switches ?? [];
    const shared =
      switches.length > 0 ? index?.sharedWithPrograms?.(facts.path, questionOf(name, switches)) : undefined;
    if (shared !== undefined) return { ...shared, shim: name };
  }
  return undefined;
}

/** Names that tell the shims' questions apart are kept: what a project has found out about one is. */
const questions = new Map<ShimName, ProgramQuestion>();

function questionOf(name: ShimName, switches: readonly ShimSwitch[]): ProgramQuestion {
  let question = questions.get(name);
  if (question === undefined) {
    // A module is known by its last name where it is imported from its package.
    const words = switches.map(({ imports, variable }) => variable?.name ?? imports[0]!.split('.').at(-1)!);
    question = { words, holds: (facts) => switches.some((one) => isOn(one, facts)) };
    questions.set(name, question);
  }
  return question;
}

function isOn({ imports, variable }: ShimSwitch, facts: ScriptFacts): boolean {
  if (!facts.imports.some(({ name }) => imports.includes(name))) return false;
  return (
    variable === undefined ||
    facts.environment.some(
      ({ use, variable: name, value }) =>
        use === 'write' && name === variable.name && variable.values.includes(value ?? ''),
    )
  );
}
