/**
 * How sure the analysis is. `proven`: it follows from the text by Python's rules (a name bound to one import, a result
 * of a documented call). `assumed`: it follows from a convention (a parameter of `forward` is a tensor). `guessed`: a
 * name looks like it. Errors need proven facts, warnings assumed ones.
 */
export type Certainty = 'proven' | 'assumed' | 'guessed';

/** What a value is, as far as rules ask. */
export type ValueKind =
  | 'tensor'
  | 'module'
  | 'device'
  | 'dtype'
  | 'string'
  | 'int'
  | 'float'
  | 'bool'
  | 'none'
  | 'tuple'
  | 'list'
  | 'dict'
  | 'api'
  | 'other'
  | 'unknown';

/** The device of a tensor that was made and told none: the CPU, unless the script, or what surrounds the place, says otherwise. */
export const defaultDevice = 'default';

/** What is known of an expression's value. */
export interface ValueFact {
  readonly kind: ValueKind;
  readonly certainty: Certainty;
  /** The value of a literal, or of a name that is bound to one literal only. */
  readonly constant?: string | number | boolean | null | undefined;
  /** `api`, `dtype`: the canonical name (`torch.float64`); `module`: the name of its class; `device`: its type. */
  readonly name?: string | undefined;
  /** Of a tensor: `torch.float64`. */
  readonly dtype?: string | undefined;
  /** Of a tensor whose rank is known; a dimension that is not known is undefined. */
  readonly shape?: readonly (number | undefined)[] | undefined;
  /**
   * Of a tensor or module: the type of the device that it is on, `cpu` or `cuda`; {@link defaultDevice}. Of what is unknown:
   * `cpu` where it is kept on the host, as what NumPy returns, and all that a checkpoint has which was loaded to there.
   */
  readonly device?: string | undefined;
  /** Of a tuple or list of a few numbers that are written out: sizes, dimensions. */
  readonly numbers?: readonly number[] | undefined;
}
