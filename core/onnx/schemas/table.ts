import { type AttributeValue, canonicalDomain } from '../../model';
import text from './operators.generated.json';
import type { AttributeSchema, AttributeType, OperatorSchema, Parameter } from './schema';

type ParameterRow = readonly [name: string, type: string, option?: 1 | 2, homogeneous?: 0 | 1, minimum?: number];
type AttributeRow = readonly [name: string, type: AttributeType, required?: 0 | 1, defaultValue?: unknown];
type SchemaRow = readonly [
  since: number,
  flags: number,
  minInputs: number,
  maxInputs: number | null,
  minOutputs: number,
  maxOutputs: number | null,
  inputs: readonly number[],
  outputs: readonly number[],
  attributes: readonly number[],
  constraints: readonly number[],
];

/** Written by scripts/generate-schemas.ts. Rows of an operator ascend by `since`. */
interface Table {
  readonly sources: { readonly onnx: string; readonly onnxruntime: string };
  readonly latest: readonly (readonly [domain: string, opset: number])[];
  readonly typeNames: readonly string[];
  readonly typeLists: readonly (readonly number[])[];
  readonly constraints: readonly (readonly [name: string, typeList: number])[];
  readonly parameters: readonly ParameterRow[];
  readonly attributes: readonly AttributeRow[];
  /** Rows of the bundles are JSON text (build.mjs), since a run asks for few of them. */
  readonly operators: readonly (readonly [domain: string, name: string, rows: readonly SchemaRow[] | string])[];
}

const flag = { onnxruntime: 1, deprecated: 2, experimental: 4, infersTypes: 8, isFunction: 16 };

interface Versions {
  readonly rows: readonly SchemaRow[] | string;
  all: readonly OperatorSchema[] | undefined;
  owned: readonly OperatorSchema[] | undefined;
}

/** The domains that ONNX itself defines; every other one belongs to a runtime or to the model's author. */
export function isStandardDomain(domain: string): boolean {
  const canonical = canonicalDomain(domain);
  return canonical === '' || canonical.startsWith('ai.onnx.');
}

let loaded: Loaded | undefined;

/** The table, parsed when it is first asked for. */
export function loadedTable(): Loaded {
  loaded ??= new Loaded(JSON.parse(text.toString()) as Table);
  return loaded;
}

class Loaded {
  readonly sources: Table['sources'];
  readonly latest: ReadonlyMap<string, number>;
  readonly #table: Table;
  readonly #operators = new Map<string, Map<string, Versions>>();
  readonly #typeLists: (readonly string[] | undefined)[] = [];
  readonly #attributes: (AttributeSchema | undefined)[] = [];

  constructor(table: Table) {
    this.#table = table;
    this.sources = table.sources;
    this.latest = new Map(table.latest);
    for (const [domain, name, rows] of table.operators) {
      const operators = this.#operators.get(domain) ?? new Map<string, Versions>();
      operators.set(name, { rows, all: undefined, owned: undefined });
      this.#operators.set(domain, operators);
    }
  }

  /** Every schema of an operator, oldest first. */
  schemas(domain: string, name: string): readonly OperatorSchema[] {
    const canonical = canonicalDomain(domain);
    const versions = this.#operators.get(canonical)?.get(name);
    if (versions === undefined) return [];
    versions.all ??= rowsOf(versions).map((row) => this.#schema(canonical, name, row));
    return versions.all;
  }

  /** Those of them that the domain's owner defines: in ONNX's domains, ONNX. */
  ownedSchemas(domain: string, name: string): readonly OperatorSchema[] {
    const canonical = canonicalDomain(domain);
    const versions = this.#operators.get(canonical)?.get(name);
    if (versions === undefined) return [];
    versions.owned ??= this.schemas(canonical, name).filter(
      ({ origin }) => origin === 'onnx' || !isStandardDomain(canonical),
    );
    return versions.owned;
  }

  operatorNames(domain: string): string[] {
    return [...(this.#operators.get(canonicalDomain(domain))?.keys() ?? [])];
  }

  #schema(domain: string, name: string, row: SchemaRow): OperatorSchema {
    const [since, flags, minInputs, maxInputs, minOutputs, maxOutputs, inputs, outputs, attributes, constraints] = row;
    const typeConstraints = new Map(
      constraints.map((index) => {
        const [constraint, list] = this.#table.constraints[index]!;
        return [constraint, this.#typeList(list)] as const;
      }),
    );
    return {
      domain,
      name,
      since,
      origin: flags & flag.onnxruntime ? 'onnxruntime' : 'onnx',
      deprecated: (flags & flag.deprecated) !== 0,
      experimental: (flags & flag.experimental) !== 0,
      infersTypes: (flags & flag.infersTypes) !== 0,
      isFunction: (flags & flag.isFunction) !== 0,
      inputs: inputs.map((index) => this.#parameter(index, typeConstraints)),
      outputs: outputs.map((index) => this.#parameter(index, typeConstraints)),
      minInputs,
      maxInputs: maxInputs ?? undefined,
      minOutputs,
      maxOutputs: maxOutputs ?? undefined,
      attributes: new Map(attributes.map((index) => [this.#table.attributes[index]![0], this.#attribute(index)])),
      typeConstraints,
    };
  }

  #typeList(index: number): readonly string[] {
    this.#typeLists[index] ??= this.#table.typeLists[index]!.map((type) => this.#table.typeNames[type]!);
    return this.#typeLists[index];
  }

  #parameter(index: number, constraints: ReadonlyMap<string, readonly string[]>): Parameter {
    const [name, type, option, homogeneous = 1, minimum = 1] = this.#table.parameters[index]!;
    return {
      name,
      type,
      types: constraints.get(type) ?? (type.includes('(') ? [type] : []),
      option: option === 2 ? 'variadic' : option === 1 ? 'optional' : 'single',
      homogeneous: homogeneous === 1,
      minimum,
    };
  }

  #attribute(index: number): AttributeSchema {
    const [name, type, required = 0, value] = this.#table.attributes[index]!;
    this.#attributes[index] ??= {
      name,
      type,
      required: required === 1,
      defaultValue: value === undefined ? undefined : defaultValue(type, value),
    };
    return this.#attributes[index];
  }
}

function rowsOf({ rows }: Versions): readonly SchemaRow[] {
  return typeof rows === 'string' ? (JSON.parse(rows) as SchemaRow[]) : rows;
}

function defaultValue(type: AttributeType, value: unknown): AttributeValue | undefined {
  switch (type) {
    case 'int':
    case 'float':
      return { kind: type, value: value as number };
    case 'string':
      return { kind: type, value: value as string };
    case 'ints':
    case 'floats':
      return { kind: type, value: value as number[], count: (value as number[]).length };
    case 'strings':
      return { kind: type, value: value as string[], count: (value as string[]).length };
    default:
      return undefined;
  }
}
