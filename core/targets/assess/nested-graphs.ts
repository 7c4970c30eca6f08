import { type Graph, kindsOf } from '../../model';

/** The graphs that stand in attributes of a graph's operators, directly. */
export function nestedGraphs(graph: Graph): Graph[] {
  const nested: Graph[] = [];
  for (const { attributes } of kindsOf(graph)) {
    for (let index = 0; index < attributes.length; index++) {
      const { value } = attributes[index]!;
      if (value.kind === 'graph') nested.push(value.value);
      else if (value.kind === 'graphs') nested.push(...value.value);
    }
  }
  return nested;
}

/** A graph and all graphs within it. */
export function withNestedGraphs(graph: Graph): Graph[] {
  const all = [graph];
  for (let next = 0; next < all.length; next++) {
    for (const nested of nestedGraphs(all[next]!)) all.push(nested);
  }
  return all;
}
