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

/** Where statements that come in the order of the text stand. Each line's beginning is looked for once. */
export class StatementPlaces {
  private line = 0;
  private last = 0;

  constructor(private readonly text: string) {}

  of({ start, end }: TextSpan): StatementPlace {
    const { text } = this;
    if (start < this.last) this.line = this.last = 0;
    for (let at = start - 1; at >= this.last; at--) {
      if (text.charCodeAt(at) !== lineBreak) continue;
      this.line = at + 1;
      break;
    }
    this.last = start;
    let indent = this.line;
    while (indent < start && (text[indent] === ' ' || text[indent] === '\t')) indent++;
    return { span: { start, end }, indentation: text.slice(this.line, indent) };
  }
}

const lineBreak = 10;

export function withPorted(around: Surroundings, accelerators: readonly Accelerator[]): Surroundings {
  if (accelerators.every((accelerator) => around.ported.includes(accelerator))) return around;
  return { ...around, ported: [...new Set([...around.ported, ...accelerators])] };
}
