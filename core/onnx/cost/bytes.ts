import { type ElementType, elementBits, type Integer, type NameId, type Operator, type ValueType } from '../../model';
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
  for (const value of distinct(valuesOf(operator))) {
    if (value === 0) continue;
    const bytes = bytesOfType(scope.typeOfId(value));
    if (bytes === undefined) return undefined;
    total = add(total, bytes);
  }
  return total;
}

function valuesOf(operator: Operator): NameId[] {
  const values: NameId[] = [];
  for (let index = 0; index < operator.inputCount; index++) values.push(operator.inputId(index));
  for (let index = 0; index < operator.outputCount; index++) values.push(operator.outputId(index));
  return values;
}

/** Up to how many values comparing each with all others is faster than a Set. */
const fewValues = 8;

function distinct(values: readonly NameId[]): Iterable<NameId> {
  if (values.length > fewValues) return new Set(values);
  return values.filter((value, index) => values.indexOf(value) === index);
}
