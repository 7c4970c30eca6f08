import { elementTypeCode } from '../../core/model';
import { delimited, encode, type Field, text, varint } from './protobuf-fields';

/**
 * The content of a TypeProto from ONNX's text syntax: `float[1,N,?]`, `float` (rank 0), `float[]` (rank unknown),
 * `seq(float[2])`, `optional(...)`, `map(int64, ...)`, `sparse_tensor(float[2])`, `opaque(domain, name)`; an empty text
 * is a TypeProto without a value.
 */
export function typeProto(type: string): Uint8Array {
  const source = type.replaceAll(/\s/g, '');
  if (source === '') return new Uint8Array();
  const call = /^(\w+)\((.*)\)$/.exec(source);
  if (call === null) return encode([delimited(1, tensorType(source))]);
  const [, wrapper, argument] = call as unknown as [string, string, string];
  switch (wrapper) {
    case 'seq':
      return encode([delimited(4, [delimited(1, typeProto(argument))])]);
    case 'optional':
      return encode([delimited(9, [delimited(1, typeProto(argument))])]);
    case 'sparse_tensor':
      return encode([delimited(8, tensorType(argument))]);
    case 'map': {
      const comma = argument.indexOf(',');
      const key = varint(1, elementType(argument.slice(0, comma)));
      return encode([delimited(5, [key, delimited(2, typeProto(argument.slice(comma + 1)))])]);
    }
    case 'opaque': {
      const parts = argument.split(',');
      return encode([delimited(7, parts.length === 1 ? [text(2, parts[0])] : [text(1, parts[0]), text(2, parts[1])])]);
    }
    default:
      throw new Error(`no type constructor ${wrapper}`);
  }
}

function tensorType(type: string): Field[] {
  const match = /^([\w-]+)(?:\[(.*)\])?$/.exec(type);
  if (match === null) throw new Error(`not a tensor type: ${type}`);
  const [, name, dims] = match as unknown as [string, string, string | undefined];
  const fields = [varint(1, elementType(name))];
  if (dims === undefined) fields.push(delimited(2, []));
  else if (dims !== '')
    fields.push(
      delimited(
        2,
        dims.split(',').map((dim) => delimited(1, dimension(dim))),
      ),
    );
  return fields;
}

function dimension(dim: string): Field[] {
  if (dim === '?') return [];
  return /^-?\d+$/.test(dim) ? [varint(1, BigInt(dim))] : [delimited(2, dim)];
}

/** `float` or, for codes that ONNX does not define, `type99`. */
export function elementType(name: string): number {
  const code = elementTypeCode(name) ?? (/^type-?\d+$/.test(name) ? Number(name.slice(4)) : undefined);
  if (code === undefined) throw new Error(`no element type ${name}`);
  return code;
}
