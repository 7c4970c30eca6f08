import {
  type FunctionDefinition,
  functionKey,
  type Graph,
  type GraphFacts,
  type Integer,
  type Model,
  type ModelFacts,
  type OperatorCost,
  type Task,
  uninterrupted,
} from '../../model';
import type { Inference, Scope } from '../contract';
import { GraphCosts } from '../cost';
import { FunctionTable } from './function-attributes';
import { DescribedGraph, type Shared } from './graph-facts';
import { weightBytes } from './weight-bytes';

/**
 * A model as rules and tables see it: its graph, its subgraphs, then its functions with theirs. All of it is made when
 * first asked for; a model of 100,000 operators costs what is asked of it.
 */
export function describeModel(
  path: string,
  model: Model,
  inference: Inference,
  task: Task = uninterrupted,
): ModelFacts {
  return new DescribedModel(path, model, inference, task);
}

interface Place {
  readonly graph: Graph;
  readonly function: FunctionDefinition | undefined;
  /** Index of the graph that it is nested in. */
  readonly parent: number | undefined;
}

class DescribedModel implements ModelFacts {
  readonly #places: readonly Place[];
  readonly #inference: Inference;
  readonly #shared: Shared;
  #graphs: readonly DescribedGraph[] | undefined;
  #weightBytes: Integer | undefined;
  #total: OperatorCost | undefined;

  constructor(
    readonly path: string,
    readonly model: Model,
    inference: Inference,
    task: Task,
  ) {
    this.#inference = inference;
    this.#places = placesOf(model);
    const functions = new FunctionTable(model, this.#places);
    const functionOf = new Map(this.#places.map((place) => [place.graph, place.function]));
    const costs = new GraphCosts((graph) => {
      const home = functionOf.get(graph);
      return (value) => (value.kind === 'reference' ? home && functions.resolve(home, value.name) : value);
    }, task);
    this.#shared = { model, functions, costs };
  }

  get graphs(): readonly GraphFacts[] {
    this.#graphs ??= this.#described();
    return this.#graphs;
  }

  #described(): DescribedGraph[] {
    const described: DescribedGraph[] = [];
    for (const { graph, function: definition, parent } of this.#places) {
      const outer = parent === undefined ? undefined : described[parent];
      described.push(
        new DescribedGraph(graph, this.#scopeOf(graph, definition, outer), outer, definition, this.#shared),
      );
    }
    return described;
  }

  #scopeOf(
    graph: Graph,
    definition: FunctionDefinition | undefined,
    outer: DescribedGraph | undefined,
  ): Scope | undefined {
    if (outer !== undefined) return outer.scope?.subgraph(graph);
    if (definition === undefined) return this.#inference.root;
    const scope = this.#inference.functions.get(functionKey(definition.domain, definition.name, definition.overload));
    // Of two functions with one key, the first is the one that is called and known.
    return scope?.graph === graph ? scope : undefined;
  }

  get weightBytes(): Integer {
    this.#weightBytes ??= weightBytes(this.#places.map(({ graph }) => graph));
    return this.#weightBytes;
  }

  get total(): OperatorCost {
    const { root } = this.#inference;
    this.#total ??= root === undefined ? { macs: undefined, bytes: undefined } : this.#shared.costs.ofScope(root);
    return this.#total;
  }
}

/** The model's graph, its subgraphs, the functions and theirs; each before what it contains, in the file's order. */
function placesOf(model: Model): Place[] {
  const roots: Place[] = model.functions.map((definition) => ({
    graph: definition.body,
    function: definition,
    parent: undefined,
  }));
  if (model.graph !== undefined) roots.unshift({ graph: model.graph, function: undefined, parent: undefined });
  const places: Place[] = [];
  const pending = roots.reverse();
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const parent = places.push(place) - 1;
    const inner: Place[] = [];
    const { operators } = place.graph;
    for (let index = 0; index < operators.length; index++) {
      const { attributes } = operators[index]!.kind;
      if (attributes.length === 0) continue;
      for (const { value } of attributes) {
        const graphs = value.kind === 'graph' ? [value.value] : value.kind === 'graphs' ? value.value : [];
        for (const graph of graphs) inner.push({ graph, function: place.function, parent });
      }
    }
    for (const each of inner.reverse()) pending.push(each);
  }
  return places;
}
