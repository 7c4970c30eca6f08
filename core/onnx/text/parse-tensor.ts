import { elementBits, elementTypeName, type Integer, type TensorType, type ValueType } from '../../model';
import type { Cursor, Literal } from './cursor';
import type { SparseTensorMessage, StringEntry, TensorMessage, TensorPayload } from './message';
import { parseTensorType } from './parse-type';

/** The typed field of TensorProto that holds the elements, by element type; where absent, int32_data. */
const payloadKinds: ReadonlyMap<string, 'float' | 'double' | 'int64' | 'uint64' | 'string'> = new Map([
  ['float', 'float'],
  ['complex64', 'float'],
  ['double', 'double'],
  ['complex128', 'double'],
  ['int64', 'int64'],
  ['uint32', 'uint64'],
  ['uint64', 'uint64'],
  ['string', 'string'],
]);

/** What stands after a tensor's type and name: `{1, 2}`, `["location": "w.bin"]`, or nothing at all. */
export function parseTensorData(cursor: Cursor, name: string, type: ValueType | undefined): TensorMessage {
  const { elementType, dims } = tensorOf(cursor, type);
  return { name, elementType, dims, payload: payload(cursor, elementType, dims) };
}

function tensorOf(cursor: Cursor, type: ValueType | undefined): { elementType: number; dims: readonly Integer[] } {
  if (type?.kind !== 'tensor' || type.shape === undefined) {
    return cursor.fail({
      en: 'data need a tensor type with a rank, such as `float[2,3]`; write the shape before the name',
      zh: '数据需要秩已知的张量类型，例如 `float[2,3]`；请在名称前写明形状',
    });
  }
  const dims = type.shape.map((dim) => {
    if (typeof dim === 'number' || typeof dim === 'bigint') return dim;
    return cursor.fail({
      en: 'the shape of data consists of numbers; replace the symbol by the number of elements',
      zh: '数据的形状必须全部为数字；请将符号维度替换为具体数值',
    });
  });
  return { elementType: type.elementType, dims };
}

function payload(cursor: Cursor, elementType: number, dims: readonly Integer[]): TensorPayload | undefined {
  if (cursor.take('[')) {
    const entries: StringEntry[] = [];
    cursor.list(']', () => entries.push(parseStringEntry(cursor)));
    return { kind: 'external', entries };
  }
  if (cursor.peek() === '.') {
    // What ONNX's own printer writes where it cannot print the data.
    cursor.expect('...');
    return undefined;
  }
  if (!cursor.take('{')) return undefined;
  const literals: Literal[] = [];
  cursor.list('}', () => literals.push(element(cursor, elementType)));
  return literals.length === 0 ? undefined : payloadOf(literals, elementType, dims);
}

/** Range of the integers in the typed field of an element type: their values, or the bits of floats of at most 16. */
function range(elementType: number): [minimum: bigint, maximum: bigint] {
  const field = payloadKinds.get(elementTypeName(elementType)) ?? 'int32';
  if (field === 'uint64') return [0n, 2n ** 64n - 1n];
  return field === 'int64' ? [-(2n ** 63n), 2n ** 63n - 1n] : [-(2n ** 31n), 2n ** 31n - 1n];
}

function element(cursor: Cursor, elementType: number): Literal {
  cursor.skipSpace();
  const kind = payloadKinds.get(elementTypeName(elementType));
  const start = cursor.offset;
  if (kind === 'string') return { kind, value: cursor.string() };
  if (kind === 'float' || kind === 'double') return floatElement(cursor, kind);
  const value = BigInt(cursor.integer(...range(elementType)));
  return { kind: 'int', value, text: cursor.text.slice(start, cursor.offset) };
}

function floatElement(cursor: Cursor, kind: 'float' | 'double'): Literal {
  const start = cursor.offset;
  const literal = cursor.literal();
  if (literal.kind === 'string') cursor.fail(notANumber, { start, end: cursor.end });
  return { kind: 'float', value: floatValue(cursor, literal, start, kind) };
}

const notANumber = { en: 'expected a number here; remove the quotes', zh: '此处应为数字；请去掉引号' };

/** The value of a number where a float is wanted; `-0` keeps its sign. */
export function floatValue(cursor: Cursor, literal: Literal, start: number, kind: 'float' | 'double'): number {
  const value = Number(literal.kind === 'int' ? literal.text : literal.value);
  const stored = kind === 'float' ? Math.fround(value) : value;
  const written = /^-?\s*[0-9]/.test(cursor.text.slice(start, cursor.offset));
  if (written && !Number.isFinite(stored)) {
    cursor.fail(
      {
        en: `this number is too large for a ${kind}; write \`inf\` where infinity is meant`,
        zh: `该数值超出 ${kind} 的范围；如需无穷大请写 \`inf\``,
      },
      { start, end: cursor.end },
      'onnx-text/number-range',
    );
  }
  return stored;
}

function payloadOf(literals: readonly Literal[], elementType: number, dims: readonly Integer[]): TensorPayload {
  const kind = payloadKinds.get(elementTypeName(elementType)) ?? 'int32';
  if (kind === 'string') return { kind, values: literals.map(({ value }) => String(value)) };
  if (kind === 'float' || kind === 'double') return { kind, values: literals.map(({ value }) => Number(value)) };
  const values = literals.map(({ value }) => BigInt(value as bigint));
  const bits = elementBits(elementType);
  const isWhole = dims.reduce<bigint>((product, dim) => product * BigInt(dim), 1n) === BigInt(values.length);
  if (bits !== undefined && bits < 8 && isWhole) return { kind: 'raw', bytes: packed(values, bits) };
  return { kind, values };
}

/** Elements of less than a byte, the first in the lowest bits: how raw_data holds them. */
function packed(values: readonly bigint[], bits: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((values.length * bits) / 8));
  const mask = (1 << bits) - 1;
  values.forEach((value, index) => {
    const position = index * bits;
    const spread = (Number(value) & mask) << (position & 7);
    bytes[position >> 3]! |= spread & 255;
    if (spread > 255) bytes[(position >> 3) + 1]! |= spread >> 8;
  });
  return bytes;
}

export function parseStringEntry(cursor: Cursor): StringEntry {
  const key = cursor.string();
  cursor.expect(':');
  return [key, cursor.string()];
}

/**
 * `{ float[2] values {1, 2}, int64[2,1] indices {0,1, 3,0} }` after a type sparse_tensor(float[4,2]). ONNX's own syntax
 * has no words for a sparse tensor's data.
 */
export function parseSparseData(cursor: Cursor, type: TensorType): SparseTensorMessage {
  const { dims } = tensorOf(cursor, { ...type, kind: 'tensor' });
  cursor.expect('{');
  const values = tensor(cursor);
  cursor.expect(',');
  const indices = tensor(cursor);
  cursor.expect('}');
  return { values, indices, dims };
}

function tensor(cursor: Cursor): TensorMessage {
  const type = parseTensorType(cursor);
  const name = cursor.peek() === '{' || cursor.peek() === '[' ? '' : cursor.name();
  return parseTensorData(cursor, name, type);
}
