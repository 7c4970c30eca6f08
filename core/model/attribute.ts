import type { Integer } from './dimension';
import type { Graph } from './graph';
import type { SparseTensor, Tensor } from './tensor';
import type { ValueType } from './value-type';

/** An attribute's value by ONNX AttributeProto.AttributeType. Lists longer than the reader's limit keep only their head. */
export type AttributeValue =
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'int'; readonly value: Integer }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'tensor'; readonly value: Tensor }
  | { readonly kind: 'graph'; readonly value: Graph }
  | { readonly kind: 'sparse_tensor'; readonly value: SparseTensor }
  | { readonly kind: 'type_proto'; readonly value: ValueType | undefined }
  | { readonly kind: 'floats'; readonly value: readonly number[]; readonly count: number }
  | { readonly kind: 'ints'; readonly value: readonly Integer[]; readonly count: number }
  | { readonly kind: 'strings'; readonly value: readonly string[]; readonly count: number }
  | { readonly kind: 'tensors'; readonly value: readonly Tensor[] }
  | { readonly kind: 'graphs'; readonly value: readonly Graph[] }
  | { readonly kind: 'sparse_tensors'; readonly value: readonly SparseTensor[] }
  | { readonly kind: 'type_protos'; readonly value: readonly (ValueType | undefined)[] }
  /** A reference to an attribute of the function that the node stands in; `type` is the declared type's code. */
  | { readonly kind: 'reference'; readonly name: string; readonly type: number }
  /** No type and no value that tells one. */
  | { readonly kind: 'undefined' };

export interface Attribute {
  readonly name: string;
  readonly value: AttributeValue;
  readonly docString?: string | undefined;
  /** What the file sets, where that is anything else than a type and the one value field of that type. */
  readonly written?: { readonly type: number | undefined; readonly fields: readonly string[] } | undefined;
}
