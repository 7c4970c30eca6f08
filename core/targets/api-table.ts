import type {
  ApiLimit,
  ApiOperators,
  ApiRelease,
  ApiSupport,
  AtenSupport,
  CallFact,
  Collective,
  CudaApi,
  DtypeSupport,
  EnvironmentVariable,
  Evidence,
  FusedKernel,
  JudgedLimit,
  Library,
  MigrationTable,
  Portable,
  ScriptRoute,
  Shim,
} from '../model';
import { checkLimit } from './api-limits';
import { ApiSupportTable, operatorsOf } from './api-support';
import type { MigrationFile } from './api-table-file';
import { knownCall } from './known-call';
import { migrationFiles } from './migration-files';
import { readTable } from './sources';

/** Names that a file may make up are not kept for good. */
const mostNames = 20_000;

/** The tables of rules/migrations and rules/operators/torch-* of one route. */
export class ApiTable implements MigrationTable {
  readonly #file: MigrationFile;
  readonly #cuda: ReadonlyMap<string, CudaApi>;
  readonly #portable: ReadonlyMap<string, Portable>;
  readonly #environment: ReadonlyMap<string, EnvironmentVariable>;
  readonly #collectives: ReadonlyMap<string, Collective>;
  readonly #reductions: ReadonlyMap<string, Collective>;
  readonly #shims: ReadonlyMap<string, Shim>;
  readonly #dtypes: ReadonlyMap<string, readonly DtypeSupport[]>;
  readonly #libraries = new Map<string, Library>();
  readonly #distributions = new Map<string, Library>();
  /** What was found for names of scripts lately. */
  readonly #libraryOf = new Map<string, Library | undefined>();
  readonly #kernels = new Map<string, FusedKernel[]>();
  readonly #limits = new Map<string, ApiLimit[]>();
  #support: ApiSupportTable | undefined;

  constructor(file: MigrationFile) {
    this.#file = file;
    this.#cuda = new Map(Object.entries(file.cuda));
    this.#portable = new Map(file.portable.map((portable) => [portable.name, portable]));
    this.#environment = new Map(Object.entries(file.environment));
    this.#collectives = new Map(Object.entries(file.collectives));
    this.#reductions = new Map(Object.entries(file.reductions));
    this.#shims = new Map(Object.entries(file.shims));
    this.#dtypes = new Map(Object.entries(file.dtypes));
    for (const library of file.libraries) {
      for (const name of library.imports) this.#libraries.set(name, library);
      for (const name of library.distributions) this.#distributions.set(name, library);
    }
    for (const kernel of file.kernels) for (const name of kernel.cuda) add(this.#kernels, name, kernel);
    for (const limit of file.limits) for (const name of limit.apis) add(this.#limits, name, limit);
  }

  get route(): ScriptRoute {
    return this.#file.route;
  }

  get device(): MigrationFile['device'] {
    return this.#file.device;
  }

  get releases(): MigrationFile['releases'] {
    return this.#file.releases;
  }

  /** What the vendor documents about an API: `torch.nn.functional.gelu`, `torch.Tensor.topk`. */
  find(qualifiedName: string): ApiSupport | undefined {
    return this.support.find(qualifiedName);
  }

  /** The large part, read when it is first asked for. */
  get support(): ApiSupportTable {
    this.#support ??= ApiSupportTable.of(this.route);
    return this.#support;
  }

  /** A name of `torch.cuda`, or a member of one of its classes (`torch.cuda.Event.query`). */
  cudaApi(name: string): CudaApi | undefined {
    return this.#cuda.get(name);
  }

  portable(name: string): Portable | undefined {
    return this.#portable.get(name);
  }

  /** The library that the module `name` belongs to: `flash_attn.bert_padding` is of `flash_attn`. */
  library(name: string): Library | undefined {
    // Every rule about a library asks this of every call.
    if (!this.#libraryOf.has(name)) {
      if (this.#libraryOf.size > mostNames) this.#libraryOf.clear();
      this.#libraryOf.set(name, this.#findLibrary(name));
    }
    return this.#libraryOf.get(name);
  }

  #findLibrary(name: string): Library | undefined {
    for (let prefix = name; prefix !== ''; prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('.')))) {
      const library = this.#libraries.get(prefix);
      if (library !== undefined) return library;
    }
    return undefined;
  }

  /** The library that a requirement names: `flash-attn`, `Flash_Attn`, `nvidia-cublas-cu12`. */
  distribution(name: string): Library | undefined {
    const normalised = name.toLowerCase().replaceAll(/[-_.]+/g, '-');
    const exact = this.#distributions.get(normalised);
    if (exact !== undefined) return exact;
    for (let end = normalised.length; end > 0; end = normalised.lastIndexOf('-', end - 1)) {
      const library = this.#distributions.get(`${normalised.slice(0, end)}-*`);
      if (library !== undefined) return library;
    }
    return undefined;
  }

  describes(torch: string): boolean {
    return this.support.describes(torch);
  }

  inRelease(qualifiedName: string, torch?: string): ApiRelease | undefined {
    return this.support.inRelease(qualifiedName, torch);
  }

  operator(name: string): AtenSupport | undefined {
    return this.support.operator(name);
  }

  operatorsOf(api: string): ApiOperators | undefined {
    return operatorsOf(api);
  }

  hostOperators(api: string): readonly string[] {
    return this.support.hostOperators(api);
  }

  get unregistered(): readonly Evidence[] {
    return this.support.unregistered;
  }

  judge(call: CallFact, family: string): readonly JudgedLimit[] {
    const limits = this.limits(call.name, family);
    if (limits.length === 0) return [];
    const known = knownCall(call, false);
    const proven = knownCall(call, true);
    return limits.map((limit) => ({ limit, outcome: checkLimit(limit, limit.needsProof ? proven : known) }));
  }

  environmentVariable(name: string): EnvironmentVariable | undefined {
    return this.#environment.get(name);
  }

  /** A function of `torch.distributed`, by its qualified or last name. */
  collective(name: string): Collective | undefined {
    return this.#collectives.get(lastName(name));
  }

  /** A member of `torch.distributed.ReduceOp`, by its qualified or last name. */
  reduction(name: string): Collective | undefined {
    return this.#reductions.get(lastName(name));
  }

  /** Kernels of the route that do what the function `name` does, the most suitable first. */
  fusedKernel(name: string): readonly FusedKernel[] {
    return this.#kernels.get(name) ?? [];
  }

  /** Kernels that do a computation in one: `rms-norm`, `swiglu`, `rotary`, `attention`. */
  fusedPattern(pattern: string): readonly FusedKernel[] {
    return this.#file.kernels.filter(({ patterns }) => patterns?.includes(pattern));
  }

  get onnxImporter(): MigrationFile['onnxImporter'] {
    return this.#file.onnxImporter;
  }

  get shims(): ReadonlyMap<string, Shim> {
    return this.#shims;
  }

  /** `transfer_to_npu`, `torch_tpu adaptor`. */
  shim(name: string): Shim | undefined {
    return this.#shims.get(name);
  }

  /** Whether a shim patches `name`. */
  isPatched(shim: Shim, name: string): boolean {
    if (shim.patches.includes(name)) return true;
    return shim.patches.some((patch) => patch.endsWith('.*') && name.startsWith(patch.slice(0, -1)));
  }

  /** A type on a chip family: `dtype('torch.bfloat16', '310P')`. Undefined where no source tells. */
  dtype(name: string, family: string): DtypeSupport | undefined {
    const rows = this.#dtypes.get(lastName(name)) ?? [];
    return rows.find(({ families }) => families === undefined || families.includes(family));
  }

  /** Limits of an API that hold on a chip family; ask `checkLimit` whether a call breaks them. */
  limits(qualifiedName: string, family?: string): readonly ApiLimit[] {
    const limits = this.#limits.get(qualifiedName) ?? [];
    return family === undefined || limits.length === 0
      ? limits
      : limits.filter(({ families }) => families === undefined || families.includes(family));
  }

  /** Every row, for tests and documentation. */
  get file(): MigrationFile {
    return this.#file;
  }
}

function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

const tables = new Map<ScriptRoute, ApiTable>();

/** The table of a route, read when it is first asked for. */
export function apiTable(route: ScriptRoute): ApiTable {
  let table = tables.get(route);
  if (table === undefined) {
    table = new ApiTable(readTable<MigrationFile>(migrationFiles[route]));
    tables.set(route, table);
  }
  return table;
}
