import type { Operator } from '../../model';
import { noLine, type PrintedGraph } from './printed-graph';

/** A place where a value is named. */
export interface ValueReference {
  readonly line: number;
  readonly graph: string;
  /** The operator that makes or reads it; undefined for a graph's inputs, outputs and weights. */
  readonly operator: Operator | undefined;
}

/** Which lines make and read each value. Graphs are indexed when first asked for. */
export class ValueReferences {
  readonly #graphs: readonly PrintedGraph[];
  readonly #definitions = new Map<number, Map<string, ValueReference>>();
  readonly #uses = new Map<number, Map<string, ValueReference[]>>();
  readonly #children: readonly number[][];

  constructor(graphs: readonly PrintedGraph[]) {
    this.#graphs = graphs;
    this.#children = graphs.map(() => []);
    graphs.forEach(({ parent }, index) => {
      if (parent >= 0) this.#children[parent]!.push(index);
    });
  }

  definition(graph: number, name: string): ValueReference | undefined {
    return this.#resolve(graph, name)?.definition;
  }

  uses(graph: number, name: string): readonly ValueReference[] {
    const start = this.#resolve(graph, name)?.graph ?? graph;
    const found: ValueReference[] = [];
    const pending = [start];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (next !== start && this.#definitionsOf(next).has(name)) continue;
      for (const use of this.#usesOf(next).get(name) ?? []) found.push(use);
      for (const child of this.#children[next]!) pending.push(child);
    }
    return found.sort((a, b) => a.line - b.line);
  }

  #resolve(graph: number, name: string): { graph: number; definition: ValueReference } | undefined {
    if (name === '') return undefined;
    for (let index = graph; index >= 0; index = this.#graphs[index]!.parent) {
      const definition = this.#definitionsOf(index).get(name);
      if (definition !== undefined) return { graph: index, definition };
    }
    return undefined;
  }

  #definitionsOf(index: number): Map<string, ValueReference> {
    const known = this.#definitions.get(index);
    if (known !== undefined) return known;
    const { graph, inputLines, initializerLines, operatorLines } = this.#graphs[index]!;
    const found = new Map<string, ValueReference>();
    const add = (name: string, line: number | undefined, operator?: Operator) => {
      if (line !== undefined && line !== noLine && !found.has(name)) {
        found.set(name, { line, graph: graph.path, operator });
      }
    };
    for (const [position, { name }] of graph.inputs.entries()) add(name, inputLines[position]);
    for (const [position, { name }] of graph.initializers.entries()) add(name, initializerLines[position]);
    for (const operator of graph.operators) {
      for (const name of operator.outputs) add(name, operatorLines[operator.index], operator);
    }
    this.#definitions.set(index, found);
    return found;
  }

  #usesOf(index: number): Map<string, ValueReference[]> {
    const known = this.#uses.get(index);
    if (known !== undefined) return known;
    const { graph, outputLines, operatorLines } = this.#graphs[index]!;
    const found = new Map<string, ValueReference[]>();
    const add = (name: string, line: number | undefined, operator?: Operator) => {
      if (line === undefined || line === noLine || name === '') return;
      const list = found.get(name);
      const reference = { line, graph: graph.path, operator };
      if (list === undefined) found.set(name, [reference]);
      else if (list.at(-1)!.line !== line) list.push(reference);
    };
    for (const operator of graph.operators) {
      for (const name of operator.inputs) add(name, operatorLines[operator.index], operator);
    }
    for (const [position, { name }] of graph.outputs.entries()) add(name, outputLines[position]);
    this.#uses.set(index, found);
    return found;
  }
}
