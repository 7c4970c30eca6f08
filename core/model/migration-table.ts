import type { Evidence } from './evidence';
import type {
  ApiLimit,
  ApiOperators,
  ApiRelease,
  ApiSupport,
  AtenSupport,
  Collective,
  CudaApi,
  DeviceNames,
  DtypeSupport,
  EnvironmentVariable,
  FusedKernel,
  Library,
  OnnxImporter,
  Portable,
  Shim,
} from './migration';
import type { ScriptRoute } from './route';
import type { CallFact } from './script';
import type { Outcome } from './verdict';

/** A limit of an API, and whether a call keeps within it. */
export interface JudgedLimit {
  readonly limit: ApiLimit;
  readonly outcome: Outcome;
}

/** What a route says of PyTorch's names, and of what else ties a script to CUDA. A name that is not listed is unknown. */
export interface MigrationTable {
  readonly route: ScriptRoute;
  readonly device: DeviceNames;
  /** PyTorch releases that the route's plugin has been released for. */
  readonly releases: { readonly torch: readonly string[]; readonly evidence: readonly Evidence[] };
  /** Why an operator without a row goes to the CPU. */
  readonly unregistered: readonly Evidence[];
  readonly shims: ReadonlyMap<string, Shim>;
  /** What takes ONNX models on the same chips. */
  readonly onnxImporter: OnnxImporter;

  /** What the vendor documents about an API: `torch.nn.functional.gelu`, `torch.Tensor.topk`. */
  find(qualifiedName: string): ApiSupport | undefined;
  /** The same for one PyTorch release (`2.8` or `2.8.0`); for the newest without one. */
  inRelease(qualifiedName: string, torch?: string): ApiRelease | undefined;
  /** Whether the vendor's tables have a PyTorch release (`2.8`). */
  describes(torch: string): boolean;
  /** An operator and overload: `topk`, `add.Tensor`. */
  operator(name: string): AtenSupport | undefined;
  /** The operators that PyTorch runs for an API; undefined where that was not recorded. */
  operatorsOf(api: string): ApiOperators | undefined;
  /** Operators that go to the CPU, where every call of the API runs one. */
  hostOperators(api: string): readonly string[];
  /** A name of `torch.cuda`, or a member of one of its classes (`torch.cuda.Event.query`). */
  cudaApi(name: string): CudaApi | undefined;
  /** A function of torch.accelerator that came after the first ones, or stands for one of torch.cuda. */
  portable(name: string): Portable | undefined;
  /** The library that the module `name` belongs to: `flash_attn.bert_padding` is of `flash_attn`. */
  library(name: string): Library | undefined;
  /** The library that a requirement names: `flash-attn`, `Flash_Attn`, `nvidia-cublas-cu12`. */
  distribution(name: string): Library | undefined;
  environmentVariable(name: string): EnvironmentVariable | undefined;
  /** A function of `torch.distributed`, by its qualified or last name. */
  collective(name: string): Collective | undefined;
  /** A member of `torch.distributed.ReduceOp`, by its qualified or last name. */
  reduction(name: string): Collective | undefined;
  /** Kernels of the route that do what the function `name` does, the most suitable first. */
  fusedKernel(name: string): readonly FusedKernel[];
  /** Kernels that do a computation in one: `rms-norm`, `swiglu`, `rotary`, `attention`. */
  fusedPattern(pattern: string): readonly FusedKernel[];
  /** `transfer_to_npu`, `torch_tpu adaptor`. */
  shim(name: string): Shim | undefined;
  /** Whether a shim patches `name`. */
  isPatched(shim: Shim, name: string): boolean;
  /** A type on a chip family: `dtype('torch.bfloat16', '310P')`. Undefined where no source tells. */
  dtype(name: string, family: string): DtypeSupport | undefined;
  /** Limits of an API that hold on a chip family. */
  limits(api: string, family: string): readonly ApiLimit[];
  /** Limits of the called API that hold on a chip family, each judged by what is known of the arguments. */
  judge(call: CallFact, family: string): readonly JudgedLimit[];
}
