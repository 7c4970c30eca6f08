import type { Writer } from 'protobufjs/minimal.js';
import protobuf from 'protobufjs/minimal.js';
import type { Dimension, Integer, OpsetImport, TensorType, ValueType } from '../../model';
import { encodeText } from '../reader/bytes/utf8';
import type {
  AttributeMessage,
  FunctionMessage,
  GraphMessage,
  ModelMessage,
  NodeMessage,
  SingleKind,
  SingleValue,
  SparseTensorMessage,
  StringEntry,
  TensorMessage,
  TensorPayload,
  ValueMessage,
} from './message';

/** The bytes of an .onnx file. Field numbers are those of onnx.proto, written in ascending order. */
export function encodeModel(model: ModelMessage): Uint8Array {
  const writer = protobuf.Writer.create();
  integer(writer, 1, model.irVersion);
  text(writer, 2, model.producerName);
  text(writer, 3, model.producerVersion);
  text(writer, 4, model.domain);
  integer(writer, 5, model.modelVersion);
  text(writer, 6, model.docString);
  message(writer, 7, model.graph, graph);
  for (const entry of model.opsetImports) message(writer, 8, entry, opsetImport);
  for (const entry of model.metadata) message(writer, 14, entry, stringEntry);
  for (const entry of model.functions) message(writer, 25, entry, functionDefinition);
  return writer.finish();
}

type Encode<T> = (writer: Writer, value: T) => void;

const varintWire = 0;
const lengthWire = 2;
const fixed32Wire = 5;

function tag(writer: Writer, field: number, wireType: number): Writer {
  return writer.uint32((field << 3) | wireType);
}

function message<T>(writer: Writer, field: number, value: T, encode: Encode<T>): void {
  tag(writer, field, lengthWire).fork();
  encode(writer, value);
  writer.ldelim();
}

function text(writer: Writer, field: number, value: string | undefined): void {
  if (value !== undefined) tag(writer, field, lengthWire).bytes(encodeText(value));
}

function integer(writer: Writer, field: number, value: Integer | undefined): void {
  if (value !== undefined) varint(tag(writer, field, varintWire), value);
}

/** A 64-bit two's complement varint; protobufjs takes the halves of one as a Long. */
function varint(writer: Writer, value: Integer): void {
  const bits = BigInt.asUintN(64, BigInt(value));
  const halves = { low: Number(bits & 0xffffffffn) | 0, high: Number(bits >> 32n) | 0, unsigned: true };
  writer.uint64(halves as Parameters<Writer['uint64']>[0]);
}

function stringEntry(writer: Writer, [key, value]: StringEntry): void {
  text(writer, 1, key);
  text(writer, 2, value);
}

function opsetImport(writer: Writer, { domain, version }: OpsetImport): void {
  text(writer, 1, domain);
  integer(writer, 2, version);
}

function graph(writer: Writer, value: GraphMessage): void {
  for (const entry of value.nodes) message(writer, 1, entry, node);
  text(writer, 2, value.name);
  for (const entry of value.initializers) message(writer, 5, entry, tensor);
  for (const entry of value.inputs) message(writer, 11, entry, valueInfo);
  for (const entry of value.outputs) message(writer, 12, entry, valueInfo);
  for (const entry of value.valueInfos) message(writer, 13, entry, valueInfo);
  for (const entry of value.sparseInitializers) message(writer, 15, entry, sparseTensor);
}

function functionDefinition(writer: Writer, value: FunctionMessage): void {
  text(writer, 1, value.name);
  for (const name of value.inputs) text(writer, 4, name);
  for (const name of value.outputs) text(writer, 5, name);
  for (const name of value.attributes) text(writer, 6, name);
  for (const entry of value.nodes) message(writer, 7, entry, node);
  text(writer, 8, value.docString);
  for (const entry of value.opsetImports) message(writer, 9, entry, opsetImport);
  text(writer, 10, value.domain);
  for (const entry of value.attributeDefaults) message(writer, 11, entry, attribute);
  for (const entry of value.valueInfos) message(writer, 12, entry, valueInfo);
  text(writer, 13, value.overload);
}

function node(writer: Writer, value: NodeMessage): void {
  for (const name of value.inputs) text(writer, 1, name);
  for (const name of value.outputs) text(writer, 2, name);
  text(writer, 3, value.name);
  text(writer, 4, value.opType);
  for (const entry of value.attributes) message(writer, 5, entry, attribute);
  text(writer, 7, value.domain || undefined);
  text(writer, 8, value.overload || undefined);
}

function valueInfo(writer: Writer, { name, type }: ValueMessage): void {
  text(writer, 1, name);
  if (type !== undefined) message(writer, 2, type, valueType);
}

/** Field of AttributeProto by kind: that of the single value and that of the list. */
const attributeFields: Readonly<Record<SingleKind, readonly [single: number, list: number]>> = {
  float: [2, 7],
  int: [3, 8],
  string: [4, 9],
  tensor: [5, 10],
  graph: [6, 11],
  type_proto: [14, 15],
  sparse_tensor: [22, 23],
};
const listTypes: ReadonlySet<number> = new Set([6, 7, 8, 9, 10, 12, 14]);

function attribute(writer: Writer, { name, type, values, reference }: AttributeMessage): void {
  text(writer, 1, name);
  const form = listTypes.has(type) ? 1 : 0;
  for (const value of values) attributeValue(writer, attributeFields[value.kind][form], value);
  tag(writer, 20, varintWire).uint32(type);
  text(writer, 21, reference);
}

function attributeValue(writer: Writer, field: number, content: SingleValue): void {
  switch (content.kind) {
    case 'float':
      tag(writer, field, fixed32Wire).float(content.value);
      return;
    case 'int':
      integer(writer, field, content.value);
      return;
    case 'string':
      text(writer, field, content.value);
      return;
    case 'tensor':
      message(writer, field, content.value, tensor);
      return;
    case 'graph':
      message(writer, field, content.value, graph);
      return;
    case 'sparse_tensor':
      message(writer, field, content.value, sparseTensor);
      return;
    case 'type_proto':
      message(writer, field, content.value, valueType);
      return;
  }
}

function tensor(writer: Writer, { name, elementType, dims, payload }: TensorMessage): void {
  for (const dim of dims) integer(writer, 1, dim);
  integer(writer, 2, elementType);
  if (payload !== undefined && payload.kind !== 'external' && payload.kind !== 'raw') typedPayload(writer, payload);
  text(writer, 8, name || undefined);
  if (payload?.kind === 'raw') tag(writer, 9, lengthWire).bytes(payload.bytes);
  if (payload?.kind !== 'external') return;
  for (const entry of payload.entries) message(writer, 13, entry, stringEntry);
  integer(writer, 14, 1);
}

const payloadFields = { float: 4, int32: 5, string: 6, int64: 7, double: 10, uint64: 11 } as const;

function typedPayload(writer: Writer, payload: Exclude<TensorPayload, { kind: 'external' | 'raw' }>): void {
  const field = payloadFields[payload.kind];
  if (payload.values.length === 0) return;
  if (payload.kind === 'string') {
    for (const value of payload.values) text(writer, field, value);
    return;
  }
  tag(writer, field, lengthWire).fork();
  if (payload.kind === 'float') for (const value of payload.values) writer.float(value);
  else if (payload.kind === 'double') for (const value of payload.values) writer.double(value);
  else for (const value of payload.values) varint(writer, value);
  writer.ldelim();
}

function sparseTensor(writer: Writer, { values, indices, dims }: SparseTensorMessage): void {
  message(writer, 1, values, tensor);
  message(writer, 2, indices, tensor);
  for (const dim of dims) integer(writer, 3, dim);
}

function valueType(writer: Writer, type: ValueType | undefined): void {
  switch (type?.kind) {
    case undefined:
      return;
    case 'tensor':
      message(writer, 1, type, tensorType);
      return;
    case 'sparse_tensor':
      message(writer, 8, type, tensorType);
      return;
    case 'sequence':
      message(writer, 4, type.element, elementOf);
      return;
    case 'optional':
      message(writer, 9, type.element, elementOf);
      return;
    case 'map':
      message(writer, 5, type, (inner, { key, value }) => {
        integer(inner, 1, key);
        message(inner, 2, value, valueType);
      });
      return;
    case 'opaque':
      message(writer, 7, type, (inner, { domain, name }) => {
        text(inner, 1, domain || undefined);
        text(inner, 2, name || undefined);
      });
      return;
  }
}

function elementOf(writer: Writer, element: ValueType | undefined): void {
  message(writer, 1, element, valueType);
}

function tensorType(writer: Writer, { elementType, shape }: TensorType): void {
  integer(writer, 1, elementType);
  if (shape === undefined) return;
  tag(writer, 2, lengthWire).fork();
  for (const dim of shape) message(writer, 1, dim, dimension);
  writer.ldelim();
}

function dimension(writer: Writer, value: Dimension): void {
  if (typeof value === 'string') text(writer, 2, value);
  else if (value !== null) integer(writer, 1, value);
}
