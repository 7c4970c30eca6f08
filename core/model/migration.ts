import type { Evidence } from './evidence';
import type { Severity } from './finding';
import type { Localized } from './localized';
import type { Verdict } from './verdict';

/** What CUDA's names are called on the route. */
export interface DeviceNames {
  /** The device's type: `npu`, `tpu`. */
  readonly type: string;
  /** The package to import: `torch_npu`. */
  readonly module: string;
  /** What stands for `torch.cuda`: `torch.npu`. */
  readonly namespace: string;
  /** The first PyTorch release that loads the package by itself; absent where it must be imported. */
  readonly autoload?: { readonly since: string; readonly evidence: readonly Evidence[] } | undefined;
  /** How the error begins that the package raises when memory runs out. */
  readonly outOfMemory: { readonly text: string; readonly evidence: readonly Evidence[] };
  /** The backend of `init_process_group`: `hccl`. */
  readonly backend: string;
  /** What `init_process_group` needs besides the name. */
  readonly backendNote?: Localized | undefined;
  readonly evidence: readonly Evidence[];
}

/**
 * A name of `torch.cuda` on the route. `same`: the replacement does what the original does; `different`: it exists and
 * answers something else; `missing`: there is none; `unverified`: the name exists, and the vendor says that it is not
 * finished or not checked; `unknown`: no source tells, but what it does without CUDA is known.
 */
export interface CudaApi {
  readonly support: 'same' | 'different' | 'missing' | 'unverified' | 'unknown';
  readonly replacement?: string | undefined;
  readonly note?: Localized | undefined;
  /** PyTorch releases whose tables list it; absent where the source names none. */
  readonly torch?: readonly string[] | undefined;
  /** Undefined: its source has not been read. */
  readonly withoutCuda?: CudaAbsence | undefined;
  readonly portable?: Portable | undefined;
  /** Of what it returns, the attributes that the route has; absent where no source lists them. */
  readonly members?: readonly string[] | undefined;
  readonly evidence: readonly Evidence[];
}

/**
 * What a function of `torch.cuda` does in a PyTorch that was built without CUDA: `raises`; `ignored`: nothing, without an
 * error; `answers`: gives {@link answer}, whatever device there is.
 */
export interface CudaAbsence {
  readonly effect: 'raises' | 'ignored' | 'answers';
  readonly answer?: string | undefined;
  readonly evidence: readonly Evidence[];
}

/** A function of PyTorch for any accelerator, which does the same on CUDA. */
export interface Portable {
  readonly name: string;
  /** The first PyTorch release that has it. */
  readonly since: string;
  readonly evidence: readonly Evidence[];
}

export interface EnvironmentVariable {
  /** What takes its place; absent where nothing does. */
  readonly replacement?: string | undefined;
  readonly note?: Localized | undefined;
  readonly evidence: readonly Evidence[];
}

export interface Library {
  readonly id: string;
  /** Module names that `import` names: `flash_attn`, `torchvision.ops`; submodules included. */
  readonly imports: readonly string[];
  /** Names in requirement files, normalised as PEP 503 says; a trailing `*` matches any ending. */
  readonly distributions: readonly string[];
  /** `works`: as it is; `adapted`: with the vendor's edition or a plugin; `replace`: something else does it; `none`. */
  readonly status: 'works' | 'adapted' | 'replace' | 'none' | 'unknown';
  readonly replacement?: string | undefined;
  /** Chip families that the replacement is for; absent: all of the route. */
  readonly families?: readonly string[] | undefined;
  readonly note: Localized;
  readonly evidence: readonly Evidence[];
}

export interface Collective {
  readonly verdict: Verdict;
  readonly note?: Localized | undefined;
  readonly evidence: readonly Evidence[];
  /** What it does not do as PyTorch says, although the route has it. */
  readonly limits?: readonly CollectiveLimit[] | undefined;
}

/** A limit of a collective. It bites where one of `arguments` is passed, or where the tensor has one of `dtypes`. */
export interface CollectiveLimit {
  readonly arguments?: readonly { readonly name: string; readonly position: number }[] | undefined;
  /** `float64`, `float8_e4m3fn`. */
  readonly dtypes?: readonly string[] | undefined;
  /** Chip families that it does not hold for. */
  readonly exceptFamilies?: readonly string[] | undefined;
  readonly verdict: Verdict;
  readonly message: Localized;
  readonly evidence: readonly Evidence[];
}

/** How an argument of a CUDA function reaches the fused kernel. */
export interface ArgumentMap {
  readonly from: string;
  readonly to: string;
  readonly note?: Localized | undefined;
}

export interface FusedKernel {
  readonly id: string;
  /** Qualified names of what it stands for. */
  readonly cuda: readonly string[];
  /** Computations in plain PyTorch that it does in one: `rms-norm`, `swiglu`, `rotary`, `attention`, ... */
  readonly patterns?: readonly string[] | undefined;
  /** Where it does those in some of their variants only: `projections` of `swiglu`. */
  readonly variants?: readonly string[] | undefined;
  readonly name: string;
  readonly signature?: string | undefined;
  readonly arguments?: readonly ArgumentMap[] | undefined;
  /** Chip families that its documentation names; absent where it names none. */
  readonly families?: readonly string[] | undefined;
  readonly note?: Localized | undefined;
  readonly evidence: readonly Evidence[];
}

/** The import of one of the modules; where a variable is named, in an environment that has it. */
export interface ShimSwitch {
  readonly imports: readonly string[];
  readonly variable?: { readonly name: string; readonly values: readonly string[] } | undefined;
}

/** What a run-time shim does to a script. */
export interface Shim {
  readonly enable: Localized;
  /** What a script can do to switch it on, for itself and for all that it imports. */
  readonly switches: readonly ShimSwitch[];
  /** Qualified names that it patches; a trailing `.*` stands for all below. */
  readonly patches: readonly string[];
  /** Keywords whose device strings it translates. */
  readonly deviceArguments: readonly string[];
  /** What it leaves to the author: ids that rules ask for, such as `device-compare`. */
  readonly leaves: readonly string[];
  /** What it breaks. */
  readonly breaks: readonly {
    readonly id: string;
    readonly apis: readonly string[];
    /** Where only a call that passes one of these keywords, or that leaves out this one, is broken. */
    readonly passing?: readonly string[] | undefined;
    readonly leavingOut?: string | undefined;
    readonly message: Localized;
    readonly evidence: readonly Evidence[];
  }[];
  readonly evidence: readonly Evidence[];
}

export interface DtypeSupport {
  /** Chip families that it holds for; absent: all of the route. */
  readonly families?: readonly string[] | undefined;
  readonly verdict: Verdict;
  readonly message: Localized;
  readonly advice?: Localized | undefined;
  readonly evidence: readonly Evidence[];
}

export type Constant = string | number | boolean | null;

/** A condition on a call. It bites when it is true. */
export type LimitCondition =
  | { readonly all: readonly LimitCondition[] }
  | { readonly any: readonly LimitCondition[] }
  /** Whenever the API is called. */
  | { readonly always: true }
  | ArgumentCondition
  /** The result has at least that many elements. */
  | { readonly elements: number };

/** Of `argument`, which stands at `position` among the positional ones (0 is the first of the function `torch.x`). */
export interface ArgumentCondition {
  readonly argument: string;
  readonly position?: number | undefined;
  /** What the argument is where a call leaves it out; without it, such a call does not bite. */
  readonly default?: Constant | undefined;
  /** Bites where the value is one of these. */
  readonly is?: readonly Constant[] | undefined;
  /** Bites where the value is known and none of these. A qualified name such as `torch.channels_last` is a value too. */
  readonly isNot?: readonly Constant[] | undefined;
  /** Bites where the value is a number that is known, and not above this one. */
  readonly atMost?: number | undefined;
  /** Bites where the value is a number that is known, and not below this one. */
  readonly atLeast?: number | undefined;
  /** Bites where the value is a number that is known, and below this one. */
  readonly below?: number | undefined;
  /** Bites where the value is a number that is known, and not a whole one. */
  readonly isFraction?: true | undefined;
  /** Bites where the value is of one of these kinds: the constants 1 and 1.0 differ in nothing else. */
  readonly kind?: readonly ('int' | 'bool' | 'float')[] | undefined;
  /** Bites where the value is a list of dimensions, all counted from the same end, with others between them. */
  readonly isApart?: true | undefined;
  /** Bites where the tensor's type is one of these: `bool`, `float16`. */
  readonly dtype?: readonly string[] | undefined;
  readonly dtypeNot?: readonly string[] | undefined;
  readonly rankNot?: readonly number[] | undefined;
  readonly rankAbove?: number | undefined;
  /** Bites where the tensor has more elements than that. */
  readonly elementsAbove?: number | undefined;
  /** Bites where the last dimension is above that. */
  readonly lastDimensionAbove?: number | undefined;
}

export interface ApiLimit {
  readonly id: string;
  /** The rule whose subject it is; absent: `torch/restricted-op`, or `torch/cpu-fallback` where the CPU computes. */
  readonly rule?: string | undefined;
  /** Qualified names; for `torch.Tensor.x` and `torch.nn.Module.x` positions count from the receiver. */
  readonly apis: readonly string[];
  readonly when: LimitCondition;
  /** Types and shapes that are assumed, such as those of parameters, break nothing: only proven ones do. */
  readonly needsProof?: true | undefined;
  readonly verdict: Verdict;
  /** Where it deserves another severity than its verdict has. */
  readonly severity?: Severity | undefined;
  readonly message: Localized;
  readonly advice?: Localized | undefined;
  readonly families?: readonly string[] | undefined;
  /** PyTorch releases of the tables that say so; absent: the source names none. */
  readonly torch?: readonly string[] | undefined;
  readonly evidence: readonly Evidence[];
}

/** The offline tool that takes ONNX models on the chips of a route, and the versions of ONNX that it takes. */
export interface OnnxImporter {
  /** `ATC`, `tpu-mlir`. */
  readonly name: string;
  readonly firstOpset?: number | undefined;
  readonly lastOpset: number;
  /** What becomes of a model of another opset. */
  readonly outside: Verdict;
  readonly message: Localized;
  /** The opset to export with: every operator that the tool takes is there. */
  readonly advised: number;
  /** Opsets that `torch.onnx.export` writes where it is told none, by PyTorch release; others are not recorded. */
  readonly defaults: Readonly<Record<string, number>>;
  readonly evidence: readonly Evidence[];
}

/** A restriction that a vendor's page states in words. */
export interface StatedRestriction {
  readonly text: Localized;
  /** Ids of the limits that check it on a call; absent where no call shows it. */
  readonly limits?: readonly string[] | undefined;
}

/** What the tables say of an API in one group of PyTorch releases. */
export interface ApiRelease {
  readonly torch: readonly string[];
  /** Undefined: the table does not say. */
  readonly supported: boolean | undefined;
  /** By chip family, where the table tells them apart. "No" for the 950 often means that it was not verified. */
  readonly families?: Readonly<Record<string, boolean>> | undefined;
  /** Parameter -> the types that it takes. Vendors' tables contradict themselves here: fit for information only. */
  readonly types?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly mayRunOnHost: boolean;
  readonly onHostOnly: boolean;
  readonly inferenceOnly: boolean;
  /** What the page that the evidence names states beside types, in its order. */
  readonly restrictions: readonly StatedRestriction[];
  readonly evidence: readonly Evidence[];
}

export interface ApiSupport {
  readonly name: string;
  readonly releases: readonly ApiRelease[];
}

export interface AtenSupport {
  readonly name: string;
  readonly on: 'device' | 'host' | 'mixed';
  readonly families?: readonly string[] | undefined;
  readonly torch?: { readonly first: string; readonly last: string } | undefined;
  readonly evidence: readonly Evidence[];
}

/** Operators that an API runs. */
export interface ApiOperators {
  readonly torch: string;
  readonly always: readonly string[];
  readonly sometimes: readonly string[];
  readonly evidence: Evidence;
}
