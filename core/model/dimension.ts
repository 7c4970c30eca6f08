/** A 64-bit integer: a number where it is safe (|n| < 2^53), else a bigint, so that no dimension is ever rounded. */
export type Integer = number | bigint;

/** A dimension of a shape: a value, the name of a symbol, or null where nothing is known. */
export type Dimension = Integer | string | null;

/** Undefined: not even the rank is known. An empty shape is a scalar's. */
export type Shape = readonly Dimension[] | undefined;

/** `value` as an Integer in its one form. */
export function integer(value: bigint): Integer {
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
}

export function isKnown(dimension: Dimension | undefined): dimension is Integer {
  return typeof dimension === 'number' || typeof dimension === 'bigint';
}
