import { elementType, typeProto } from './onnx-types';
import {
  delimited,
  encode,
  type Field,
  type Fields,
  fixed32,
  type Int,
  number,
  packed,
  text,
  varint,
} from './protobuf-fields';

/**
 * Builds the bytes of ONNX models for tests; `extra` fields (see protobuf-fields) write what the builder has no word
 * for. Field numbers are those of onnx.proto.
 *
 *     model(graph({
 *       inputs: { x: 'float[1,3,N,?]' },
 *       nodes: [node('Softmax', ['x'], ['y'], { axis: -1 })],
 *       outputs: { y: 'float[1,3,N,?]' },
 *     }), { opsets: { '': 21 } })
 *
 * A whole number as an attribute is an INT, another number a FLOAT, a text a STRING; lists likewise. `float(1)`,
 * `floats([1, 2])`, `ints([])`, `tensor(...)`, `graph(...)`, `type('float[2]')`, `reference('alpha', 'FLOAT')` say it.
 */
export interface Message<Kind extends string> {
  readonly kind: Kind;
  readonly bytes: Uint8Array;
}

export type Node = Message<'node'>;
export type GraphMessage = Message<'graph'>;
export type TensorMessage = Message<'tensor'>;
export type SparseTensorMessage = Message<'sparse_tensor'>;
export type TypeMessage = Message<'type_proto'>;

const attributeTypes = [
  'UNDEFINED', 'FLOAT', 'INT', 'STRING', 'TENSOR', 'GRAPH', 'FLOATS', 'INTS', 'STRINGS', 'TENSORS', 'GRAPHS',
  'SPARSE_TENSOR', 'SPARSE_TENSORS', 'TYPE_PROTO', 'TYPE_PROTOS',
] as const; // biome-ignore format: in the order of their codes
export type AttributeType = (typeof attributeTypes)[number];

/** An attribute's fields aside from its name. */
export interface AttributeContent {
  readonly attribute: Fields;
}

export type AttributeValue =
  | number
  | bigint
  | string
  | Uint8Array
  | GraphMessage
  | TensorMessage
  | SparseTensorMessage
  | TypeMessage
  | AttributeContent
  | readonly (number | bigint | string | GraphMessage | TensorMessage | SparseTensorMessage | TypeMessage)[];

const typed = (type: AttributeType, ...fields: Fields): AttributeContent => ({
  attribute: [...fields, varint(20, attributeTypes.indexOf(type))],
});

export const float = (value: number): AttributeContent => typed('FLOAT', fixed32(2, value));
export const floats = (values: readonly number[]): AttributeContent =>
  typed('FLOATS', ...values.map((value) => fixed32(7, value)));
export const ints = (values: readonly Int[]): AttributeContent =>
  typed('INTS', ...values.map((value) => varint(8, value)));
export const strings = (values: readonly string[]): AttributeContent =>
  typed('STRINGS', ...values.map((value) => delimited(9, value)));
/** `@name`: the value of the attribute `name` of the function that the node stands in. */
export const reference = (name: string, type: AttributeType): AttributeContent => typed(type, delimited(21, name));
export const type = (description: string): TypeMessage => ({ kind: 'type_proto', bytes: typeProto(description) });

const single = {
  tensor: [5, 'TENSOR'],
  graph: [6, 'GRAPH'],
  sparse_tensor: [22, 'SPARSE_TENSOR'],
  type_proto: [14, 'TYPE_PROTO'],
} as const;
const repeated = {
  tensor: [10, 'TENSORS'],
  graph: [11, 'GRAPHS'],
  sparse_tensor: [23, 'SPARSE_TENSORS'],
  type_proto: [15, 'TYPE_PROTOS'],
} as const;

function content(value: AttributeValue): AttributeContent {
  if (typeof value === 'bigint') return typed('INT', varint(3, value));
  if (typeof value === 'number') return Number.isInteger(value) ? typed('INT', varint(3, value)) : float(value);
  if (typeof value === 'string' || value instanceof Uint8Array) return typed('STRING', delimited(4, value));
  if ('attribute' in value) return value;
  if ('kind' in value) return typed(single[value.kind][1], delimited(single[value.kind][0], value.bytes));
  return list(value);
}

function list(values: Extract<AttributeValue, readonly unknown[]>): AttributeContent {
  const first = values[0];
  if (typeof first === 'object') {
    const [field, name] = repeated[first.kind];
    return typed(name, ...values.map((value) => delimited(field, (value as Message<string>).bytes)));
  }
  if (values.every((value) => typeof value === 'string')) return strings(values);
  const numbers = values as readonly Int[];
  return numbers.every((value) => typeof value === 'bigint' || Number.isInteger(value))
    ? ints(numbers)
    : floats(numbers.map(Number));
}

/** The content of an AttributeProto. */
export function attribute(name: string, value: AttributeValue, extra: Fields = []): Uint8Array {
  return encode([text(1, name), ...content(value).attribute, ...extra]);
}

export interface NodeOptions {
  readonly name?: string;
  readonly domain?: string;
  readonly overload?: string;
  readonly docString?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly extra?: Fields;
}

/** `domain` may also stand before the op type: `com.microsoft.Gelu`. */
export function node(
  opType: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: Readonly<Record<string, AttributeValue>> = {},
  options: NodeOptions = {},
): Node {
  const dot = opType.lastIndexOf('.');
  const domain = options.domain ?? (dot < 0 ? undefined : opType.slice(0, dot));
  const bytes = encode([
    ...inputs.map((name) => delimited(1, name)),
    ...outputs.map((name) => delimited(2, name)),
    text(3, options.name),
    delimited(4, opType.slice(dot + 1)),
    ...Object.entries(attributes).map(([name, value]) => delimited(5, attribute(name, value))),
    text(6, options.docString),
    text(7, domain),
    text(8, options.overload),
    ...stringMap(9, options.metadata),
    ...(options.extra ?? []),
  ]);
  return { kind: 'node', bytes };
}

export interface TensorOptions {
  readonly name?: string;
  /** raw_data. Where nothing is given the tensor has no payload. */
  readonly raw?: Uint8Array | readonly number[];
  readonly floats?: readonly number[];
  readonly int32s?: readonly Int[];
  readonly int64s?: readonly Int[];
  readonly strings?: readonly (string | Uint8Array)[];
  readonly external?: Readonly<Record<string, string>>;
  readonly extra?: Fields;
}

/** `tensor('int64', [2], { int64s: [1, 2] })`. */
export function tensor(elements: string, dims: readonly Int[], options: TensorOptions = {}): TensorMessage {
  const { floats } = options;
  const bytes = encode([
    ...dims.map((dim) => varint(1, dim)),
    varint(2, elementType(elements)),
    floats && delimited(4, new Uint8Array(Float32Array.from(floats).buffer)),
    packed(5, options.int32s),
    ...(options.strings ?? []).map((value) => delimited(6, value)),
    packed(7, options.int64s),
    text(8, options.name),
    options.raw && delimited(9, Uint8Array.from(options.raw)),
    ...stringMap(13, options.external),
    options.external && varint(14, 1),
    ...(options.extra ?? []),
  ]);
  return { kind: 'tensor', bytes };
}

/** An int64 tensor with raw_data, the common kind of shape constant. Rank 1, or 0 for a single number. */
export function int64s(values: Int | readonly Int[], name?: string): TensorMessage {
  const list = typeof values === 'object' ? values : [values];
  const data = new Uint8Array(BigInt64Array.from(list, BigInt).buffer);
  return tensor('int64', typeof values === 'object' ? [list.length] : [], {
    raw: data,
    ...(name !== undefined && { name }),
  });
}

/** A float tensor with raw_data. */
export function float32s(dims: readonly number[], values: readonly number[], name?: string): TensorMessage {
  const data = new Uint8Array(Float32Array.from(values).buffer);
  return tensor('float', dims, { raw: data, ...(name !== undefined && { name }) });
}

export function sparseTensor(values: TensorMessage, indices: TensorMessage, dims: readonly Int[]): SparseTensorMessage {
  const bytes = encode([delimited(1, values.bytes), delimited(2, indices.bytes), ...dims.map((dim) => varint(3, dim))]);
  return { kind: 'sparse_tensor', bytes };
}

/** Names with types in text syntax; undefined is a value without a type. A list where a name is to stand twice. */
export type Values =
  | Readonly<Record<string, string | undefined>>
  | readonly (readonly [name: string, type: string | undefined])[];

function valueInfos(field: number, values: Values | undefined): Field[] {
  const entries = Array.isArray(values) ? values : Object.entries(values ?? {});
  return entries.map(([name, description]: readonly [string, string | undefined]) =>
    delimited(field, [text(1, name), description === undefined ? undefined : delimited(2, typeProto(description))]),
  );
}

export interface GraphOptions {
  /** `g` unless given; null leaves it out. */
  readonly name?: string | null;
  readonly nodes?: readonly Node[];
  readonly inputs?: Values;
  readonly outputs?: Values;
  readonly valueInfos?: Values;
  /** By name, or with their own names. */
  readonly initializers?: Readonly<Record<string, TensorMessage>> | readonly TensorMessage[];
  readonly sparseInitializers?: readonly SparseTensorMessage[];
  readonly docString?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly extra?: Fields;
}

export function graph(options: GraphOptions): GraphMessage {
  const { initializers = [], name = 'g' } = options;
  const tensors = Array.isArray(initializers)
    ? initializers.map((tensor: TensorMessage) => tensor.bytes)
    : Object.entries(initializers).map(([name, tensor]) =>
        encode([(writer) => writer.raw(tensor.bytes), text(8, name)]),
      );
  const bytes = encode([
    ...(options.nodes ?? []).map((node) => delimited(1, node.bytes)),
    name === null ? undefined : delimited(2, name),
    ...tensors.map((tensor) => delimited(5, tensor)),
    text(10, options.docString),
    ...valueInfos(11, options.inputs),
    ...valueInfos(12, options.outputs),
    ...valueInfos(13, options.valueInfos),
    ...(options.sparseInitializers ?? []).map((tensor) => delimited(15, tensor.bytes)),
    ...stringMap(16, options.metadata),
    ...(options.extra ?? []),
  ]);
  return { kind: 'graph', bytes };
}

export interface FunctionOptions {
  readonly name: string;
  readonly domain: string;
  readonly overload?: string;
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
  /** Names of attributes without a default. */
  readonly attributes?: readonly string[];
  readonly attributeDefaults?: Readonly<Record<string, AttributeValue>>;
  readonly nodes?: readonly Node[];
  readonly opsets?: Opsets;
  readonly valueInfos?: Values;
  readonly docString?: string;
  readonly extra?: Fields;
}

export function fn(options: FunctionOptions): Message<'function'> {
  const bytes = encode([
    delimited(1, options.name),
    ...(options.inputs ?? []).map((name) => delimited(4, name)),
    ...(options.outputs ?? []).map((name) => delimited(5, name)),
    ...(options.attributes ?? []).map((name) => delimited(6, name)),
    ...(options.nodes ?? []).map((node) => delimited(7, node.bytes)),
    text(8, options.docString),
    ...opsetImports(9, options.opsets ?? { '': 21 }),
    delimited(10, options.domain),
    ...Object.entries(options.attributeDefaults ?? {}).map(([name, value]) => delimited(11, attribute(name, value))),
    ...valueInfos(12, options.valueInfos),
    text(13, options.overload),
    ...(options.extra ?? []),
  ]);
  return { kind: 'function', bytes };
}

/** Domain -> version; a list where a domain is to stand twice. */
export type Opsets = Readonly<Record<string, Int>> | readonly (readonly [domain: string, version: Int])[];

function opsetImports(field: number, opsets: Opsets): Field[] {
  const entries = Array.isArray(opsets) ? opsets : Object.entries(opsets);
  return entries.map(([domain, version]: readonly [string, Int]) =>
    delimited(field, [domain === '' ? undefined : delimited(1, domain), varint(2, version)]),
  );
}

export interface ModelOptions {
  /** 10 unless given; null leaves it out. */
  readonly irVersion?: Int | null;
  /** { '': 21 } unless given. */
  readonly opsets?: Opsets;
  readonly functions?: readonly Message<'function'>[];
  readonly producerName?: string;
  readonly docString?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly extra?: Fields;
}

/** The bytes of a model file. */
export function model(content: GraphMessage | GraphOptions | undefined, options: ModelOptions = {}): Uint8Array {
  const message = content === undefined || 'kind' in content ? content : graph(content);
  return encode([
    options.irVersion === null ? undefined : number(1, options.irVersion ?? 10),
    ...opsetImports(8, options.opsets ?? { '': 21 }),
    text(2, options.producerName),
    text(6, options.docString),
    message && delimited(7, message.bytes),
    ...stringMap(14, options.metadata),
    ...(options.functions ?? []).map((fn) => delimited(25, fn.bytes)),
    ...(options.extra ?? []),
  ]);
}

function stringMap(field: number, entries: Readonly<Record<string, string>> | undefined): Field[] {
  return Object.entries(entries ?? {}).map(([key, value]) => delimited(field, [text(1, key), text(2, value)]));
}
