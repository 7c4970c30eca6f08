import { type AttributeValue, canonicalDomain, readStoredTable, type StoredTable } from '../../model';
import text from './operators.generated.json';
import type { AttributeSchema, AttributeType, OperatorSchema, Parameter } from './schema';
import { isStandardDomain } from './standard-domain';
import { flag, type SchemaRow, type TableFile } from './table-file';
import { Versions } from './versions';

type Rows = StoredTable<TableFile, 'typeLists' | 'constraints' | 'parameters' | 'attributes' | 'operators'>;

let loaded: SchemaTable | undefined;

/** The table, read when it is first asked for. */
export function schemaTable(): SchemaTable {
  loaded ??= new SchemaTable(readStoredTable(text.toString()));
  return loaded;
}

class SchemaTable {
  readonly latest: ReadonlyMap<string, number>;
  readonly #rows: Rows;
  /** By `domain:name`. */
  readonly #versions = new Map<string, Versions>();
  readonly #typeLists: (readonly string[] | undefined)[] = [];
  readonly #attributes: (AttributeSchema | undefined)[] = [];

  constructor(rows: Rows) {
    this.latest = new Map(rows.latest);
    this.#rows = rows;
  }

  versionsOf(domain: string, name: string): Versions | undefined {
    const canonical = canonicalDomain(domain);
    const key = `${canonical}:${name}`;
    const known = this.#versions.get(key);
    if (known !== undefined) return known;
    const rows = this.#rows.operators.get(key);
    if (rows === undefined) return undefined;
    const make = (row: SchemaRow) => this.#schema(canonical, name, row);
    const versions = new Versions(rows, isStandardDomain(canonical), make);
    this.#versions.set(key, versions);
    return versions;
  }

  operatorNames(domain: string): string[] {
    const prefix = `${canonicalDomain(domain)}:`;
    return [...this.#rows.operators.names]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  }

  #schema(domain: string, name: string, row: SchemaRow): OperatorSchema {
    const [since, flags, minInputs, maxInputs, minOutputs, maxOutputs, inputs, outputs, attributes, constraints] = row;
    const typeConstraints = new Map(
      constraints.map((index) => {
        const [constraint, list] = this.#rows.constraints.at(index);
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
    this.#typeLists[index] ??= this.#rows.typeLists.at(index).map((type) => this.#rows.typeNames[type]!);
    return this.#typeLists[index];
  }

  #parameter(index: number, constraints: ReadonlyMap<string, readonly string[]>): Parameter {
    const [name, type, option, homogeneous = 1, minimum = 1] = this.#rows.parameters.at(index);
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
      const [name, type, required = 0, value] = this.#rows.attributes.at(index);
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
