import type { ApiOperators, ApiRelease, ApiSupport, AtenSupport, Evidence, ScriptRoute } from '../model';
import type { ApiRow, ApiSupportFile, AtenFile, AtenRow } from './api-support-file';
import { atenFile, supportFiles } from './migration-files';

const families = ['910B', '910C', '950'];

/** A route's documented APIs and registered operators. What is not listed is unknown. */
export class ApiSupportTable {
  readonly #file: ApiSupportFile;
  readonly #apis: ReadonlyMap<string, ApiRow>;
  readonly #operators: ReadonlyMap<string, AtenRow>;
  /** Names of operators without their overload -> the marks of their kernels (`d`, `h`, `m`), each once. */
  readonly #kernels = new Map<string, string>();
  readonly #found = new Map<string, ApiSupport>();
  readonly #inRelease = new Map<string | undefined, Map<string, ApiRelease | undefined>>();
  readonly #hostOperators = new Map<string, readonly string[]>();

  constructor(file: ApiSupportFile) {
    this.#file = file;
    this.#apis = new Map(Object.entries(file.apis));
    this.#operators = new Map(Object.entries(file.operators));
    for (const [name, [on]] of this.#operators) {
      const marks = this.#kernels.get(baseName(name)) ?? '';
      if (!marks.includes(on)) this.#kernels.set(baseName(name), marks + on);
    }
  }

  static of(route: ScriptRoute): ApiSupportTable {
    return new ApiSupportTable(JSON.parse(supportFiles[route].toString()) as ApiSupportFile);
  }

  get file(): ApiSupportFile {
    return this.#file;
  }

  /** Made of a row once: rules ask for the same names again and again. */
  find(name: string): ApiSupport | undefined {
    const known = this.#found.get(name);
    const row = known === undefined ? this.#apis.get(name) : undefined;
    if (row === undefined) return known;
    const found = { name, releases: row.map((group) => this.#release(group)) };
    this.#found.set(name, found);
    return found;
  }

  describes(torch: string): boolean {
    return this.#file.releases.some((group) => group.some((release) => release.startsWith(`${torch}.`)));
  }

  /** What the table says of an API in a PyTorch release (`2.8` or `2.8.0`); the newest one without it. */
  inRelease(name: string, torch?: string): ApiRelease | undefined {
    const support = this.find(name);
    if (support === undefined) return undefined;
    let ofTorch = this.#inRelease.get(torch);
    if (ofTorch === undefined) this.#inRelease.set(torch, (ofTorch = new Map()));
    if (!ofTorch.has(name)) ofTorch.set(name, this.#newest(support, torch));
    return ofTorch.get(name);
  }

  #newest({ releases }: ApiSupport, torch: string | undefined): ApiRelease | undefined {
    const isAsked = (version: string) => torch === undefined || version === torch || version.startsWith(`${torch}.`);
    const versions = releases.flatMap((release) =>
      release.torch.filter(isAsked).map((version) => ({ version, release })),
    );
    return versions.sort((a, b) => minor(b.version) - minor(a.version))[0]?.release;
  }

  /** An operator and overload: `topk`, `add.Tensor`. */
  operator(name: string): AtenSupport | undefined {
    const row = this.#operators.get(name);
    if (row === undefined) return undefined;
    const [on, family, releases, source] = row;
    const [first, last] = releases.split('-');
    return {
      name,
      on: on === 'd' ? 'device' : on === 'h' ? 'host' : 'mixed',
      families: this.#file.families[family],
      torch: first && last ? { first, last } : undefined,
      evidence: [this.#file.sources[source]!],
    };
  }

  /**
   * Operators that go to the CPU, where every call of the API runs one. An overload counts as being on the device if any of
   * its name is: which one a call takes depends on its arguments.
   */
  hostOperators(api: string): readonly string[] {
    const known = this.#hostOperators.get(api);
    if (known !== undefined) return known;
    const operators = aten().apis.get(api);
    if (operators === undefined || operators.cpu) return [];
    const found = this.#onHost(operators);
    this.#hostOperators.set(api, found);
    return found;
  }

  #onHost(operators: AtenFile['apis'][string]): readonly string[] {
    const all = (operators.ways ?? [operators.always]).map((way) => way.map((index) => aten().file.operators[index]!));
    const onHost = all.flat().filter((name) => this.#isOnHost(name));
    // An overload that PyTorch computes by another one of its name goes where that one goes: any.dims by any.dim.
    const names = new Set(onHost.map(baseName));
    const ways = all.map((way) => way.filter((name) => names.has(baseName(name))));
    return ways.every((way) => way.length > 0) ? [...new Set(ways.flat())] : [];
  }

  #isOnHost(operator: string): boolean {
    // Reading one number is a copy to the host on every device.
    if (operator === '_local_scalar_dense') return false;
    const kernels = this.#kernels.get(baseName(operator));
    if (kernels !== undefined) return kernels === 'h';
    return !aten().composite.has(operator);
  }

  /** Why an operator without a row goes to the CPU. */
  get unregistered(): readonly Evidence[] {
    return [this.#file.sources[this.#file.unregistered.evidence]!];
  }

  #release([releases, support, marks, types, source, restrictions = []]: ApiRow[number]): ApiRelease {
    const byFamily = support.length === families.length;
    return {
      torch: this.#file.releases[releases]!,
      supported: support.includes('y') ? true : support.includes('n') ? false : undefined,
      families: byFamily
        ? Object.fromEntries(
            families.flatMap((family, index) => (support[index] === '?' ? [] : [[family, support[index] === 'y']])),
          )
        : undefined,
      types: this.#file.types[types],
      mayRunOnHost: marks.includes('h'),
      onHostOnly: marks.includes('c'),
      inferenceOnly: marks.includes('i'),
      restrictions: restrictions.map((index) => this.#file.restrictions[index]!),
      evidence: [this.#file.sources[source]!],
    };
  }
}

/** The operators that PyTorch runs for an API; undefined where that was not recorded. */
export function operatorsOf(api: string): ApiOperators | undefined {
  const { file, apis } = aten();
  const row = apis.get(api);
  if (row === undefined) return undefined;
  const named = (indices: readonly number[] = []) => indices.map((index) => file.operators[index]!);
  return { torch: file.torch, always: named(row.always), sometimes: named(row.sometimes), evidence: file.evidence };
}

interface Aten {
  readonly file: AtenFile;
  readonly apis: ReadonlyMap<string, AtenFile['apis'][string]>;
  readonly composite: ReadonlySet<string>;
}

let loaded: Aten | undefined;

function aten(): Aten {
  if (loaded === undefined) {
    const file = JSON.parse(atenFile.toString()) as AtenFile;
    loaded = { file, apis: new Map(Object.entries(file.apis)), composite: new Set(file.composite) };
  }
  return loaded;
}

function baseName(operator: string): string {
  const dot = operator.indexOf('.');
  return dot < 0 ? operator : operator.slice(0, dot);
}

function minor(version: string): number {
  return Number(version.split('.')[1]);
}
