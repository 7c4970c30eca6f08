import { type AttributeValue, canonicalDomain } from '../../model';
import text from './operators.generated.json';
import type { AttributeSchema, AttributeType, OperatorSchema, Parameter } from './schema';
import { isStandardDomain } from './standard-domain';
import { type AttributeRow, flag, type ParameterRow, type Rows, type SchemaRow, type TableFile } from './table-file';
import { Versions } from './versions';

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

let loaded: SchemaTable | undefined;

/** The table, parsed when it is first asked for. */
export function schemaTable(): SchemaTable {
  loaded ??= new SchemaTable(JSON.parse(text.toString()) as TableFile);
  return loaded;
}

class SchemaTable {
  readonly sources: TableFile['sources'];
  readonly latest: ReadonlyMap<string, number>;
  readonly #typeNames: TableFile['typeNames'];
  readonly #typeListRows: LazyRows<readonly number[]>;
  readonly #constraintRows: LazyRows<readonly [name: string, typeList: number]>;
  readonly #operators: LazyRows<readonly SchemaRow[]>;
  readonly #keys: readonly string[];
  readonly #parameterRows: LazyRows<ParameterRow>;
  readonly #attributeRows: LazyRows<AttributeRow>;
  /** By `domain:name`, the place among these; no domain of the table has a colon. */
  readonly #places = new Map<string, number>();
  readonly #versions: (Versions | undefined)[] = [];
  readonly #typeLists: (readonly string[] | undefined)[] = [];
  readonly #attributes: (AttributeSchema | undefined)[] = [];

  constructor(table: TableFile) {
    this.sources = table.sources;
    this.latest = new Map(table.latest);
    this.#typeNames = table.typeNames;
    this.#typeListRows = new LazyRows(table.typeLists);
    this.#constraintRows = new LazyRows(table.constraints);
    this.#parameterRows = new LazyRows(table.parameters);
    this.#attributeRows = new LazyRows(table.attributes);
    const { operators, operatorKeys = '' } = table;
    const isText = typeof operators === 'string';
    this.#operators = new LazyRows(isText ? operators : operators.map(([, , rows]) => rows));
    this.#keys = isText ? operatorKeys.split('|') : operators.map(([domain, name]) => `${domain}:${name}`);
    setPlaces(this.#places, this.#keys);
  }

  versionsOf(domain: string, name: string): Versions | undefined {
    const place = this.#places.get(`${canonicalDomain(domain)}:${name}`);
    if (place === undefined) return undefined;
    let versions = this.#versions[place];
    if (versions === undefined) {
      const make = (row: SchemaRow) => this.#schema(canonicalDomain(domain), name, row);
      versions = new Versions(this.#operators.at(place), isStandardDomain(domain), make);
      this.#versions[place] = versions;
    }
    return versions;
  }

  operatorNames(domain: string): string[] {
    const prefix = `${canonicalDomain(domain)}:`;
    return this.#keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  }

  #schema(domain: string, name: string, row: SchemaRow): OperatorSchema {
    const [since, flags, minInputs, maxInputs, minOutputs, maxOutputs, inputs, outputs, attributes, constraints] = row;
    const typeConstraints = new Map(
      constraints.map((index) => {
        const [constraint, list] = this.#constraintRows.at(index);
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
    this.#typeLists[index] ??= this.#typeListRows.at(index).map((type) => this.#typeNames[type]!);
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

/** Apart from what surrounds it: V8 compiles the function that the loop stands in. */
function setPlaces(places: Map<string, number>, keys: readonly string[]): void {
  for (let place = 0; place < keys.length; place += 1) places.set(keys[place]!, place);
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
