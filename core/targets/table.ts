import type { Evidence, GraphRoute, Localized, ReasonKind, Verdict } from '../model';

/** A capability table as it lies in rules/operators: texts and evidence once, rows naming them by index. */
export interface TableFile {
  readonly route: GraphRoute;
  /** What the table as a whole was read from. */
  readonly evidence: number;
  readonly sources: readonly Evidence[];
  readonly texts: readonly Localized[];
  /** By operator type; an operator of another domain than the standard one as `domain::Type`. */
  readonly operators: Readonly<Record<string, OperatorRow>>;
  /** Operators that the route is known not to have, with what to do instead. */
  readonly refused: Readonly<Record<string, RefusedRow>>;
  /** Conditions on the model as a whole. */
  readonly model: readonly ModelConditionRow[];
  /** Groups of operators that the route makes one of. */
  readonly fusions: Readonly<Record<string, FusionRow>>;
  /** Sets of element types that kernel rows name by index. */
  readonly types: readonly (readonly string[])[];
  /** Evidence for what holds for every operator. */
  readonly general: Readonly<Record<string, readonly number[]>>;
}

/** Indices into the table's sources; never empty. */
export type Sources = readonly number[];

export interface OperatorRow {
  readonly evidence: Sources;
  /** Model opsets at which the route knows the operator, as ranges; absent: all. */
  readonly opsets?: readonly (readonly [first: number, last: number])[] | undefined;
  readonly conditions?: readonly ConditionRow[] | undefined;
  readonly lowering?: readonly LoweringRow[] | undefined;
  /** Chips on which every one of the vendor's own tests of it is marked as failing: how many those are. */
  readonly failing?: { readonly chips: Readonly<Record<string, number>>; readonly evidence: Sources } | undefined;
  /** Chips on which some of those tests pass. */
  readonly passing?: readonly string[] | undefined;
  readonly kernels?: KernelRow | undefined;
  /** Kernels that ONNX Runtime has for the operator outside a compiled graph: opset range -> index into types. */
  readonly single?: Readonly<Record<string, number>> | undefined;
}

export interface ConditionRow {
  readonly id: string;
  /** `condition` where absent. */
  readonly kind?: ReasonKind | undefined;
  /** When it bites, in the condition language. */
  readonly when: string;
  readonly verdict: Verdict;
  /** Indices into the table's texts. */
  readonly message: number;
  readonly advice?: number | undefined;
  readonly evidence: Sources;
}

export interface ModelConditionRow extends ConditionRow {
  /** What the condition is asked of: as `input[0]`, each input of the graph or each weight. */
  readonly over: 'inputs' | 'weights';
}

export interface RefusedRow {
  readonly evidence: Sources;
  readonly advice?: number | undefined;
}

export interface FusionRow {
  readonly evidence: Sources;
  /** The operator that takes the others up. */
  readonly operator: string;
}

/** How a compiler lowers the operator, where it computes with the operators named in `to`. */
export interface LoweringRow {
  /** Of several ways, when this one is taken. */
  readonly when?: string | undefined;
  readonly to: readonly string[];
  readonly evidence: Sources;
  readonly on: readonly {
    readonly chips: readonly string[];
    /** Precisions in which it computes in F32 all the same. */
    readonly f32?: readonly string[] | undefined;
    /** Precisions in which compilation aborts. */
    readonly aborts?: readonly string[] | undefined;
    /** Precisions in which it runs on the host. */
    readonly host?: readonly string[] | undefined;
    /** No lowering is registered, while the compiler has one for other chips. */
    readonly missing?: true | undefined;
  }[];
}

/** Which kernels an operator library has. */
export interface KernelRow {
  readonly evidence: Sources;
  /** The library's operator. */
  readonly name: string;
  /**
   * `core`: kernels on the AI cores; `cpu`: on the device's CPU alone; `derived`: of an operator that graph passes put in
   * its place; `graph`: the graph engine does it without a kernel, on any chip; `none`: no kernel is known, graph passes
   * may remove it.
   */
  readonly on: 'core' | 'cpu' | 'derived' | 'graph' | 'none';
  /** Which of the operator's inputs decides; absent where the types are not known per chip. */
  readonly input?: number | undefined;
  /** AI core kernels by chip. */
  readonly core: readonly CoreKernelRow[];
  /** Types that a kernel on the device's CPU takes; `true`: there is one, its types are not known. */
  readonly cpu?: number | true | undefined;
  /** Types that the operator's prototype names, whatever the chip. */
  readonly prototype?: number | undefined;
}

export interface CoreKernelRow {
  readonly chips: readonly string[];
  /** The types that they take: an index into types; absent: decided when compiling. */
  readonly types?: number | undefined;
  /** The kernel that graph passes put in the operator's place on these chips. */
  readonly name?: string | undefined;
  /** Where it stands for these chips, if elsewhere than for the others. */
  readonly evidence?: Sources | undefined;
}
