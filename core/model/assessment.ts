import type { Evidence } from './evidence';
import type { Graph, Operator } from './graph';
import type { Localized } from './localized';
import type { GraphRoute } from './route';
import type { Outcome, Verdict } from './verdict';

/** What kind of thing a reason tells; each kind is one rule's business. */
export type ReasonKind =
  /** The route does not know the operator. */
  | 'operator'
  /** The route knows it, but not at this model's opset. */
  | 'opset'
  /** A condition of the table. */
  | 'condition'
  /** The element type is not supported on the chip. */
  | 'precision'
  /** How the compiler lowers it: only in F32, on the CPU, in a dynamic subnet. */
  | 'lowering'
  /** It runs on the host or splits the graph. */
  | 'placement'
  /** The vendor's own test of it fails on the chip. */
  | 'vendor-test'
  /** The route rewrites or fuses it. */
  | 'rewrite';

/** Why an operator has its verdict. */
export interface Reason {
  /** Stable within the route: `Conv/constant-bias`. */
  readonly id: string;
  readonly kind: ReasonKind;
  /** What the reason makes of the operator where its outcome is `broken`. */
  readonly verdict: Verdict;
  /** `broken`: it applies to this operator; `undecided`: cannot be told from the graph. (`met` reasons are not listed.) */
  readonly outcome: Outcome;
  /**
   * Of an undecided reason: the `file` does not say enough, or the `sources` of the table do not say whether it applies to
   * such an operator.
   */
  readonly undecidedBy?: 'file' | 'sources' | undefined;
  readonly message: Localized;
  readonly advice?: Localized | undefined;
  readonly evidence: readonly Evidence[];
  /** Of a reason of kind `opset`: the version that the model imports, and those at which the route knows the operator. */
  readonly opset?: { readonly imported: number; readonly known: OpsetRanges } | undefined;
}

/** Ascending, first and last included. */
export type OpsetRanges = readonly (readonly [first: number, last: number])[];

export interface OperatorAssessment {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  /** The fusion of the route that takes the operator up, such as `LayerNormalization`. */
  readonly fusion?: string | undefined;
}

/** The verdicts of a model's operators on one target by one route. */
export interface Assessment {
  readonly target: string;
  readonly route: GraphRoute;
  /** The table that it comes from. */
  readonly evidence: Evidence;
  of(graph: Graph, operator: Operator): OperatorAssessment;
  /** Of all operators of a graph, by their index. */
  ofGraph(graph: Graph): readonly OperatorAssessment[];
  /** What holds for the model as a whole (input types, dynamic dimensions, ...). */
  readonly modelReasons: readonly Reason[];
}
