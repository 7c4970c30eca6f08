import type { Evidence, ScriptRoute, StatedRestriction } from '../model';

/** What vendors document and register, as it lies in rules/operators/torch-*.json: compact, rows naming lists by index. */
export interface ApiSupportFile {
  readonly route: ScriptRoute;
  readonly sources: readonly Evidence[];
  /** Lists of PyTorch releases: `["2.6.0", "2.8.0"]`. */
  readonly releases: readonly (readonly string[])[];
  /** Parameter -> the types that it takes. */
  readonly types: readonly Readonly<Record<string, readonly string[]>>[];
  /** What pages state in words beside types. */
  readonly restrictions: readonly StatedRestriction[];
  /** Lists of chip families. */
  readonly families: readonly (readonly string[])[];
  readonly apis: Readonly<Record<string, ApiRow>>;
  /** By operator and overload: `topk`, `add.Tensor`. */
  readonly operators: Readonly<Record<string, AtenRow>>;
  /** What becomes of an operator that is not registered. */
  readonly unregistered: { readonly evidence: number };
}

/** One list for each group of releases that say the same. */
export type ApiRow = readonly (readonly [
  releases: number,
  /** For 910B, 910C, 950: `y`, `n`, `?`; a single letter where the table does not tell chips apart. */
  support: string,
  /** `h` may run on the CPU, `c` on the CPU only, `i` inference only. */
  marks: string,
  types: number,
  source: number,
  restrictions?: readonly number[],
])[];

export type AtenRow = readonly [
  /** `d` a kernel on the device, `h` computed on the host, `m` on the host under some conditions. */
  on: string,
  /** Families whose operator library has it; -1: not told. */
  families: number,
  /** First and last PyTorch release, `2.1-2.15`; empty: not told. */
  releases: string,
  source: number,
];

/** Which operators an API runs, recorded from PyTorch itself. */
export interface AtenFile {
  readonly torch: string;
  readonly evidence: Evidence;
  /** Operators that PyTorch computes by others where a device lacks them. */
  readonly composite: readonly string[];
  readonly operators: readonly string[];
  readonly apis: Readonly<Record<string, AtenApiRow>>;
}

/** Indices of operators. */
export interface AtenApiRow {
  /** Those that every call runs. */
  readonly always: readonly number[];
  /** Those that some calls run. */
  readonly sometimes?: readonly number[] | undefined;
  /** Where no operator is of every call: the sets of which a call runs one. */
  readonly ways?: readonly (readonly number[])[] | undefined;
  /** The CPU's own operators hide those of other devices. */
  readonly cpu?: true | undefined;
}
