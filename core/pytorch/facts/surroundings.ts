import type { Accelerator, ScriptPlace, StatementPlace, TextSpan } from '../../model';
import type { Scope } from '../names/scope';

/** Where the walk through a script is: what it tells every fact that is found there. */
export interface Surroundings {
  readonly scope: Scope;
  readonly guarded: boolean;
  readonly guard: number | undefined;
  readonly ported: readonly Accelerator[];
  readonly loopDepth: number;
  readonly function: string | undefined;
  readonly statement: StatementPlace;
  /** Where the innermost block ends. */
  readonly blockEnd: number;
}

export function placeOf({ start, end }: TextSpan, around: Surroundings): ScriptPlace {
  return {
    span: { start, end },
    ported: around.ported,
    guard: around.guard,
    guarded: around.guarded,
    loopDepth: around.loopDepth,
    function: around.function,
    statement: around.statement,
  };
}

export function statementPlace(text: string, { start, end }: TextSpan): StatementPlace {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  let indent = line;
  while (indent < start && (text[indent] === ' ' || text[indent] === '\t')) indent++;
  return { span: { start, end }, indentation: text.slice(line, indent) };
}

export function withPorted(around: Surroundings, accelerators: readonly Accelerator[]): Surroundings {
  if (accelerators.every((accelerator) => around.ported.includes(accelerator))) return around;
  return { ...around, ported: [...new Set([...around.ported, ...accelerators])] };
}
