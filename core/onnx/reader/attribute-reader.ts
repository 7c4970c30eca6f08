import type { Attribute, AttributeValue, Graph, Integer } from '../../model';
import { type GraphDraft, graphOf, newGraph, readGraph } from './graph-reader';
import { longestKeptList, type Reading, readPacked } from './reading';
import {
  newTensor,
  readSparseTensor,
  readTensorInto,
  type SparseTensorDraft,
  sparseTensorOf,
  type TensorDraft,
  tensorOf,
} from './tensor-reader';
import { newType, readType, type TypeDraft, typeOf } from './type-reader';

enum Field {
  name = (1 << 3) | 2,
  float = (2 << 3) | 5,
  int = (3 << 3) | 0,
  string = (4 << 3) | 2,
  tensor = (5 << 3) | 2,
  graph = (6 << 3) | 2,
  floatItem = (7 << 3) | 5,
  floats = (7 << 3) | 2,
  intItem = (8 << 3) | 0,
  ints = (8 << 3) | 2,
  strings = (9 << 3) | 2,
  tensors = (10 << 3) | 2,
  graphs = (11 << 3) | 2,
  docString = (13 << 3) | 2,
  typeProto = (14 << 3) | 2,
  typeProtos = (15 << 3) | 2,
  type = (20 << 3) | 0,
  reference = (21 << 3) | 2,
  sparseTensor = (22 << 3) | 2,
  sparseTensors = (23 << 3) | 2,
}

/** AttributeProto.AttributeType, and the field that holds the value of each. */
export const valueFields = [
  'undefined',
  'f',
  'i',
  's',
  't',
  'g',
  'floats',
  'ints',
  'strings',
  'tensors',
  'graphs',
  'sparse_tensor',
  'sparse_tensors',
  'tp',
  'type_protos',
] as const;

type ValueField = (typeof valueFields)[number];

/** A list of which only the head is kept. */
interface ListDraft<Item> {
  readonly head: Item[];
  count: number;
}

/** An AttributeProto under construction. Only the value fields that stand in the file are set. */
interface Values {
  f?: number;
  i?: Integer;
  s?: string;
  t?: TensorDraft;
  /** Where the graph stands, start and end; more than once where it is to be merged. */
  g?: number[];
  tp?: TypeDraft;
  sparse_tensor?: SparseTensorDraft;
  floats?: ListDraft<number>;
  ints?: ListDraft<Integer>;
  strings?: ListDraft<string>;
  tensors?: TensorDraft[];
  graphs?: number[];
  sparse_tensors?: SparseTensorDraft[];
  type_protos?: TypeDraft[];
}

/**
 * Reads the AttributeProto that starts here. `path` is the operator's (`/3`): a graph in the attribute gets
 * `/3.then_branch`. Graphs are read last, because the attribute's name may stand after them.
 */
export function readAttribute(reading: Reading, path: () => string, depth: number): Attribute {
  const { cursor } = reading;
  const outer = cursor.enter();
  const byteOffset = cursor.position;
  let name = '';
  let reference = '';
  let type: number | undefined;
  let docString: string | undefined;
  const values: Values = {};
  while (cursor.hasMore) {
    const tag = cursor.tag();
    switch (tag) {
      case Field.name:
        name = cursor.string();
        break;
      case Field.type: {
        const code = cursor.int32();
        // proto2 keeps an enum's value that it does not know apart, as an unknown field.
        if (code >= 0 && code < valueFields.length) type = code;
        break;
      }
      case Field.reference:
        reference = cursor.string();
        break;
      case Field.docString:
        docString = cursor.string();
        break;
      default:
        if (!readValue(reading, values, tag)) cursor.skip(tag);
    }
  }
  cursor.leave(outer);
  reading.spend(160);
  const fields = Object.keys(values) as ValueField[];
  const code = type ?? (fields.length === 1 ? valueFields.indexOf(fields[0]!) : 0);
  const value: AttributeValue =
    reference === ''
      ? attributeValue(reading, values, valueFields[code]!, fields.length === 0, () => `${path()}.${name}`, depth)
      : { kind: 'reference', name: reference, type: type ?? 0 };
  const isAsDeclared =
    type !== undefined && code !== 0 && fields.length <= 1 && (fields[0] ?? valueFields[code]) === valueFields[code];
  const isWhole = isAsDeclared && value.kind !== 'undefined' && (reference === '' || fields.length === 0);
  return { name, value, docString, byteOffset, written: isWhole ? undefined : { type, fields } };
}

function readValue(reading: Reading, values: Values, tag: number): boolean {
  const { cursor } = reading;
  switch (tag) {
    case Field.int:
      values.i = cursor.int64();
      return true;
    case Field.float:
      values.f = cursor.float();
      return true;
    case Field.string:
      values.s = cursor.string();
      return true;
    case Field.intItem:
      push(reading, (values.ints ??= newList()), cursor.int64());
      return true;
    case Field.ints: {
      const list = (values.ints ??= newList<Integer>());
      readPacked(reading, () => push(reading, list, cursor.int64()));
      if (list.count === 0) delete values.ints;
      return true;
    }
    case Field.floatItem:
      push(reading, (values.floats ??= newList()), cursor.float());
      return true;
    case Field.floats: {
      const list = (values.floats ??= newList<number>());
      readPacked(reading, () => push(reading, list, cursor.float()));
      if (list.count === 0) delete values.floats;
      return true;
    }
    case Field.strings: {
      const list = (values.strings ??= newList<string>());
      if (list.count < longestKeptList) push(reading, list, cursor.string());
      else {
        cursor.skip(tag);
        list.count += 1;
      }
      return true;
    }
    case Field.graph:
      readRange(reading, (values.g ??= []));
      return true;
    case Field.graphs:
      readRange(reading, (values.graphs ??= []));
      return true;
    default:
      return readMessage(reading, values, tag);
  }
}

function readMessage(reading: Reading, values: Values, tag: number): boolean {
  switch (tag) {
    case Field.tensor:
      readTensorInto(reading, (values.t ??= newTensor()));
      return true;
    case Field.tensors: {
      const draft = newTensor();
      readTensorInto(reading, draft);
      (values.tensors ??= []).push(draft);
      return true;
    }
    case Field.sparseTensor:
      values.sparse_tensor = readSparseTensor(reading, values.sparse_tensor);
      return true;
    case Field.sparseTensors:
      (values.sparse_tensors ??= []).push(readSparseTensor(reading));
      return true;
    case Field.typeProto:
      readType(reading, (values.tp ??= newType()));
      return true;
    case Field.typeProtos: {
      const draft = newType();
      readType(reading, draft);
      reading.spend(100);
      (values.type_protos ??= []).push(draft);
      return true;
    }
    default:
      return false;
  }
}

function newList<Item>(): ListDraft<Item> {
  return { head: [], count: 0 };
}

function push<Item>(reading: Reading, list: ListDraft<Item>, item: Item): void {
  reading.look();
  list.count += 1;
  if (list.count > longestKeptList) return;
  reading.spend(8);
  list.head.push(item);
}

/** Notes where a message stands, and passes over it. */
function readRange(reading: Reading, ranges: number[]): void {
  const { cursor } = reading;
  const outer = cursor.enter();
  ranges.push(cursor.position, cursor.end);
  reading.spend(16);
  cursor.pass(cursor.end - cursor.position);
  cursor.leave(outer);
}

/**
 * The value of the declared type. Where the field of that type is absent, a number or text is its default and a list is
 * empty, as in files of proto3 writers; but where another field is set instead, nothing is known.
 */
function attributeValue(
  reading: Reading,
  values: Values,
  field: ValueField,
  isEmpty: boolean,
  path: () => string,
  depth: number,
): AttributeValue {
  if (field === 'undefined' || (!isEmpty && values[field] === undefined)) return { kind: 'undefined' };
  switch (field) {
    case 'f':
      return { kind: 'float', value: values.f ?? 0 };
    case 'i':
      return { kind: 'int', value: values.i ?? 0 };
    case 's':
      return { kind: 'string', value: values.s ?? '' };
    case 't':
      return values.t === undefined ? { kind: 'undefined' } : { kind: 'tensor', value: tensorOf(reading, values.t) };
    case 'g':
      return values.g === undefined
        ? { kind: 'undefined' }
        : { kind: 'graph', value: nestedGraph(reading, values.g, path(), depth) };
    case 'tp':
      return values.tp === undefined ? { kind: 'undefined' } : { kind: 'type_proto', value: typeOf(values.tp) };
    case 'sparse_tensor':
      return values.sparse_tensor === undefined
        ? { kind: 'undefined' }
        : { kind: 'sparse_tensor', value: sparseTensorOf(reading, values.sparse_tensor) };
    case 'floats':
      return { kind: 'floats', value: values.floats?.head ?? [], count: values.floats?.count ?? 0 };
    case 'ints':
      return { kind: 'ints', value: values.ints?.head ?? [], count: values.ints?.count ?? 0 };
    case 'strings':
      return { kind: 'strings', value: values.strings?.head ?? [], count: values.strings?.count ?? 0 };
    case 'tensors':
      return { kind: 'tensors', value: (values.tensors ?? []).map((tensor) => tensorOf(reading, tensor)) };
    case 'graphs':
      return { kind: 'graphs', value: graphList(reading, values.graphs ?? [], path, depth) };
    case 'sparse_tensors':
      return {
        kind: 'sparse_tensors',
        value: (values.sparse_tensors ?? []).map((tensor) => sparseTensorOf(reading, tensor)),
      };
    case 'type_protos':
      return { kind: 'type_protos', value: (values.type_protos ?? []).map(typeOf) };
  }
}

/** `path[0]`, `path[1]`, ... */
function graphList(reading: Reading, ranges: readonly number[], path: () => string, depth: number): Graph[] {
  const graphs: Graph[] = [];
  for (let index = 0; index < ranges.length; index += 2) {
    graphs.push(nestedGraph(reading, ranges.slice(index, index + 2), `${path()}[${index / 2}]`, depth));
  }
  return graphs;
}

/** Reads the graph that stands in all of `ranges`, and comes back. */
function nestedGraph(reading: Reading, ranges: readonly number[], path: string, depth: number): Graph {
  const { cursor } = reading;
  const position = cursor.position;
  const draft: GraphDraft = newGraph(path, ranges[0]!);
  for (let index = 0; index < ranges.length; index += 2) {
    const outer = cursor.enterAt(ranges[index]!, ranges[index + 1]!);
    readGraph(reading, draft, depth + 1);
    cursor.leave(outer);
  }
  cursor.seek(position);
  return graphOf(draft);
}
