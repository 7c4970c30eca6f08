import type { FunctionDefinition, Graph, Operator, SparseTensor, Tensor, ValueInfo } from '../../model';

/** What stands in a line of the text view. */
export type TextItem =
  | { readonly kind: 'model' }
  | { readonly kind: 'graph'; readonly graph: Graph }
  | { readonly kind: 'function'; readonly graph: Graph; readonly function: FunctionDefinition }
  /** `attribute`: a line of an operator with subgraphs that has one of its attributes. */
  | { readonly kind: 'operator' | 'attribute'; readonly graph: Graph; readonly operator: Operator }
  | { readonly kind: 'input' | 'output' | 'value_info'; readonly graph: Graph; readonly value: ValueInfo }
  | { readonly kind: 'initializer'; readonly graph: Graph; readonly tensor: Tensor }
  | { readonly kind: 'sparse_initializer'; readonly graph: Graph; readonly tensor: SparseTensor };

export type TextItemKind = TextItem['kind'];

export const itemKinds: readonly (TextItemKind | undefined)[] = [
  undefined,
  'model',
  'graph',
  'function',
  'operator',
  'attribute',
  'input',
  'output',
  'value_info',
  'initializer',
  'sparse_initializer',
];
