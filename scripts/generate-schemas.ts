/**
 * Writes core/onnx/schemas/operators.generated.json: every schema of ONNX and of ONNX Runtime's contrib operators, from
 * the facts beside the repository. Versions of an operator share most of their parameters, attributes and type lists, so
 * each distinct one is stored once and named by its index.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface FactParameter {
  name: string;
  type: string;
  option?: 'optional' | 'variadic';
  homogeneous?: boolean;
  minArity?: number;
}

interface FactSchema {
  domain: string;
  name: string;
  since: number;
  inputs: FactParameter[];
  outputs: FactParameter[];
  minInput: number;
  maxInput: number | null;
  minOutput: number;
  maxOutput: number | null;
  attributes: { name: string; type: string; required?: boolean; default?: unknown }[];
  typeConstraints: Record<string, string[]>;
  shapeInference: boolean | null;
  functionBody: number[] | boolean | null;
  contextFunctionBody: number[] | boolean | null;
  deprecated?: boolean;
  experimental?: boolean;
}

interface Facts {
  provenance: { onnx: string; contrib: string };
  onnx: FactSchema[];
  contrib: FactSchema[];
}

/** Distinct values in the order of their first use. */
class Interned {
  readonly values: unknown[] = [];
  readonly #indices = new Map<string, number>();

  index(value: unknown): number {
    const key = JSON.stringify(value);
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    this.#indices.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** Defaults that the C++ sources write as expressions. */
const writtenAsExpression = new Map<unknown, unknown>([
  ['static_cast<int64_t>(ONNX_NAMESPACE::TensorProto_DataType_FLOAT)', 1],
]);

/**
 * Types as the C++ sources of ONNX Runtime's training operators write them: `{"float"}` is one type. What calls a function
 * allows any type, as nobody evaluates it here.
 */
function typesOf(written: readonly string[]): string[] {
  if (written.some((type) => type.includes('::'))) return [];
  return written.map((type) => type.replace(/^\{"(\w+)"\}$/, 'tensor($1)'));
}

export function generateSchemas(root: string): void {
  const source = path.join(root, '..', 'shared', 'facts', 'onnx', 'op-schemas.json');
  const facts = JSON.parse(readFileSync(source, 'utf8')) as Facts;
  const typeNames = new Interned();
  const typeLists = new Interned();
  const constraints = new Interned();
  const parameters = new Interned();
  const attributes = new Interned();

  const parameterList = (list: FactParameter[]) =>
    list.map(({ name, type, option, homogeneous, minArity }) =>
      parameters.index(
        option === 'variadic'
          ? [name, type, 2, homogeneous === false ? 0 : 1, minArity ?? 1]
          : option === 'optional'
            ? [name, type, 1]
            : [name, type],
      ),
    );
  const isFunction = (body: FactSchema['functionBody']) => (Array.isArray(body) ? body.length > 0 : body === true);
  const row = (schema: FactSchema, contrib: boolean) => [
    schema.since,
    (contrib ? 1 : 0) +
      (schema.deprecated ? 2 : 0) +
      (schema.experimental ? 4 : 0) +
      (schema.shapeInference ? 8 : 0) +
      (isFunction(schema.functionBody) || isFunction(schema.contextFunctionBody) ? 16 : 0),
    schema.minInput,
    schema.maxInput,
    schema.minOutput,
    schema.maxOutput,
    parameterList(schema.inputs),
    parameterList(schema.outputs),
    schema.attributes.map(({ name, type, required, default: value }) =>
      attributes.index([
        name,
        type,
        ...(required || value !== undefined ? [required ? 1 : 0] : []),
        ...(value !== undefined ? [writtenAsExpression.get(value) ?? value] : []),
      ]),
    ),
    Object.entries(schema.typeConstraints).map(([name, types]) =>
      constraints.index([name, typeLists.index(typesOf(types).map((type) => typeNames.index(type)))]),
    ),
  ];

  /** By `domain:name`; no domain has a colon. */
  const operators = new Map<string, unknown[][]>();
  const sorted = [
    ...facts.onnx.map((fact) => ({ fact, contrib: false })),
    ...facts.contrib.map((fact) => ({ fact, contrib: true })),
  ];
  sorted.sort(
    (a, b) => compare(a.fact.domain, b.fact.domain) || compare(a.fact.name, b.fact.name) || a.fact.since - b.fact.since,
  );
  for (const { fact, contrib } of sorted) {
    const key = `${fact.domain}:${fact.name}`;
    const rows = operators.get(key) ?? [];
    rows.push(row(fact, contrib));
    operators.set(key, rows);
  }

  const standardOpset = Number(/opset (\d+)/.exec(facts.provenance.onnx)?.[1]);
  const latest = new Map<string, number>();
  for (const { fact } of sorted) latest.set(fact.domain, Math.max(latest.get(fact.domain) ?? 0, fact.since));
  latest.set('', standardOpset);

  const sections: [string, unknown][] = [
    ['sources', { onnx: facts.provenance.onnx, onnxruntime: facts.provenance.contrib }],
    ['latest', [...latest].sort(([a], [b]) => compare(a, b))],
    ['typeNames', typeNames.values],
    ['typeLists', typeLists.values],
    ['constraints', constraints.values],
    ['parameters', parameters.values],
    ['attributes', attributes.values],
  ];
  const text = [
    '{',
    ...sections.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},`),
    '"operators": {',
    [...operators].map(([key, rows]) => `${JSON.stringify(key)}: ${JSON.stringify(rows)}`).join(',\n'),
    '}}',
    '',
  ].join('\n');
  writeFileSync(path.join(root, 'core', 'onnx', 'schemas', 'operators.generated.json'), text);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
