import { fstatSync, writeSync } from 'node:fs';
import type { Output } from './host';

/**
 * Standard output or error. What is no terminal is written to directly: the stream that Node.js has for it takes longer
 * to load (net, tty, stream) than most reports to write.
 */
export class ProcessOutput implements Output {
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
  readonly #descriptor: number;
  readonly #open: () => NodeJS.WriteStream;
  #stream: NodeJS.WriteStream | undefined;

  /** `open` gives the stream of `descriptor`, which is only asked for where it is needed. */
  constructor(descriptor: number, open: () => NodeJS.WriteStream) {
    this.#descriptor = descriptor;
    this.#open = open;
    if (mayBeTerminal(descriptor)) this.#stream = open();
    this.isTerminal = this.#stream?.isTTY === true;
    // A terminal that does not know its width says 0.
    this.columns = (this.isTerminal && this.#stream!.columns) || undefined;
  }

  /** Whether text is still on its way, so that the process must not be ended. */
  get isPending(): boolean {
    return this.#stream !== undefined && this.#stream.writableLength > 0;
  }

  write(text: string): void {
    if (this.#stream !== undefined) {
      this.#stream.write(text);
      return;
    }
    const bytes = Buffer.from(text);
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(this.#descriptor, bytes, written);
    } catch (error) {
      // A pipe that does not block and is full: the stream waits for its reader.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      this.#stream = this.#open();
      this.#stream.write(bytes.subarray(written));
    }
  }
}

function mayBeTerminal(descriptor: number): boolean {
  // On Windows the console has its own encoding, and pipes their own ways.
  if (process.platform === 'win32') return true;
  try {
    const status = fstatSync(descriptor);
    return !(status.isFile() || status.isFIFO() || status.isSocket());
  } catch {
    return true;
  }
}
