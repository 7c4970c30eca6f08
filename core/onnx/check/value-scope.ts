/** The names of values that are there so far, in a graph and in those around it. */
export class ValueScope {
  readonly #names = new Set<string>();
  readonly #outer: ValueScope | undefined;

  constructor(outer?: ValueScope) {
    this.#outer = outer;
  }

  add(name: string): void {
    this.#names.add(name);
  }

  /** In this graph itself. */
  hasHere(name: string): boolean {
    return this.#names.has(name);
  }

  /** In this graph or one around it. */
  has(name: string): boolean {
    for (let scope: ValueScope | undefined = this; scope !== undefined; scope = scope.#outer) {
      if (scope.#names.has(name)) return true;
    }
    return false;
  }
}
