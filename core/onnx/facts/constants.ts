import type { Attribute, Graph, Integer, Operator, Tensor } from '../../model';
import { canonicalDomain } from '../../model';

export type Elements = readonly (Integer | string | null)[];

/** Where a value of a graph comes from: from an operator, or from what the graph declares. */
export type Source = Operator | Declaration;

export class Declaration {
  constructor(
    readonly kind: 'input' | 'initializer',
    /** Of an initializer that is not sparse. */
    readonly tensor?: Tensor,
  ) {}
}

export function isOperator(source: Source): source is Operator {
  // Not `instanceof`, which takes several calls; every condition about a constant asks.
  return typeof source.kind === 'object';
}

/** Attributes of Constant that hold the value itself, aside from `value` and `sparse_value`. */
const plainValues: ReadonlySet<string> = new Set([
  'value_float',
  'value_floats',
  'value_int',
  'value_ints',
  'value_string',
  'value_strings',
]);

export function isConstantOperator({ kind: { domain, opType } }: Operator): boolean {
  return opType === 'Constant' && canonicalDomain(domain) === '';
}

export function isIdentity({ kind: { domain, opType }, inputCount }: Operator): boolean {
  return opType === 'Identity' && canonicalDomain(domain) === '' && inputCount === 1;
}

/** The elements of a Constant's output, where the reader kept them. */
export function constantElements({ attributes }: Operator): Elements | undefined {
  const attribute = attributes[0];
  return attribute && attributes.length === 1 ? valueElements(attribute) : undefined;
}

function valueElements({ name, value }: Attribute): Elements | undefined {
  if (name === 'value' && value.kind === 'tensor') return value.value.elements;
  if (!plainValues.has(name)) return undefined;
  if (value.kind === 'float' || value.kind === 'int' || value.kind === 'string') return [value.value];
  if (value.kind !== 'floats' && value.kind !== 'ints' && value.kind !== 'strings') return undefined;
  return value.value.length === value.count ? value.value : undefined;
}

/** Every tensor of a graph that is a weight: its initializers, and the values of its Constants. Subgraphs aside. */
export function* weightsOf(graph: Graph): Generator<Tensor> {
  yield* graph.initializers;
  for (const { values, indices } of graph.sparseInitializers) {
    yield values;
    yield indices;
  }
  for (const operator of graph.operators) {
    if (!isConstantOperator(operator)) continue;
    for (const { value } of operator.attributes) {
      if (value.kind === 'tensor') yield value.value;
      if (value.kind !== 'sparse_tensor') continue;
      yield value.value.values;
      yield value.value.indices;
    }
  }
}
