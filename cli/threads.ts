/** A thread of the same program, which answers each message with one. */
export interface Thread {
  send(message: unknown): void;
  /** @param failed called once where the thread ends before it is told to: out of memory, say */
  listen(received: (message: unknown) => void, failed: (error: Error) => void): void;
  end(): void;
}

/** What a host has that can do several things at a time. */
export interface Threads {
  /** How many can run at once. */
  readonly cores: number;
  start(): Thread;
}
