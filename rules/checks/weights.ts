import { type ElementType, elementBits, type Integer, type ModelFacts, type Tensor } from '../../core/model';

/** Every tensor of weights in the file: initializers, values of sparse ones, tensors in attributes; of functions once. */
export function* weightsOf({ graphs }: ModelFacts): Generator<Tensor> {
  for (const { graph } of graphs) {
    yield* graph.initializers;
    for (const { values } of graph.sparseInitializers) yield values;
    for (const { attributes } of graph.operators) {
      for (const { value } of attributes) if (value.kind === 'tensor') yield value.value;
    }
  }
}

/** How many elements a tensor has; 0 where a dimension is not a size. */
export function elementCount(dims: readonly Integer[]): bigint {
  let count = 1n;
  for (const dim of dims) {
    if (dim <= 0) return 0n;
    count *= BigInt(dim);
    // No file holds 2^80 elements: beyond, only the size of the number would grow.
    if (count > 1n << 80n) return 1n << 80n;
  }
  return count;
}

/** Sum over the weights of elements x bits, in bytes; each tensor rounded up to whole bytes. */
export function weightBytes(facts: ModelFacts, bitsOf: (type: ElementType) => number): bigint {
  let bytes = 0n;
  for (const { elementType, dims } of weightsOf(facts)) {
    bytes += (elementCount(dims) * BigInt(bitsOf(elementType)) + 7n) / 8n;
  }
  return bytes;
}

/** Bits as the file stores them; 0 for strings and types that ONNX does not define. */
export const storedBits = (type: ElementType): number => elementBits(type) ?? 0;

const floatTypes: ReadonlySet<ElementType> = new Set([1, 10, 11, 16, 17, 18, 19, 20, 23, 24]);

/** Whether a type is a real floating-point type: float, float16, double, bfloat16 and the 8- and 4-bit ones. */
export const isFloat = (type: ElementType): boolean => floatTypes.has(type);
