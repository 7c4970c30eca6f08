import { type Graph, type NameId, valueTable } from '../../model';

/** The values that are there so far, in a graph and in those around it. */
export class ValueScope {
  /** Of the graph itself. */
  readonly values: (true | undefined)[];

  constructor(
    graph: Graph,
    private readonly outer?: ValueScope,
  ) {
    this.values = valueTable(graph);
  }

  add(value: NameId): void {
    this.values[value] = true;
  }

  /** Adds the value; false where it was in this graph or one around it. */
  addNew(value: NameId): boolean {
    const isNew = this.values[value] !== true && (this.outer === undefined || !this.outer.has(value));
    this.values[value] = true;
    return isNew;
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
