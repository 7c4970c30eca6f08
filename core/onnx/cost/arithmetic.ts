import { type Integer, integer } from '../../model';

/** Sums and products without bound: functions that call functions cost more than 64 bits can count. */

export function add(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return integer(BigInt(a) + BigInt(b));
}

export function multiply(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product;
  }
  return integer(BigInt(a) * BigInt(b));
}

/** Undefined where a factor is: something that the product needs is not known. */
export function product(factors: Iterable<Integer | undefined>): Integer | undefined {
  let result: Integer = 1;
  for (const factor of factors) {
    if (factor === undefined) return undefined;
    result = multiply(result, factor);
  }
  return result;
}

/** Undefined where a part is. */
export function sum(parts: Iterable<Integer | undefined>): Integer | undefined {
  let result: Integer = 0;
  for (const part of parts) {
    if (part === undefined) return undefined;
    result = add(result, part);
  }
  return result;
}
