import { type ElementType, elementBits, type Integer, type ValueType } from '../../model';
import { add, multiply } from './arithmetic';
import { type CostedOperator, size } from './costed-operator';

/** Bytes of so many elements; elements of less than a byte are packed. Undefined for strings and unknown types. */
export function bytesOfElements(elementType: ElementType, count: Integer): Integer | undefined {
  const bits = elementBits(elementType);
  if (bits === undefined) return undefined;
  if (bits % 8 === 0) return multiply(count, bits / 8);
  const all = multiply(count, bits);
  return typeof all === 'number' ? Math.ceil(all / 8) : (all + 7n) / 8n;
}

function bytesOfType(type: ValueType | undefined): Integer | undefined {
  if (type?.kind !== 'tensor') return undefined;
  const count = size(type.shape);
  return count === undefined ? undefined : bytesOfElements(type.elementType, count);
}

/**
 * Bytes of all inputs and outputs, each value once however often it is named: what a kernel has to read and write at the
 * least. An operator that only renames (Reshape, Identity) moves as much by this measure.
 */
export function bytesOf({ operator, scope }: CostedOperator): Integer | undefined {
  let total: Integer = 0;
  for (const name of distinct([...operator.inputs, ...operator.outputs])) {
    if (name === '') continue;
    const bytes = bytesOfType(scope.typeOf(name));
    if (bytes === undefined) return undefined;
    total = add(total, bytes);
  }
  return total;
}

/** Up to how many names comparing each with all others is faster than a Set. */
const fewNames = 8;

function distinct(names: readonly string[]): Iterable<string> {
  if (names.length > fewNames) return new Set(names);
  return names.filter((name, index) => names.indexOf(name) === index);
}
