import type { ElementType, Integer, OpsetImport, ValueType } from '../../model';

/**
 * A model as it is written to a file: what a text in ONNX's syntax says, and what `encodeModel` turns into bytes.
 * Field by field the messages of onnx.proto; a field that is undefined is not written.
 */
export interface ModelMessage {
  irVersion?: Integer;
  opsetImports: OpsetImport[];
  producerName?: string;
  producerVersion?: string;
  domain?: string;
  modelVersion?: Integer;
  docString?: string;
  metadata: StringEntry[];
  graph: GraphMessage;
  functions: FunctionMessage[];
}

export type StringEntry = readonly [key: string, value: string];

export interface GraphMessage {
  name: string;
  inputs: ValueMessage[];
  outputs: ValueMessage[];
  valueInfos: ValueMessage[];
  initializers: TensorMessage[];
  sparseInitializers: SparseTensorMessage[];
  nodes: NodeMessage[];
}

export interface FunctionMessage {
  name: string;
  domain?: string;
  overload?: string;
  docString?: string;
  opsetImports: OpsetImport[];
  attributes: string[];
  attributeDefaults: AttributeMessage[];
  inputs: string[];
  outputs: string[];
  valueInfos: ValueMessage[];
  nodes: NodeMessage[];
}

export interface ValueMessage {
  name: string;
  type: ValueType | undefined;
}

export interface NodeMessage {
  name?: string;
  outputs: string[];
  domain: string;
  opType: string;
  overload: string;
  attributes: AttributeMessage[];
  inputs: string[];
}

/** The numbers that TensorProto's typed fields hold; `raw` is raw_data. Undefined: no payload at all. */
export type TensorPayload =
  | { readonly kind: 'float' | 'double'; readonly values: readonly number[] }
  | { readonly kind: 'int32' | 'int64' | 'uint64'; readonly values: readonly Integer[] }
  | { readonly kind: 'string'; readonly values: readonly string[] }
  | { readonly kind: 'raw'; readonly bytes: Uint8Array }
  | { readonly kind: 'external'; readonly entries: readonly StringEntry[] };

export interface TensorMessage {
  name: string;
  elementType: ElementType;
  dims: readonly Integer[];
  payload: TensorPayload | undefined;
}

export interface SparseTensorMessage {
  values: TensorMessage;
  indices: TensorMessage;
  dims: readonly Integer[];
}

/** One value of an attribute, or an element of a list. */
export type SingleValue =
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'int'; readonly value: Integer }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'tensor'; readonly value: TensorMessage }
  | { readonly kind: 'graph'; readonly value: GraphMessage }
  | { readonly kind: 'sparse_tensor'; readonly value: SparseTensorMessage }
  | { readonly kind: 'type_proto'; readonly value: ValueType | undefined };

export type SingleKind = SingleValue['kind'];

export interface AttributeMessage {
  name: string;
  /** Code of AttributeProto.AttributeType. */
  type: number;
  /** One value, or any number of values of one kind for the types that are lists. */
  values: readonly SingleValue[];
  /** The attribute of the surrounding function that gives the value. */
  reference?: string;
}

const codes: readonly (readonly [name: string, code: number])[] = [
  ['undefined', 0],
  ['float', 1],
  ['int', 2],
  ['string', 3],
  ['tensor', 4],
  ['graph', 5],
  ['floats', 6],
  ['ints', 7],
  ['strings', 8],
  ['tensors', 9],
  ['graphs', 10],
  ['sparse_tensor', 11],
  ['sparse_tensors', 12],
  ['type_proto', 13],
  ['type_protos', 14],
];
const codeByName = new Map(codes);
const nameByCode = new Map(codes.map(([name, code]) => [code, name]));

export function attributeTypeCode(name: string): number | undefined {
  return codeByName.get(name);
}

/** `undefined` for 0 and for codes that ONNX does not define. */
export function attributeTypeName(code: number): string {
  return nameByCode.get(code) ?? 'undefined';
}
