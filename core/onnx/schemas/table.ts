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
  readonly parameters: Rows<ParameterRow>;
  readonly attributes: Rows<AttributeRow>;
  /** In the bundles the rows alone, and what they are of, as `domain:name`, in `operatorKeys`. */
  readonly operators: readonly (readonly [domain: string, name: string, rows: readonly SchemaRow[]])[] | string;
  readonly operatorKeys?: string;
}

/** In the bundles the rows are JSON, a bar between them (build.mjs), since a run asks for few of them. */
type Rows<Row> = readonly Row[] | string;

const flag = { onnxruntime: 1, deprecated: 2, experimental: 4, infersTypes: 8, isFunction: 16 };

class LazyRows<Row> {
  readonly #rows: readonly (Row | string)[];

  constructor(rows: Rows<Row>) {
    this.#rows = typeof rows === 'string' ? rows.split('|') : rows;
  }

  at(index: number): Row {
    const row = this.#rows[index]!;
    return typeof row === 'string' ? (JSON.parse(row) as Row) : row;
  }
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
  readonly #table: Pick<Table, 'typeNames' | 'typeLists' | 'constraints'>;
  readonly #operators: LazyRows<readonly SchemaRow[]>;
  readonly #keys: readonly string[];
  readonly #parameterRows: LazyRows<ParameterRow>;
  readonly #attributeRows: LazyRows<AttributeRow>;
  /** By `domain:name`, the place among these; no domain of the table has a colon. */
  readonly #places = new Map<string, number>();
  readonly #all: (readonly OperatorSchema[] | undefined)[] = [];
  readonly #owned: (readonly OperatorSchema[] | undefined)[] = [];
  readonly #typeLists: (readonly string[] | undefined)[] = [];
  readonly #attributes: (AttributeSchema | undefined)[] = [];

  constructor(table: Table) {
    this.#table = table;
    this.sources = table.sources;
    this.latest = new Map(table.latest);
    this.#parameterRows = new LazyRows(table.parameters);
    this.#attributeRows = new LazyRows(table.attributes);
    const { operators, operatorKeys = '' } = table;
    const isText = typeof operators === 'string';
    this.#operators = new LazyRows(isText ? operators : operators.map(([, , rows]) => rows));
    this.#keys = isText ? operatorKeys.split('|') : operators.map(([domain, name]) => `${domain}:${name}`);
    for (let place = 0; place < this.#keys.length; place += 1) this.#places.set(this.#keys[place]!, place);
  }

  /** Every schema of an operator, oldest first. */
  schemas(domain: string, name: string): readonly OperatorSchema[] {
    const place = this.#placeOf(domain, name);
    return place === undefined ? [] : this.#schemasAt(place);
  }

  #placeOf(domain: string, name: string): number | undefined {
    return this.#places.get(`${canonicalDomain(domain)}:${name}`);
  }

  #schemasAt(place: number): readonly OperatorSchema[] {
    let schemas = this.#all[place];
    if (schemas === undefined) {
      const [domain, name] = this.#keys[place]!.split(':') as [string, string];
      schemas = this.#operators.at(place).map((row) => this.#schema(domain, name, row));
      this.#all[place] = schemas;
    }
    return schemas;
  }

  /** Those of them that the domain's owner defines: in ONNX's domains, ONNX. */
  ownedSchemas(domain: string, name: string): readonly OperatorSchema[] {
    const place = this.#placeOf(domain, name);
    if (place === undefined) return [];
    this.#owned[place] ??= this.#schemasAt(place).filter(
      ({ origin }) => origin === 'onnx' || !isStandardDomain(domain),
    );
    return this.#owned[place];
  }

  operatorNames(domain: string): string[] {
    const prefix = `${canonicalDomain(domain)}:`;
    return this.#keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
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
      attributes: new Map(
        attributes.map((index) => this.#attribute(index)).map((attribute) => [attribute.name, attribute]),
      ),
      typeConstraints,
    };
  }

  #typeList(index: number): readonly string[] {
    this.#typeLists[index] ??= this.#table.typeLists[index]!.map((type) => this.#table.typeNames[type]!);
    return this.#typeLists[index];
  }

  #parameter(index: number, constraints: ReadonlyMap<string, readonly string[]>): Parameter {
    const [name, type, option, homogeneous = 1, minimum = 1] = this.#parameterRows.at(index);
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
    let attribute = this.#attributes[index];
    if (attribute === undefined) {
      const [name, type, required = 0, value] = this.#attributeRows.at(index);
      const defaulted = value === undefined ? undefined : defaultValue(type, value);
      attribute = { name, type, required: required === 1, defaultValue: defaulted };
      this.#attributes[index] = attribute;
    }
    return attribute;
  }
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
