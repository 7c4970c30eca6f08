import type { Integer, Shape, Tensor } from '../../model';

/**
 * Elements of a tensor, row by row: numbers (of float tensors also fractions), null where unknown, a symbol's name where
 * the element is a dimension of some shape. A boolean is 0 or 1. Elements of strings are not followed.
 */
export type Element = Integer | string | null;
export type Elements = readonly Element[];

/** What is worth following: shapes and what they are computed from are small. */
export const mostElements = 1024;

/** How many elements a shape has, where that is known and worth following. */
export function countOf(shape: Shape): number | undefined {
  if (shape === undefined) return undefined;
  let count = 1;
  for (let i = 0; i < shape.length; i++) {
    const dimension = typeof shape[i] === 'bigint' ? Number(shape[i]) : shape[i];
    if (typeof dimension !== 'number' || !(dimension >= 0 && dimension <= mostElements) || dimension % 1 !== 0) {
      return undefined;
    }
    count *= dimension;
  }
  return count <= mostElements ? count : undefined;
}

const stringType = 8;

/** The elements of a tensor of the file; undefined where the reader did not keep them or they contradict its shape. */
export function elementsOfTensor(tensor: Tensor): Elements | undefined {
  const { elements, elementType, dims } = tensor;
  if (elements === undefined || elementType === stringType) return undefined;
  return countOf(dims) === elements.length ? elements : undefined;
}

/** Whether the elements of the tensor are numbers that a shape may be computed from. */
export function isInteger(elementType: number): boolean {
  return integerBits.has(elementType);
}

export const integerBits: ReadonlyMap<number, readonly [bits: number, signed: boolean]> = new Map([
  [2, [8, false]],
  [3, [8, true]],
  [4, [16, false]],
  [5, [16, true]],
  [6, [32, true]],
  [7, [64, true]],
  [12, [32, false]],
  [13, [64, false]],
]);
