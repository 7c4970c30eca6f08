import { type ElementType, elementBits, type Integer, integer, type PayloadField } from '../../model';
import { bfloat16, float16, smallFloat } from './small-floats';

/** TensorProto.DataType. */
const type = {
  float: 1,
  uint8: 2,
  int8: 3,
  uint16: 4,
  int16: 5,
  int32: 6,
  int64: 7,
  string: 8,
  bool: 9,
  float16: 10,
  double: 11,
  uint32: 12,
  uint64: 13,
  complex64: 14,
  complex128: 15,
  bfloat16: 16,
  int4: 22,
  int2: 26,
} as const;

/**
 * `count` elements of raw_data: little-endian, elements of less than a byte packed from the low bits up. Undefined for
 * types that are not kept as numbers (complex) or not known.
 */
export function decodeRaw(bytes: Uint8Array, elementType: ElementType, count: number): Integer[] | undefined {
  const read = rawReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), elementType);
  if (read === undefined) return undefined;
  const elements: Integer[] = [];
  for (let index = 0; index < count; index += 1) elements.push(read(index));
  return elements;
}

/** Without a bigint for what a number holds. */
function int64At(view: DataView, at: number): Integer {
  const upper = view.getInt32(at + 4, true);
  if (upper < -(2 ** 21) || upper >= 2 ** 21) return integer(view.getBigInt64(at, true));
  return upper * 2 ** 32 + view.getUint32(at, true);
}

function rawReader(view: DataView, elementType: ElementType): ((index: number) => Integer) | undefined {
  switch (elementType) {
    case type.float:
      return (index) => view.getFloat32(index * 4, true);
    case type.double:
      return (index) => view.getFloat64(index * 8, true);
    case type.int8:
      return (index) => view.getInt8(index);
    case type.uint8:
    case type.bool:
      return (index) => view.getUint8(index);
    case type.int16:
      return (index) => view.getInt16(index * 2, true);
    case type.int32:
      return (index) => view.getInt32(index * 4, true);
    case type.uint32:
      return (index) => view.getUint32(index * 4, true);
    case type.int64:
      return (index) => int64At(view, index * 8);
    case type.uint64:
      return (index) => integer(view.getBigUint64(index * 8, true));
    case type.complex64:
    case type.complex128:
      return undefined;
  }
  const bits = elementBits(elementType);
  const fromBits = bitsReader(elementType);
  if (bits === undefined || fromBits === undefined) return undefined;
  if (bits === 16) return (index) => fromBits(view.getUint16(index * 2, true));
  return (index) => fromBits(packedBits(view, index, bits));
}

/** Element `index` of elements of `bits` bits each; those of six bits lie across bytes. */
function packedBits(view: DataView, index: number, bits: number): number {
  const start = index * bits;
  const at = start >> 3;
  const low = view.getUint8(at) | (at + 1 < view.byteLength ? view.getUint8(at + 1) << 8 : 0);
  return (low >> (start & 7)) & ((1 << bits) - 1);
}

/** What the bits of an element of at most 16 bits stand for. */
function bitsReader(elementType: ElementType): ((bits: number) => number) | undefined {
  const bits = elementBits(elementType);
  switch (elementType) {
    case type.float16:
      return float16;
    case type.bfloat16:
      return bfloat16;
    case type.int4:
    case type.int2:
      return (value) => (value << (32 - bits!)) >> (32 - bits!);
    case type.uint16:
      return (value) => value;
    default:
      return smallFloat(elementType) ?? (bits !== undefined && bits < 8 ? (value) => value : undefined);
  }
}

/**
 * `count` elements from the values of a typed field, by the rules of TensorProto: int32_data holds the bits of 16-bit
 * floats, 8-bit floats and (two or four a byte, one byte a value) of 4- and 2-bit elements. Undefined where the field is
 * not the one for this type, or has too few values.
 */
export function decodeTyped(
  field: PayloadField['field'],
  values: readonly (Integer | string)[],
  elementType: ElementType,
  count: number,
): readonly (Integer | string)[] | undefined {
  if (fieldOf(elementType) !== field) return undefined;
  const bits = elementBits(elementType);
  if (field === 'int32_data' && bits !== undefined && bits !== 6 && bits < 8) {
    const bytes = Uint8Array.from(values as number[]);
    return bytes.length * 8 < count * bits ? undefined : decodeRaw(bytes, elementType, count);
  }
  if (values.length < count) return undefined;
  const used = values.length === count ? values : values.slice(0, count);
  const fromBits = field === 'int32_data' && !isPlainInteger(elementType) ? bitsReader(elementType) : undefined;
  if (fromBits === undefined) return used;
  return (used as readonly number[]).map((value) => fromBits(value & ((1 << bits!) - 1)));
}

function isPlainInteger(elementType: ElementType): boolean {
  return (elementType >= type.uint8 && elementType <= type.int32) || elementType === type.bool;
}

/** The typed field in which ONNX keeps elements of a type; undefined for complex numbers and unknown types. */
function fieldOf(elementType: ElementType): PayloadField['field'] | undefined {
  switch (elementType) {
    case type.float:
      return 'float_data';
    case type.double:
      return 'double_data';
    case type.int64:
      return 'int64_data';
    case type.string:
      return 'string_data';
    case type.uint32:
    case type.uint64:
      return 'uint64_data';
    case type.complex64:
    case type.complex128:
      return undefined;
    default:
      return elementBits(elementType) === undefined ? undefined : 'int32_data';
  }
}
