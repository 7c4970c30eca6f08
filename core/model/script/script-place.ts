import type { TextSpan } from '../place';

/** Accelerators other than CUDA; `accelerator` stands for any, as `torch.accelerator` does, `other` for those that are no target. */
export type Accelerator = 'npu' | 'tpu' | 'accelerator' | 'other';

/** Where a fact stands, and in what surroundings. */
export interface ScriptPlace {
  readonly span: TextSpan;
  /** The accelerators that the region already handles, see `ScriptFacts.portedRegions`; empty where none. */
  readonly ported: readonly Accelerator[];
  /** In a branch that runs only where CUDA is available: index into `ScriptFacts.guards`. */
  readonly guard?: number | undefined;
  /** In a `try` whose handler catches ImportError, or below `if TYPE_CHECKING`. */
  readonly guarded: boolean;
  /** How many loops (comprehensions included) of its own function surround it. */
  readonly loopDepth: number;
  /** The qualified name of the function that it stands in, such as `Attention.forward`; absent at module level. */
  readonly function?: string | undefined;
  /** Where the statement begins, for fixes that insert lines. */
  readonly statement: StatementPlace;
}

export interface StatementPlace {
  readonly span: TextSpan;
  /** The white space that its line begins with. */
  readonly indentation: string;
}
