import type { CancellationToken } from 'vscode-languageserver';
import type { Task } from '../../core/model';

/** Thrown at a request whose client no longer wants the answer. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
  }
}

/**
 * One analysis that several requests may wait for: diagnostics, lenses and a hover ask for the same model at the same
 * moment. It is stopped when nobody waits any more.
 */
export class Job<T> {
  private readonly result: Promise<T>;
  private waiting = 0;
  private stopped = false;
  private readonly listeners = new Set<(fraction: number) => void>();

  /** `run` polls the task, and throws {@link Cancelled} or returns a part when it is cancelled. */
  constructor(
    readonly version: string,
    run: (task: Task) => Promise<T>,
  ) {
    this.result = run({
      isCancelled: () => this.stopped,
      progress: (fraction) => {
        for (const listener of this.listeners) listener(fraction);
      },
      breathe,
    });
    this.result.catch(() => undefined); // whoever waits hears of it
  }

  stop(): void {
    this.stopped = true;
  }

  get isStopped(): boolean {
    return this.stopped;
  }

  async wait(token: CancellationToken | undefined, onProgress?: (fraction: number) => void): Promise<T> {
    if (token?.isCancellationRequested) throw new Cancelled();
    this.waiting++;
    if (onProgress !== undefined) this.listeners.add(onProgress);
    const leave = new Promise<never>((_, reject) => token?.onCancellationRequested(() => reject(new Cancelled())));
    try {
      return await Promise.race([this.result, leave]);
    } finally {
      if (onProgress !== undefined) this.listeners.delete(onProgress);
      this.waiting--;
      if (this.waiting === 0) this.stop();
    }
  }
}

/** Lets the messages that have come in meanwhile, cancellations among them, be handled. */
export function breathe(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
