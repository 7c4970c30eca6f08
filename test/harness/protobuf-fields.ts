import type { Writer } from 'protobufjs/minimal.js';
import protobuf from 'protobufjs/minimal.js';

/**
 * Fields of protobuf messages as values, over protobufjs' Writer, so that a test can also write what no generated
 * writer would: a field twice, out of order, with a wrong wire type.
 */
export type Field = (writer: Writer) => void;

export type Fields = readonly (Field | undefined)[];

export type Int = number | bigint;

/** The content of a message. */
export function encode(fields: Fields): Uint8Array {
  const writer = protobuf.Writer.create();
  for (const field of fields) field?.(writer);
  return writer.finish();
}

/** Seven bits a byte, the lowest first; negative numbers take ten bytes, as protobuf writes them. */
export function varintBytes(value: Int): number[] {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return bytes;
}

export function tag(field: number, wireType: number): Field {
  return (writer) => writer.uint32(((field << 3) | wireType) >>> 0);
}

export function varint(field: number, value: Int): Field {
  return raw([...varintBytes(BigInt(field) << 3n), ...varintBytes(value)]);
}

/** A length-delimited field: a string, bytes, or a message's fields. */
export function delimited(field: number, content: string | Uint8Array | Fields): Field {
  const bytes =
    typeof content === 'string'
      ? new TextEncoder().encode(content)
      : content instanceof Uint8Array
        ? content
        : encode(content);
  return (writer) => writer.uint32((field << 3) | 2).bytes(bytes);
}

export function fixed32(field: number, value: number): Field {
  return (writer) => writer.uint32((field << 3) | 5).float(value);
}

export function fixed64(field: number, value: number): Field {
  return (writer) => writer.uint32((field << 3) | 1).double(value);
}

/** Bytes as they are. */
export function raw(bytes: Uint8Array | readonly number[]): Field {
  const content = Uint8Array.from(bytes);
  return (writer) => writer.raw(content);
}

/** Undefined where there is no value, so that absent fields can be listed in place. */
export function packed(field: number, values: readonly Int[] | undefined): Field | undefined {
  if (values === undefined || values.length === 0) return undefined;
  return delimited(field, Uint8Array.from(values.flatMap(varintBytes)));
}

export function text(field: number, value: string | undefined): Field | undefined {
  return value === undefined ? undefined : delimited(field, value);
}

export function number(field: number, value: Int | undefined): Field | undefined {
  return value === undefined ? undefined : varint(field, value);
}
