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
const valueFields = [
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

const code = Object.fromEntries(valueFields.map((field, index) => [field, index])) as Record<ValueField, number>;

/** Attributes that repeat are short: `axis = -1`, `pads = [1, 1, 1, 1]`. */
const longestShared = 128;

/** Value fields that hold messages; only those that stand in the file are set. */
interface Messages {
  t?: TensorDraft;
  /** Where the graph stands, start and end; more than once where it is to be merged. */
  g?: number[];
  tp?: TypeDraft;
  sparse_tensor?: SparseTensorDraft;
  tensors?: TensorDraft[];
  graphs?: number[];
  sparse_tensors?: SparseTensorDraft[];
  type_protos?: TypeDraft[];
}

/**
 * Reads the AttributeProto that starts here, of operator `index` in the graph at `graphPath`: a graph in the attribute
 * gets a path such as `/3.then_branch`. Graphs are read last, because the attribute's name may stand after them.
 */
export function readAttribute(
  reading: Reading,
  graphPath: string,
  index: number | undefined,
  depth: number,
): Attribute {
  const { cursor, attributes } = reading;
  const outer = cursor.enter();
  const start = cursor.position;
  const length = cursor.end - start;
  const mayRepeat = length <= longestShared && cursor.brings(length);
  const known = mayRepeat ? attributes.find(cursor.view, cursor.at, length) : undefined;
  if (known !== undefined) {
    cursor.pass(length);
    cursor.leave(outer);
    return known;
  }
  const attribute = readFields(reading, graphPath, index, depth);
  cursor.leave(outer);
  let isShared = false;
  if (mayRepeat && isPlaceless(attribute.value)) {
    cursor.seek(start);
    isShared = cursor.brings(length) && attributes.add(cursor.window, cursor.view, cursor.at, length, attribute);
    cursor.pass(length);
  }
  if (!isShared) reading.ownAttributes += 1;
  return attribute;
}

/** Whether nothing in a value has a place of its own in the file. */
function isPlaceless({ kind }: AttributeValue): boolean {
  return /^(?:int|float|string)s?$|^reference$/.test(kind);
}

function readFields(reading: Reading, graphPath: string, index: number | undefined, depth: number): Attribute {
  const { cursor, ints, floats } = reading;
  let name = '';
  let reference = '';
  let type: number | undefined;
  let docString: string | undefined;
  let int: Integer = 0;
  let float = 0;
  let string = '';
  let strings: string[] | undefined;
  let intCount = 0;
  let floatCount = 0;
  let stringCount = 0;
  let messages: Messages | undefined;
  /** The value fields that are set, a bit for the code of each. */
  let fields = 0;
  if (ints.length > 0) ints.length = 0;
  if (floats.length > 0) floats.length = 0;
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    switch (tag) {
      case Field.name:
        name = cursor.string();
        break;
      case Field.type: {
        const value = cursor.int32();
        // proto2 keeps an enum's value that it does not know apart, as an unknown field.
        if (value >= 0 && value < valueFields.length) type = value;
        break;
      }
      case Field.int:
        int = cursor.int64();
        fields |= 1 << code.i;
        break;
      case Field.float:
        float = cursor.float();
        fields |= 1 << code.f;
        break;
      case Field.string:
        string = cursor.string();
        fields |= 1 << code.s;
        break;
      case Field.intItem:
        intCount = keep(reading, ints, intCount, cursor.int64());
        break;
      case Field.ints:
        readPacked(reading, () => {
          intCount = keep(reading, ints, intCount, cursor.int64());
        });
        break;
      case Field.floatItem:
        floatCount = keep(reading, floats, floatCount, cursor.float());
        break;
      case Field.floats:
        readPacked(reading, () => {
          floatCount = keep(reading, floats, floatCount, cursor.float());
        });
        break;
      case Field.strings:
        if (stringCount < longestKeptList) stringCount = keep(reading, (strings ??= []), stringCount, cursor.string());
        else {
          reading.look();
          stringCount += 1;
          cursor.skip(tag);
        }
        break;
      case Field.reference:
        reference = cursor.string();
        break;
      case Field.docString:
        docString = cursor.uniqueString();
        break;
      default: {
        const bit = readMessage(reading, (messages ??= {}), tag);
        if (bit === 0) cursor.skip(tag);
        fields |= bit;
      }
    }
  }
  reading.spend(160);
  if (intCount > 0) fields |= 1 << code.ints;
  if (floatCount > 0) fields |= 1 << code.floats;
  if (stringCount > 0) fields |= 1 << code.strings;
  const declared = type ?? onlyField(fields);
  const isEmpty = fields === 0;
  const isSet = isEmpty || (fields & (1 << declared)) !== 0;
  let value: AttributeValue = { kind: 'undefined' };
  if (reference !== '') value = { kind: 'reference', name: reference, type: type ?? 0 };
  else if (isSet) {
    switch (declared) {
      case code.i:
        value = { kind: 'int', value: int };
        break;
      case code.f:
        value = { kind: 'float', value: float };
        break;
      case code.s:
        value = { kind: 'string', value: string };
        break;
      case code.ints:
        value = { kind: 'ints', value: ints.slice(), count: intCount };
        break;
      case code.floats:
        value = { kind: 'floats', value: floats.slice(), count: floatCount };
        break;
      case code.strings:
        value = { kind: 'strings', value: strings ?? [], count: stringCount };
        break;
      default:
        value = messageValue(
          reading,
          messages ?? {},
          valueFields[declared]!,
          () => path(graphPath, index, name),
          depth,
        );
    }
  }
  const isAsDeclared = type !== undefined && type !== 0 && (isEmpty || fields === 1 << type);
  const isWhole = isAsDeclared && (reference === '' ? value.kind !== 'undefined' : isEmpty);
  if (isWhole && docString === undefined) return { name, value };
  const written = isWhole
    ? undefined
    : { type, fields: valueFields.filter((_, index) => (fields & (1 << index)) !== 0) };
  return { name, value, docString, written };
}

/** The type that the only field set tells, where no type is declared (IR 1); 0 where there is none, or several. */
function onlyField(fields: number): number {
  const highest = 31 - Math.clz32(fields);
  return fields !== 0 && fields === 1 << highest ? highest : 0;
}

function path(graphPath: string, index: number | undefined, name: string): string {
  const operator = index === undefined ? '' : graphPath.endsWith('/') ? `${index}` : `/${index}`;
  return `${graphPath}${operator}.${name}`;
}

/** Adds an item to the head of a list that has `count` items; returns the new count. */
function keep<Item>(reading: Reading, head: Item[], count: number, item: Item): number {
  reading.look();
  if (count < longestKeptList) {
    reading.spend(8);
    head.push(item);
  }
  return count + 1;
}

/** Returns the bit of the field, or 0 where `tag` is none of a message. */
function readMessage(reading: Reading, messages: Messages, tag: number): number {
  switch (tag) {
    case Field.tensor:
      readTensorInto(reading, (messages.t ??= newTensor()));
      return 1 << code.t;
    case Field.tensors: {
      const draft = newTensor();
      readTensorInto(reading, draft);
      (messages.tensors ??= []).push(draft);
      return 1 << code.tensors;
    }
    case Field.graph:
      readRange(reading, (messages.g ??= []));
      return 1 << code.g;
    case Field.graphs:
      readRange(reading, (messages.graphs ??= []));
      return 1 << code.graphs;
    case Field.sparseTensor:
      messages.sparse_tensor = readSparseTensor(reading, messages.sparse_tensor);
      return 1 << code.sparse_tensor;
    case Field.sparseTensors:
      (messages.sparse_tensors ??= []).push(readSparseTensor(reading));
      return 1 << code.sparse_tensors;
    case Field.typeProto:
      readType(reading, (messages.tp ??= newType()));
      return 1 << code.tp;
    case Field.typeProtos: {
      const draft = newType();
      readType(reading, draft);
      reading.spend(100);
      (messages.type_protos ??= []).push(draft);
      return 1 << code.type_protos;
    }
    default:
      return 0;
  }
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
 * The value of an attribute of the type of `field`. Where that field is absent, a list is empty, as in files of proto3
 * writers, and about a single message nothing is known.
 */
function messageValue(
  reading: Reading,
  messages: Messages,
  field: ValueField,
  path: () => string,
  depth: number,
): AttributeValue {
  const { t, g, tp, sparse_tensor } = messages;
  switch (field) {
    case 't':
      return t === undefined ? { kind: 'undefined' } : { kind: 'tensor', value: tensorOf(reading, t) };
    case 'g':
      return g === undefined ? { kind: 'undefined' } : { kind: 'graph', value: nestedGraph(reading, g, path(), depth) };
    case 'tp':
      return tp === undefined ? { kind: 'undefined' } : { kind: 'type_proto', value: typeOf(tp) };
    case 'sparse_tensor':
      return sparse_tensor === undefined
        ? { kind: 'undefined' }
        : { kind: 'sparse_tensor', value: sparseTensorOf(reading, sparse_tensor) };
    case 'tensors':
      return { kind: 'tensors', value: (messages.tensors ?? []).map((tensor) => tensorOf(reading, tensor)) };
    case 'graphs':
      return { kind: 'graphs', value: graphList(reading, messages.graphs ?? [], path, depth) };
    case 'sparse_tensors':
      return {
        kind: 'sparse_tensors',
        value: (messages.sparse_tensors ?? []).map((tensor) => sparseTensorOf(reading, tensor)),
      };
    case 'type_protos':
      return { kind: 'type_protos', value: (messages.type_protos ?? []).map(typeOf) };
    default:
      return { kind: 'undefined' };
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
  const draft: GraphDraft = newGraph(reading, path, ranges[0]!);
  for (let index = 0; index < ranges.length; index += 2) {
    const outer = cursor.enterAt(ranges[index]!, ranges[index + 1]!);
    readGraph(reading, draft, depth + 1);
    cursor.leave(outer);
  }
  cursor.seek(position);
  return graphOf(draft);
}
