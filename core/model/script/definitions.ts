import type { TextSpan } from '../place';
import type { ScriptPlace } from './script-place';
import type { Certainty } from './value-fact';

export interface ClassFact extends ScriptPlace {
  readonly name: string;
  readonly nameSpan: TextSpan;
  /** Canonical names of its bases; those of the workspace as they are called there: `Attention`. */
  readonly bases: readonly string[];
  readonly isModule: boolean;
  readonly certainty: Certainty;
}

/** A Triton kernel: a function decorated by `triton.jit` (also below `triton.autotune`). */
export interface KernelFact extends ScriptPlace {
  readonly name: string;
  readonly nameSpan: TextSpan;
  readonly decorator: string;
}

/** A launch `kernel[grid](...)` of a Triton kernel of this or another file of the workspace. */
export interface KernelLaunchFact extends ScriptPlace {
  readonly kernel: string;
  /** The file that defines it; absent where it is this one. */
  readonly path?: string | undefined;
  readonly certainty: Certainty;
}
