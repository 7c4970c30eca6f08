import { type ElementType, elementBits, type Integer, kindsOf, type ModelFacts, type Tensor } from '../../core/model';

/** Every tensor of weights in the file: initializers, values of sparse ones, tensors in attributes; of functions once. */
function* weightsOf({ graphs }: ModelFacts): Generator<Tensor> {
  for (const { graph } of graphs) {
    yield* graph.initializers;
    for (const { values } of graph.sparseInitializers) yield values;
    for (const { attributes } of kindsOf(graph)) {
      for (const { value } of attributes) if (value.kind === 'tensor') yield value.value;
    }
  }
}

/** How many weights of a type have so many elements: a model has few sizes, and several rules ask on every target. */
type Sizes = ReadonlyMap<ElementType, ReadonlyMap<bigint | number, number>>;

const known = new WeakMap<ModelFacts, Sizes>();

function sizesOf(facts: ModelFacts): Sizes {
  const before = known.get(facts);
  if (before !== undefined) return before;
  const sizes = new Map<ElementType, Map<bigint | number, number>>();
  for (const { elementType, dims } of weightsOf(facts)) {
    let ofType = sizes.get(elementType);
    if (ofType === undefined) sizes.set(elementType, (ofType = new Map()));
    const count = elementCount(dims);
    ofType.set(count, (ofType.get(count) ?? 0) + 1);
  }
  known.set(facts, sizes);
  return sizes;
}

/** How many elements a tensor has; 0 where a dimension is not a size. */
export function elementCount(dims: readonly Integer[]): Integer {
  let count: Integer = 1;
  for (const dim of dims) {
    if (dim <= 0) return 0;
    const product: Integer = typeof count === 'number' && typeof dim === 'number' ? count * dim : Number.NaN;
    count = Number.isSafeInteger(product) ? product : BigInt(count) * BigInt(dim);
    // No file holds 2^80 elements: beyond, only the size of the number would grow.
    if (count > 1n << 80n) return 1n << 80n;
  }
  return count;
}

/** Sum over the weights of elements x bits, in bytes; each tensor rounded up to whole bytes. */
export function weightBytes(facts: ModelFacts, bitsOf: (type: ElementType) => number): bigint {
  let bytes = 0n;
  for (const [elementType, counts] of sizesOf(facts)) {
    const bits = BigInt(bitsOf(elementType));
    for (const [count, tensors] of counts) bytes += ((BigInt(count) * bits + 7n) / 8n) * BigInt(tensors);
  }
  return bytes;
}

/** Bits as the file stores them; 0 for strings and types that ONNX does not define. */
export const storedBits = (type: ElementType): number => elementBits(type) ?? 0;

const floatTypes: ReadonlySet<ElementType> = new Set([1, 10, 11, 16, 17, 18, 19, 20, 23, 24]);

/** Whether a type is a real floating-point type: float, float16, double, bfloat16 and the 8- and 4-bit ones. */
export const isFloat = (type: ElementType): boolean => floatTypes.has(type);
