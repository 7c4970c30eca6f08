import { type Dimension, type ElementType, elementTypeCode, type TensorType, type ValueType } from '../../model';
import type { Cursor } from './cursor';

const constructors: ReadonlySet<string> = new Set(['seq', 'map', 'optional', 'sparse_tensor', 'opaque']);

/** Types nest no deeper than this: readers of protobuf refuse a message that is nested deeper than 100. */
const deepest = 100;

/** The element type that a name says: `float`, and what ONNX has no name for: `undefined`, `unknown_type_99`. */
function namedElementType(name: string): ElementType | undefined {
  const unknown = /^unknown_type_([0-9]{0,10})$/.exec(name);
  return unknown === null ? elementTypeCode(name) : Number(unknown[1]);
}

/** Whether an identifier begins a type; a value of that name must be quoted. */
export function isTypeName(identifier: string): boolean {
  return constructors.has(identifier) || namedElementType(identifier) !== undefined;
}

export function atType(cursor: Cursor): boolean {
  return isTypeName(cursor.peekIdentifier());
}

/** `float[1,N,?]`, `float` (rank 0), `float[]` (rank unknown), `seq(...)`, `map(int64, ...)`, `opaque(domain, name)`. */
export function parseType(cursor: Cursor, depth = 0): ValueType | undefined {
  if (depth > deepest) {
    cursor.fail({
      en: `types are nested deeper than ${deepest}, which no reader of ONNX files accepts; simplify the type`,
      zh: `类型嵌套超过 ${deepest} 层，任何 ONNX 读取程序都不接受；请简化类型`,
    });
  }
  cursor.skipSpace();
  const { offset } = cursor;
  const name = cursor.identifier();
  if (!constructors.has(name)) {
    cursor.offset = offset;
    if (name !== 'undefined') return parseTensorType(cursor);
    cursor.identifier();
    if (cursor.peek() !== '[') return undefined;
    cursor.offset = offset;
    return parseTensorType(cursor);
  }
  cursor.expect('(');
  const type = argumentOf(cursor, name, depth);
  cursor.expect(')');
  return type;
}

function argumentOf(cursor: Cursor, wrapper: string, depth: number): ValueType {
  switch (wrapper) {
    case 'seq':
      return { kind: 'sequence', element: parseType(cursor, depth + 1) };
    case 'optional':
      return { kind: 'optional', element: parseType(cursor, depth + 1) };
    case 'sparse_tensor':
      return { ...parseTensorType(cursor), kind: 'sparse_tensor' };
    case 'map': {
      const key = elementType(cursor);
      cursor.expect(',');
      return { kind: 'map', key, value: parseType(cursor, depth + 1) };
    }
    default:
      return opaque(cursor);
  }
}

/** `opaque()`, `opaque(name)`, `opaque(domain, name)`; either may have dots. */
function opaque(cursor: Cursor): ValueType {
  if (cursor.peek() === ')') return { kind: 'opaque', domain: '', name: '' };
  const first = dottedName(cursor);
  return cursor.take(',')
    ? { kind: 'opaque', domain: first, name: dottedName(cursor) }
    : { kind: 'opaque', domain: '', name: first };
}

function dottedName(cursor: Cursor): string {
  let name = cursor.name();
  while (cursor.take('.')) name += `.${cursor.name()}`;
  return name;
}

function elementType(cursor: Cursor): ElementType {
  cursor.skipSpace();
  const { offset } = cursor;
  const name = cursor.identifier();
  // Codes are signed 32-bit numbers: `unknown_type_-1`.
  if (name === 'unknown_type_' && cursor.take('-')) return -Number(cursor.integer());
  const code = namedElementType(name);
  if (code !== undefined) return code;
  cursor.offset = offset;
  return cursor.failExpecting('a type such as `float` or `int64`', '类型（如 `float`、`int64`）');
}

export function parseTensorType(cursor: Cursor): TensorType {
  const type = elementType(cursor);
  if (!cursor.take('[')) return { kind: 'tensor', elementType: type, shape: [] };
  if (cursor.take(']')) return { kind: 'tensor', elementType: type, shape: undefined };
  const shape: Dimension[] = [];
  cursor.list(']', () => shape.push(dimension(cursor)));
  return { kind: 'tensor', elementType: type, shape };
}

function dimension(cursor: Cursor): Dimension {
  if (cursor.take('?')) return null;
  if (cursor.peek() === '"') return cursor.string();
  return cursor.takeIdentifier() || cursor.integer();
}
