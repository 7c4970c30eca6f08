import type { TextSpan } from '../place';
import type { ScriptPlace } from './script-place';
import type { Certainty, ValueFact } from './value-fact';

/** A tensor that Python's own syntax reads or is led by, without a call of PyTorch. */
export interface TensorUseFact extends ScriptPlace {
  /**
   * `truth`: a condition (`if x > 0:`); `print`: printed; `mask`: the whole `x[x > 0]`, indexed by booleans; `index`: the whole
   * `x[:, index]`, read or written, indexed by a tensor of integers behind a slice.
   */
  readonly use: 'truth' | 'print' | 'mask' | 'index';
  readonly certainty: Certainty;
  /** What is asked, printed or indexed; of `mask`, the mask. */
  readonly tensor: ValueFact;
  /** The calls that made the tensors of a condition, where each is one call alone: `torch.rand(1)` in `torch.rand(1) < rate`. */
  readonly madeBy?: readonly TextSpan[];
}

/** A computation that is written out in plain PyTorch, and that accelerators do in one kernel. Its span is the last step. */
export interface PatternFact extends ScriptPlace {
  readonly pattern: 'rms-norm' | 'swiglu' | 'rotary' | 'attention';
  /**
   * Expressions by what they are in the computation. `rms-norm`: `input`, `epsilon`; `swiglu`: `gate`, `up`; `rotary`:
   * `input`, `cos`, `sin`; `attention`: `query`, `value`.
   */
  readonly parts: Readonly<Record<string, TextSpan>>;
  /** `rotary`: `half` where the halves of a vector are pairs, `interleave` where neighbours are; absent where unknown. */
  readonly variant?: string | undefined;
}
