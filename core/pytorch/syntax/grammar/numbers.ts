import type { NumberLiteral } from '../nodes';
import type { Parsing } from './parsing';

/** Integers of so many digits are exact, and quickly read. */
const fewDigits = 9;

export function number(p: Parsing): NumberLiteral {
  const { start, end, isInteger } = p;
  p.next();
  return { kind: 'Number', start, end, value: readNumber(p.text, start, end, isInteger), isInteger };
}

function readNumber(text: string, start: number, end: number, isInteger: boolean): number | undefined {
  if (isInteger && end - start <= fewDigits) {
    const value = decimal(text, start, end);
    if (value >= 0) return value;
  }
  const value = Number(text.slice(start, end).replaceAll('_', ''));
  const isExact = Number.isFinite(value) && (!isInteger || Number.isSafeInteger(value));
  return isExact ? value : undefined;
}

/** -1 where there are not only digits. */
function decimal(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
