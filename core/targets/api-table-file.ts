import type {
  ApiLimit,
  Collective,
  CudaApi,
  DeviceNames,
  DtypeSupport,
  EnvironmentVariable,
  Evidence,
  FusedKernel,
  Library,
  OnnxImporter,
  Portable,
  ScriptRoute,
  Shim,
} from '../model';

/** A route's map of CUDA idioms, as it lies in rules/migrations (evidence resolved by `readTable`). */
export interface MigrationFile {
  readonly route: ScriptRoute;
  readonly device: DeviceNames;
  /** By qualified name: `torch.cuda.mem_get_info`. */
  readonly cuda: Readonly<Record<string, CudaApi>>;
  readonly environment: Readonly<Record<string, EnvironmentVariable>>;
  readonly libraries: readonly Library[];
  /** By the last name of the function: `reduce_scatter_tensor`. */
  /** Functions of torch.accelerator, and the first release of each. */
  readonly portable: readonly Portable[];
  readonly collectives: Readonly<Record<string, Collective>>;
  /** By the name in `torch.distributed.ReduceOp`. */
  readonly reductions: Readonly<Record<string, Collective>>;
  readonly kernels: readonly FusedKernel[];
  readonly shims: Readonly<Record<string, Shim>>;
  readonly dtypes: Readonly<Record<string, readonly DtypeSupport[]>>;
  readonly limits: readonly ApiLimit[];
  readonly onnxImporter: OnnxImporter;
  /** PyTorch releases that the route's plugin has been released for; absent where no source lists them. */
  readonly releases: { readonly torch: readonly string[]; readonly evidence: readonly Evidence[] };
}
