import type { Graph, OperatorKind } from './graph';

const known = new WeakMap<Graph, readonly OperatorKind[]>();

/**
 * The kinds of a graph's operators, each once, in the order in which they first occur. A graph of any size has a few
 * hundred of them; operators that hold a tensor or a graph in an attribute have a kind each.
 */
export function kindsOf(graph: Graph): readonly OperatorKind[] {
  let kinds = known.get(graph);
  if (kinds === undefined) known.set(graph, (kinds = distinctKinds(graph)));
  return kinds;
}

function distinctKinds({ operators }: Graph): OperatorKind[] {
  const kinds = new Set<OperatorKind>();
  for (let index = 0; index < operators.length; index++) kinds.add(operators[index]!.kind);
  return [...kinds];
}
