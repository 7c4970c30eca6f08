import type { Accelerator, ScriptPlace, StatementPlace, TextSpan } from '../../model';
import type { Scope } from '../names/scope';

/** Where the walk through a script is: what it tells every fact that is found there. */
export class Surroundings {
  constructor(
    readonly scope: Scope,
    /** The qualified name of the function. */
    readonly within: string | undefined,
    readonly statement: StatementPlace,
    /** Where the innermost block ends. */
    readonly blockEnd: number,
    readonly loopDepth = 0,
    readonly guard: number | undefined = undefined,
    readonly guarded = false,
    readonly ported: readonly Accelerator[] = [],
    /** The accelerators that this runs on beside CUDA: a question for CUDA tells them apart, all else is for them, too. */
    readonly shared: readonly Accelerator[] = [],
  ) {}

  inStatement(statement: StatementPlace): Surroundings {
    const { scope, within, blockEnd, loopDepth, guard, guarded, ported, shared } = this;
    return new Surroundings(scope, within, statement, blockEnd, loopDepth, guard, guarded, ported, shared);
  }

  inBlock({ end }: TextSpan): Surroundings {
    const { scope, within, statement, loopDepth, guard, guarded, ported, shared } = this;
    return new Surroundings(scope, within, statement, end, loopDepth, guard, guarded, ported, shared);
  }

  /** In the body of a function, class or lambda: the loops around it do not run that. */
  inBody(scope: Scope, within = this.within): Surroundings {
    const { statement, blockEnd, guard, guarded, ported, shared } = this;
    return new Surroundings(scope, within, statement, blockEnd, 0, guard, guarded, ported, shared);
  }

  inLoop(scope = this.scope): Surroundings {
    const { within, statement, blockEnd, loopDepth, guard, guarded, ported, shared } = this;
    return new Surroundings(scope, within, statement, blockEnd, loopDepth + 1, guard, guarded, ported, shared);
  }

  /** Where the question `guard` was answered with yes. */
  behind(guard: number | undefined): Surroundings {
    if (guard === this.guard) return this;
    const { scope, within, statement, blockEnd, loopDepth, guarded, ported, shared } = this;
    return new Surroundings(scope, within, statement, blockEnd, loopDepth, guard, guarded, ported, shared);
  }

  /** Where a failing import is caught, or nothing runs. */
  whereGuarded(): Surroundings {
    if (this.guarded) return this;
    const { scope, within, statement, blockEnd, loopDepth, guard, ported, shared } = this;
    return new Surroundings(scope, within, statement, blockEnd, loopDepth, guard, true, ported, shared);
  }

  /** Where other accelerators are handled. */
  ofPorted(accelerators: readonly Accelerator[]): Surroundings {
    if (accelerators.every((accelerator) => this.ported.includes(accelerator))) return this;
    const all = [...new Set([...this.ported, ...accelerators])];
    const { scope, within, statement, blockEnd, loopDepth, guard, guarded, shared } = this;
    return new Surroundings(scope, within, statement, blockEnd, loopDepth, guard, guarded, all, shared);
  }

  /** Where nothing but accelerators that are no target run it. */
  ofOtherVendors(): Surroundings {
    return this.ofPorted(others);
  }

  /** Where a condition says that these accelerators run it as CUDA does. */
  sharedWith(accelerators: readonly Accelerator[]): Surroundings {
    if (accelerators.length === 0) return this;
    const { scope, within, statement, blockEnd, loopDepth, guard, guarded } = this;
    const ported = each(this.ported).filter((one) => !each(accelerators).includes(one));
    return new Surroundings(scope, within, statement, blockEnd, loopDepth, guard, guarded, ported, accelerators);
  }

  /** Where what runs here is told apart by accelerators. */
  toldApart(): Surroundings {
    return this.ofPorted(this.shared);
  }
}

const others: readonly Accelerator[] = ['other'];

/** `accelerator` stands for all of them. */
function each(accelerators: readonly Accelerator[]): readonly Accelerator[] {
  return accelerators.flatMap((one) => (one === 'accelerator' ? (['npu', 'tpu'] as const) : [one]));
}

export function placeOf({ start, end }: TextSpan, around: Surroundings): ScriptPlace {
  return {
    span: { start, end },
    ported: around.ported,
    guard: around.guard,
    guarded: around.guarded,
    loopDepth: around.loopDepth,
    function: around.within,
    statement: around.statement,
  };
}

/** A fact and where it stands. Not by `...`: keys that follow what is spread cost V8 a hundred times as much. */
export function placed<T extends object>(span: TextSpan, around: Surroundings, told: T): ScriptPlace & T {
  return Object.assign(placeOf(span, around), told);
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
