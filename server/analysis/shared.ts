/** Work that is under way, for all who ask for the same meanwhile. */
export class Shared<T> {
  readonly #running = new Map<string, Promise<T>>();

  of(key: string, begin: () => Promise<T>): Promise<T> {
    const running = this.#running.get(key);
    if (running !== undefined) return running;
    const begun = begin().finally(() => this.#running.delete(key));
    this.#running.set(key, begun);
    return begun;
  }
}
