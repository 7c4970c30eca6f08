import {
  type ElementType,
  elementBits,
  type Integer,
  type NameId,
  type PayloadField,
  type SparseTensor,
  type Tensor,
} from '../../model';
import { decodeRaw, decodeTyped } from './elements';
import { readEntry } from './entry-reader';
import { largestKeptPayload, longestKeptList, type Reading, readPacked } from './reading';
import { bytesOfDimension, bytesOfTensor, TensorField } from './tensor-fields';
import { WireError } from './wire/wire-error';

enum SparseField {
  values = (1 << 3) | 2,
  indices = (2 << 3) | 2,
  dim = (3 << 3) | 0,
  dims = (3 << 3) | 2,
}

const externalLocation = 1;

/** A packed field up to this size is counted; a larger one would mean reading the weights. */
const largestCountedPayload = 1 << 20;

type TypedFieldName = Exclude<PayloadField['field'], 'raw_data'>;

/** One of float_data, int32_data, ... under construction. */
interface TypedDraft {
  readonly field: TypedFieldName;
  count: number | undefined;
  bytes: number;
  /** The values, while they are few enough to be kept. */
  values: (Integer | string)[] | undefined;
}

/** A TensorProto under construction: another occurrence of the field that holds it is merged into it. */
export interface TensorDraft {
  /** -1 until its first occurrence was read. */
  byteOffset: number;
  id: NameId;
  elementType: ElementType;
  readonly dims: Integer[];
  rawStart: number;
  rawLength: number;
  typed: TypedDraft[] | undefined;
  external: Map<string, string> | undefined;
  isExternal: boolean;
  docString: string | undefined;
  metadata: Map<string, string> | undefined;
}

export function newTensor(byteOffset = -1): TensorDraft {
  return {
    byteOffset,
    id: 0,
    elementType: 0,
    dims: [],
    rawStart: 0,
    rawLength: 0,
    typed: undefined,
    external: undefined,
    isExternal: false,
    docString: undefined,
    metadata: undefined,
  };
}

export function readTensor(reading: Reading): Tensor {
  const draft = newTensor();
  readTensorInto(reading, draft);
  return tensorOf(reading, draft);
}

/** Reads the TensorProto that starts here; its payload is passed over. */
export function readTensorInto(reading: Reading, draft: TensorDraft): void {
  const { cursor } = reading;
  const outer = cursor.enter();
  if (draft.byteOffset < 0) draft.byteOffset = cursor.position;
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    reading.look();
    switch (tag) {
      case TensorField.dim:
        draft.dims.push(dimension(reading));
        break;
      case TensorField.dims:
        readPacked(reading, () => draft.dims.push(dimension(reading)));
        break;
      case TensorField.dataType:
        draft.elementType = cursor.int32();
        break;
      case TensorField.name:
        draft.id = cursor.nameId();
        break;
      case TensorField.raw:
        draft.rawLength = cursor.length();
        draft.rawStart = cursor.position;
        cursor.pass(draft.rawLength);
        break;
      case TensorField.docString:
        draft.docString = cursor.uniqueString();
        break;
      case TensorField.externalData:
        readEntry(reading, (draft.external ??= new Map()));
        break;
      case TensorField.dataLocation: {
        const location = cursor.int32();
        // proto2 keeps an enum's value that it does not know apart, as an unknown field.
        if (location === 0 || location === externalLocation) draft.isExternal = location === externalLocation;
        break;
      }
      case TensorField.metadata:
        readEntry(reading, (draft.metadata ??= new Map()));
        break;
      default:
        if (!readTyped(reading, draft, tag)) cursor.skip(tag);
    }
  }
  cursor.leave(outer);
}

function dimension(reading: Reading): Integer {
  reading.spend(bytesOfDimension);
  return reading.cursor.int64();
}

function readTyped(reading: Reading, draft: TensorDraft, tag: number): boolean {
  const { cursor } = reading;
  switch (tag) {
    case TensorField.float:
    case TensorField.floats:
      readValues(reading, typed(draft, 'float_data'), tag === TensorField.floats, 4, () => cursor.float());
      return true;
    case TensorField.double:
    case TensorField.doubles:
      readValues(reading, typed(draft, 'double_data'), tag === TensorField.doubles, 8, () => cursor.double());
      return true;
    case TensorField.int32:
    case TensorField.int32s:
      readValues(reading, typed(draft, 'int32_data'), tag === TensorField.int32s, undefined, () => cursor.int32());
      return true;
    case TensorField.int64:
    case TensorField.int64s:
      readValues(reading, typed(draft, 'int64_data'), tag === TensorField.int64s, undefined, () => cursor.int64());
      return true;
    case TensorField.uint64:
    case TensorField.uint64s:
      readValues(reading, typed(draft, 'uint64_data'), tag === TensorField.uint64s, undefined, () => cursor.uint64());
      return true;
    case TensorField.string: {
      const strings = typed(draft, 'string_data');
      const length = cursor.length();
      strings.bytes += length;
      if (strings.bytes > largestKeptPayload) strings.values = undefined;
      if (strings.values === undefined) cursor.pass(length);
      else keep(reading, strings, cursor.text(length));
      strings.count! += 1;
      return true;
    }
    default:
      return false;
  }
}

function typed(draft: TensorDraft, field: TypedFieldName): TypedDraft {
  draft.typed ??= [];
  let found = draft.typed.find((each) => each.field === field);
  if (found === undefined) {
    found = { field, count: 0, bytes: 0, values: [] };
    draft.typed.push(found);
  }
  return found;
}

/** Values of `width` bytes, or varints where that is undefined. */
function readValues(
  reading: Reading,
  draft: TypedDraft,
  isPacked: boolean,
  width: number | undefined,
  read: () => Integer,
): void {
  const { cursor } = reading;
  if (!isPacked) {
    const start = cursor.position;
    const value = read();
    draft.bytes += cursor.position - start;
    if (draft.count !== undefined) draft.count += 1;
    keep(reading, draft, value);
    return;
  }
  const start = cursor.position;
  const length = cursor.length();
  if (width !== undefined && length % width !== 0) throw new WireError('length-past-parent', start);
  draft.bytes += length;
  const end = cursor.position + length;
  // Floats are kept of small tensors only; an integer may be a shape, and one byte of it an element.
  const keepsAll = length <= (width === undefined ? longestKeptList * longestValue : largestKeptPayload);
  if (!keepsAll) draft.values = undefined;
  if (draft.values !== undefined) {
    const outer = cursor.enterAt(cursor.position, end);
    while (cursor.hasMore) {
      reading.look();
      if (draft.count !== undefined) draft.count += 1;
      keep(reading, draft, read());
    }
    cursor.leave(outer);
    return;
  }
  if (width !== undefined) {
    if (draft.count !== undefined) draft.count += Math.floor(length / width);
  } else if (length <= largestCountedPayload && draft.count !== undefined) {
    draft.count += countVarints(cursor.bytes(length));
    return;
  } else {
    draft.count = undefined;
  }
  cursor.pass(length);
}

const longestValue = 10;

function countVarints(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte < 0x80) count += 1;
  return count;
}

function keep(reading: Reading, draft: TypedDraft, value: Integer | string): void {
  if (draft.values === undefined) return;
  if (draft.values.length >= longestKeptList || !reading.keeps(1)) draft.values = undefined;
  else draft.values.push(value);
}

export function tensorOf(reading: Reading, draft: TensorDraft): Tensor {
  reading.spend(bytesOfTensor);
  const payload = payloadOf(draft);
  return {
    name: reading.cursor.names.nameOf(draft.id),
    id: draft.id,
    elementType: draft.elementType,
    dims: draft.dims,
    byteOffset: draft.byteOffset,
    external: draft.isExternal ? (draft.external ?? new Map()) : undefined,
    payloadBytes: payload === undefined ? 0 : payload.reduce((sum, { bytes }) => sum + bytes, 0),
    elements: draft.isExternal ? undefined : elementsOf(reading, draft, payload),
    payload,
    docString: draft.docString,
    metadata: draft.metadata,
  };
}

function payloadOf({ rawLength, typed }: TensorDraft): PayloadField[] | undefined {
  if (rawLength > 0 && typed === undefined) return [{ field: 'raw_data', count: rawLength, bytes: rawLength }];
  const fields = (typed ?? [])
    .filter(({ count, bytes }) => count !== 0 || bytes > 0)
    .map(({ field, count, bytes }): PayloadField => ({ field, count, bytes }));
  if (rawLength > 0) fields.push({ field: 'raw_data', count: rawLength, bytes: rawLength });
  return fields.length === 0 ? undefined : fields;
}

/** Undefined where the payload is large, or contradicts the type or the dimensions. */
function elementsOf(
  reading: Reading,
  draft: TensorDraft,
  payload: readonly PayloadField[] | undefined,
): readonly (Integer | string)[] | undefined {
  const count = elementCount(draft.dims);
  if (count === undefined || count > longestKeptList) return undefined;
  if (payload === undefined) return count === 0 ? [] : undefined;
  if (payload.length > 1) return undefined;
  const [{ field }] = payload as [PayloadField];
  if (field !== 'raw_data') {
    const values = draft.typed?.find((each) => each.field === field)?.values;
    return values && decodeTyped(field, values, draft.elementType, count);
  }
  return rawElements(reading, draft.elementType, draft.dims, draft.rawStart, draft.rawLength);
}

/** The elements of a payload that is raw_data; undefined where they are not kept, or there are fewer. */
export function rawElements(
  reading: Reading,
  elementType: ElementType,
  dims: readonly Integer[],
  rawStart: number,
  rawLength: number,
): Integer[] | undefined {
  const count = elementCount(dims);
  const bits = elementBits(elementType);
  if (count === undefined || count > longestKeptList || bits === undefined) return undefined;
  const bytes = Math.ceil((count * bits) / 8);
  const isKept = bytes <= largestKeptPayload || (mayBeShape(elementType) && dims.length <= 1);
  if (!isKept || bytes > rawLength || !reading.keeps(count)) return undefined;
  const { cursor } = reading;
  const position = cursor.position;
  cursor.seek(rawStart);
  const elements = decodeRaw(cursor.bytes(bytes), elementType, count);
  cursor.seek(position);
  return elements;
}

/** The types in which models compute shapes: int32, int64, bool. */
function mayBeShape(type: ElementType): boolean {
  return type === 6 || type === 7 || type === 9;
}

/** Undefined where it is negative or beyond what a number holds. */
function elementCount(dims: readonly Integer[]): number | undefined {
  let count = 1;
  for (const dim of dims) {
    if (dim < 0) return undefined;
    count *= Number(dim);
  }
  return Number.isSafeInteger(count) ? count : undefined;
}

export interface SparseTensorDraft {
  readonly byteOffset: number;
  values: TensorDraft | undefined;
  indices: TensorDraft | undefined;
  readonly dims: Integer[];
}

/** Reads the SparseTensorProto that starts here into `draft`, or into a new one. */
export function readSparseTensor(reading: Reading, known?: SparseTensorDraft): SparseTensorDraft {
  const { cursor } = reading;
  const outer = cursor.enter();
  const draft: SparseTensorDraft = known ?? {
    byteOffset: cursor.position,
    values: undefined,
    indices: undefined,
    dims: [],
  };
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    reading.look();
    switch (tag) {
      case SparseField.values:
        readTensorInto(reading, (draft.values ??= newTensor()));
        break;
      case SparseField.indices:
        readTensorInto(reading, (draft.indices ??= newTensor()));
        break;
      case SparseField.dim:
        draft.dims.push(dimension(reading));
        break;
      case SparseField.dims:
        readPacked(reading, () => draft.dims.push(dimension(reading)));
        break;
      default:
        cursor.skip(tag);
    }
  }
  cursor.leave(outer);
  return draft;
}

export function sparseTensorOf(reading: Reading, draft: SparseTensorDraft): SparseTensor {
  const { byteOffset, dims } = draft;
  const lacks = (['values', 'indices'] as const).filter((part) => draft[part] === undefined);
  return {
    values: tensorOf(reading, draft.values ?? newTensor(byteOffset)),
    indices: tensorOf(reading, draft.indices ?? newTensor(byteOffset)),
    dims,
    byteOffset,
    lacks: lacks.length === 0 ? undefined : lacks,
  };
}
