import type { CancellationToken } from 'vscode-languageserver';

/** Counts what may have changed the findings of files that are not open, and wakes who waits for more of it. */
export class WorkspaceChanges {
  #count = 0;
  readonly #waiting = new Set<() => void>();

  get count(): number {
    return this.#count;
  }

  happened(): void {
    this.#count += 1;
    for (const wake of [...this.#waiting]) wake();
  }

  /** Until more has happened than `count`, `longest` milliseconds are over, or nobody waits any more. */
  async after(count: number, longest: number, token: CancellationToken): Promise<void> {
    if (this.#count > count || token.isCancellationRequested) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        cancelled.dispose();
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, longest);
      const cancelled = token.onCancellationRequested(wake);
      this.#waiting.add(wake);
    });
  }
}
