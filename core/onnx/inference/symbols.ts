import type { Dimension, TensorType, ValueType } from '../../model';

/**
 * Inside of inference every unknown dimension has a name of its own, so that it can be recognised where it comes back:
 * `[?, 12]` reshaped to (its first dimension, -1) is `[?, 12]` again. Such names begin with a lone high surrogate, which
 * no decoded name of a file contains, and are shown as unknown.
 */
const mark = '\ud800';

export function isAnonymous(dimension: Dimension | undefined): dimension is string {
  return typeof dimension === 'string' && dimension.charCodeAt(0) === 0xd800;
}

export class SymbolSource {
  #count = 0;

  next(): string {
    this.#count++;
    return `${mark}${this.#count}`;
  }
}

/** Shapes of a greater rank are not kept: no runtime has such tensors, and a hundred thousand of them would fill memory. */
export const largestRank = 256;

/**
 * The type of a tensor with a name for each unknown dimension; itself where there is none. Not of sequences: what is
 * unknown of their elements may differ from one to the next.
 */
export function withNamedUnknowns(type: ValueType | undefined, symbols: SymbolSource): ValueType | undefined {
  if (type === undefined || (type.kind !== 'tensor' && type.kind !== 'sparse_tensor')) {
    return mapDimensions(type, (dimension) => (isUnknown(dimension) ? null : dimension));
  }
  const { shape } = type;
  if (shape === undefined) return type;
  if (shape.length > largestRank) return { ...type, shape: undefined };
  for (let i = 0; i < shape.length; i++) {
    if (isUnknown(shape[i]!)) {
      const named = shape.map((dimension) => (isUnknown(dimension) ? symbols.next() : dimension));
      return { ...type, shape: named };
    }
  }
  return type;
}

/** Exporters also write -1 for what they do not know. */
function isUnknown(dimension: Dimension): boolean {
  return dimension === null || (typeof dimension !== 'string' && dimension < 0);
}

/** The type with each dimension mapped; itself where nothing changes. */
export function mapDimensions(
  type: ValueType | undefined,
  change: (dimension: Dimension) => Dimension,
): ValueType | undefined {
  if (type === undefined) return undefined;
  switch (type.kind) {
    case 'tensor':
    case 'sparse_tensor':
      return mapTensor(type, change);
    case 'sequence':
    case 'optional': {
      const element = mapDimensions(type.element, change);
      return element === type.element ? type : { ...type, element };
    }
    case 'map': {
      const value = mapDimensions(type.value, change);
      return value === type.value ? type : { ...type, value };
    }
    case 'opaque':
      return type;
  }
}

function mapTensor(type: TensorType, change: (dimension: Dimension) => Dimension): TensorType {
  const { shape } = type;
  if (shape === undefined) return type;
  for (let i = 0; i < shape.length; i++) {
    if (change(shape[i]!) !== shape[i]) return { ...type, shape: shape.map(change) };
  }
  return type;
}

/** The type as others see it: anonymous dimensions are unknown. */
export function withoutAnonymous(type: ValueType | undefined): ValueType | undefined {
  return mapDimensions(type, (dimension) => (isAnonymous(dimension) ? null : dimension));
}
