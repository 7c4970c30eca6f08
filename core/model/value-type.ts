import type { Dimension, Shape } from './dimension';
import { type ElementType, elementTypeName } from './element-type';

export interface TensorType {
  readonly kind: 'tensor' | 'sparse_tensor';
  readonly elementType: ElementType;
  readonly shape: Shape;
}

/** The type of a value in a graph. */
export type ValueType =
  | TensorType
  | { readonly kind: 'sequence'; readonly element: ValueType | undefined }
  | { readonly kind: 'optional'; readonly element: ValueType | undefined }
  | { readonly kind: 'map'; readonly key: ElementType; readonly value: ValueType | undefined }
  | { readonly kind: 'opaque'; readonly domain: string; readonly name: string };

export function tensor(elementType: ElementType, shape?: Shape): TensorType {
  return { kind: 'tensor', elementType, shape };
}

/** A dimension in ONNX's text syntax: `3`, `N`, `"a b"`, `?`. */
export function formatDimension(dimension: Dimension): string {
  if (dimension === null) return '?';
  if (typeof dimension !== 'string') return String(dimension);
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(dimension) ? dimension : JSON.stringify(dimension);
}

/** A type in ONNX's text syntax: `float[1,N,?]`, `int64` (rank 0), `float[]` (rank unknown), `seq(float[2])`. */
export function formatType(type: ValueType | undefined): string {
  if (type === undefined) return 'undefined';
  switch (type.kind) {
    case 'tensor':
      return formatTensor(type);
    case 'sparse_tensor':
      return `sparse_tensor(${formatTensor(type)})`;
    case 'sequence':
      return `seq(${formatType(type.element)})`;
    case 'optional':
      return `optional(${formatType(type.element)})`;
    case 'map':
      return `map(${elementTypeName(type.key)}, ${formatType(type.value)})`;
    case 'opaque':
      return `opaque(${[type.domain, type.name].filter((part) => part !== '').join(', ')})`;
  }
}

function formatTensor({ elementType, shape }: TensorType): string {
  const name = elementTypeName(elementType);
  if (shape === undefined) return `${name}[]`;
  return shape.length === 0 ? name : `${name}[${shape.map(formatDimension).join(',')}]`;
}
