/** How a long analysis is followed and stopped. */
export interface Task {
  /** Asked every few thousand steps of a loop; when true, the analysis returns what it has. */
  isCancelled(): boolean;
  /** Work done so far, from 0 to 1. */
  progress?(fraction: number): void;
  /** Lets the host handle other events; awaited between stages. */
  breathe?(): Promise<void>;
}

export const uninterrupted: Task = { isCancelled: () => false };
