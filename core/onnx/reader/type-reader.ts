import type { Dimension, ElementType, ValueType } from '../../model';
import { deepestType, type Reading } from './reading';
import { WireError } from './wire/wire-error';

enum TypeField {
  tensor = (1 << 3) | 2,
  sequence = (4 << 3) | 2,
  map = (5 << 3) | 2,
  opaque = (7 << 3) | 2,
  sparseTensor = (8 << 3) | 2,
  optional = (9 << 3) | 2,
}

/** The fields of TypeProto.Tensor, Sequence, Map, Optional, SparseTensor and Opaque, which share their numbers. */
enum PartField {
  number = (1 << 3) | 0,
  first = (1 << 3) | 2,
  second = (2 << 3) | 2,
}

enum DimensionField {
  value = (1 << 3) | 0,
  parameter = (2 << 3) | 2,
}

const repeatedDimension = (1 << 3) | 2;

/** A TypeProto under construction: another occurrence of the field that holds it is merged into it. */
export interface TypeDraft {
  /** Which of the oneof is set; undefined: none. */
  kind: ValueType['kind'] | undefined;
  /** elem_type of a tensor, key_type of a map. */
  elementType: ElementType | undefined;
  dims: Dimension[] | undefined;
  /** elem_type of a sequence or optional, value_type of a map. */
  element: TypeDraft | undefined;
  domain: string;
  name: string;
}

export function newType(): TypeDraft {
  return { kind: undefined, elementType: undefined, dims: undefined, element: undefined, domain: '', name: '' };
}

/** Reads the TypeProto that starts here into `draft`. */
export function readType(reading: Reading, draft: TypeDraft, depth = 0): void {
  const { cursor } = reading;
  if (depth >= deepestType) throw new WireError('type-too-deep', cursor.position);
  const outer = cursor.enter();
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    switch (tag) {
      case TypeField.tensor:
        readTensorType(reading, chosen(draft, 'tensor'));
        break;
      case TypeField.sparseTensor:
        readTensorType(reading, chosen(draft, 'sparse_tensor'));
        break;
      case TypeField.sequence:
        readElement(reading, chosen(draft, 'sequence'), PartField.first, depth);
        break;
      case TypeField.optional:
        readElement(reading, chosen(draft, 'optional'), PartField.first, depth);
        break;
      case TypeField.map:
        readElement(reading, chosen(draft, 'map'), PartField.second, depth);
        break;
      case TypeField.opaque:
        readOpaque(reading, chosen(draft, 'opaque'));
        break;
      default:
        cursor.skip(tag);
    }
  }
  cursor.leave(outer);
}

/** Another member of the oneof forgets the one before it. */
function chosen(draft: TypeDraft, kind: ValueType['kind']): TypeDraft {
  if (draft.kind !== undefined && draft.kind !== kind) Object.assign(draft, newType());
  draft.kind = kind;
  return draft;
}

function readTensorType(reading: Reading, draft: TypeDraft): void {
  const { cursor } = reading;
  const outer = cursor.enter();
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    if (tag === PartField.number) draft.elementType = cursor.int32();
    else if (tag === PartField.second) readShape(reading, (draft.dims ??= []));
    else cursor.skip(tag);
  }
  cursor.leave(outer);
}

function readElement(reading: Reading, draft: TypeDraft, elementField: PartField, depth: number): void {
  const { cursor } = reading;
  const outer = cursor.enter();
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    if (tag === elementField) readType(reading, (draft.element ??= newType()), depth + 1);
    else if (tag === PartField.number && draft.kind === 'map') draft.elementType = cursor.int32();
    else cursor.skip(tag);
  }
  cursor.leave(outer);
}

function readOpaque(reading: Reading, draft: TypeDraft): void {
  const { cursor } = reading;
  const outer = cursor.enter();
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    if (tag === PartField.first) draft.domain = cursor.string();
    else if (tag === PartField.second) draft.name = cursor.string();
    else cursor.skip(tag);
  }
  cursor.leave(outer);
}

function readShape(reading: Reading, dims: Dimension[]): void {
  const { cursor } = reading;
  const outer = cursor.enter();
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    reading.look();
    if (tag === repeatedDimension) dims.push(readDimension(reading));
    else cursor.skip(tag);
  }
  cursor.leave(outer);
}

/** dim_value or dim_param, whichever stands last; an empty dim_param says as little as none. */
function readDimension(reading: Reading): Dimension {
  const { cursor } = reading;
  const outer = cursor.enter();
  let dimension: Dimension = null;
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    if (tag === DimensionField.value) dimension = cursor.int64();
    else if (tag === DimensionField.parameter) dimension = cursor.string() || null;
    else cursor.skip(tag);
  }
  cursor.leave(outer);
  reading.spend(16);
  return dimension;
}

/** Undefined where the message says no type. */
export function typeOf(draft: TypeDraft | undefined): ValueType | undefined {
  switch (draft?.kind) {
    case undefined:
      return undefined;
    case 'tensor':
    case 'sparse_tensor':
      return { kind: draft.kind, elementType: draft.elementType ?? 0, shape: draft.dims };
    case 'sequence':
    case 'optional':
      return { kind: draft.kind, element: typeOf(draft.element) };
    case 'map':
      return { kind: 'map', key: draft.elementType ?? 0, value: typeOf(draft.element) };
    case 'opaque':
      return { kind: 'opaque', domain: draft.domain, name: draft.name };
  }
}

/** The fields that ONNX requires of the type of a graph's input or output and that are not there. */
export function lacksOf(draft: TypeDraft | undefined): readonly string[] | undefined {
  if (draft === undefined) return ['type'];
  const lacks: string[] = [];
  switch (draft.kind) {
    case undefined:
      return ['value'];
    case 'tensor':
    case 'sparse_tensor':
      if (draft.elementType === undefined) lacks.push('elem_type');
      if (draft.dims === undefined) lacks.push('shape');
      break;
    case 'sequence':
    case 'optional':
      if (draft.element === undefined) lacks.push('elem_type');
      break;
    case 'map':
      if (draft.elementType === undefined) lacks.push('key_type');
      if (draft.element === undefined) lacks.push('value_type');
      break;
    case 'opaque':
      if (draft.name === '') lacks.push('name');
  }
  return lacks.length === 0 ? undefined : lacks;
}
