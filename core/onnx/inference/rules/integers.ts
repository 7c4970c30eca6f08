import { type Integer, integer } from '../../../model';
import { contradict } from '../contradiction';

/** Exact arithmetic on 64-bit integers. What leaves the range of int64 is a contradiction: no tensor has such a dimension. */

const smallest = -(2n ** 63n);
const largest = 2n ** 63n - 1n;

function inRange(value: bigint, operation: string, a: Integer, b: Integer): Integer {
  if (value < smallest || value > largest) {
    contradict(
      `${a} ${operation} ${b} leaves the range of 64-bit integers`,
      `${a} ${operation} ${b} 超出 64 位整数的范围`,
    );
  }
  return integer(value);
}

export function add(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return inRange(BigInt(a) + BigInt(b), '+', a, b);
}

export function subtract(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return inRange(BigInt(a) - BigInt(b), '-', a, b);
}

export function multiply(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // `+ 0` turns -0, which 0 * -1 makes, into 0.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return inRange(BigInt(a) * BigInt(b), '×', a, b);
}

/** Rounded towards zero, as C++ does. `b` must not be 0. */
export function divideTruncated(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') return Math.trunc(a / b) + 0;
  return inRange(BigInt(a) / BigInt(b), '÷', a, b);
}

/** Rounded up. `b` must be positive. */
export function divideCeiling(a: Integer, b: Integer): Integer {
  const quotient = divideTruncated(a, b);
  return a > 0 && multiply(quotient, b) !== a ? add(quotient, 1) : quotient;
}

/** With the sign of the dividend, as C's `%`. `b` must not be 0. */
export function remainder(a: Integer, b: Integer): Integer {
  return subtract(a, multiply(divideTruncated(a, b), b));
}

export function minimum(a: Integer, b: Integer): Integer {
  return a <= b ? a : b;
}

export function maximum(a: Integer, b: Integer): Integer {
  return a >= b ? a : b;
}

export function product(factors: Iterable<Integer>): Integer {
  let result: Integer = 1;
  for (const factor of factors) result = multiply(result, factor);
  return result;
}

/** A whole float as an Integer; undefined for fractions, infinities, NaN, and what int64 cannot hold. */
export function wholeNumber(value: number): Integer | undefined {
  if (!Number.isInteger(value)) return undefined;
  if (Number.isSafeInteger(value)) return value + 0;
  const exact = BigInt(value);
  return exact < smallest || exact > largest ? undefined : integer(exact);
}
