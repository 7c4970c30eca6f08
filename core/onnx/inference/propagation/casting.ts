import { type Integer, isKnown } from '../../../model';
import type { OperatorContext } from '../context';
import { type Element, integerBits } from '../elements';
import { wholeNumber } from '../rules/integers';
import { inRange, round } from './arithmetic';
import { outputElementType, setElements } from './tensor-elements';

const bool = 9;
/** Half precision types and the greatest integer up to which they hold every one. */
const halfPrecision = new Map([
  [10, 2048],
  [16, 256],
]);

/** The output has the input's elements in the same order: Identity, Reshape, Squeeze, ... */
export function copyElements(context: OperatorContext): void {
  const elements = context.values(0);
  if (elements !== undefined) setElements(context, elements);
}

export function castElements(context: OperatorContext): void {
  const elements = context.values(0);
  if (elements === undefined) return;
  const elementType = outputElementType(context);
  setElements(
    context,
    elements.map((element) => castElement(element, elementType)),
  );
}

function castElement(element: Element, elementType: number): Element {
  if (typeof element === 'string') return elementType === bool ? null : element;
  if (!isKnown(element)) return null;
  if (elementType === bool) return element === 0 || element === 0n ? 0 : 1;
  if (integerBits.has(elementType)) return inRange(truncate(element), elementType);
  if (typeof element !== 'number') return null;
  const exact = halfPrecision.get(elementType);
  if (exact !== undefined) return Number.isInteger(element) && Math.abs(element) <= exact ? element : null;
  return round(element, elementType);
}

function truncate(element: Integer): Integer | null {
  return typeof element === 'bigint' ? element : (wholeNumber(Math.trunc(element)) ?? null);
}
