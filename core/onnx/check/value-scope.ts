import { type Graph, type NameId, valueTable } from '../../model';

/** The values that are there so far, in a graph and in those around it. */
export class ValueScope {
  private readonly values: (true | undefined)[];

  constructor(
    graph: Graph,
    private readonly outer?: ValueScope,
  ) {
    this.values = valueTable(graph);
  }

  add(value: NameId): void {
    this.values[value] = true;
  }

  /** In this graph itself. */
  hasHere(value: NameId): boolean {
    return this.values[value] === true;
  }

  /** In this graph or one around it. */
  has(value: NameId): boolean {
    for (let scope: ValueScope | undefined = this; scope !== undefined; scope = scope.outer) {
      if (scope.values[value] === true) return true;
    }
    return false;
  }
}
