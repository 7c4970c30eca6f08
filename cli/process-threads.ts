import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Thread, Threads } from './threads';

/**
 * What a thread may hold. V8 collects what is no longer used the sooner, the less it may hold: without a limit it takes most
 * of a gigabyte for what fits in a quarter of it.
 */
const limits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 48 };

/** Threads of this process; the program's files lie as in the package. */
export const processThreads: Threads = {
  get cores() {
    return availableParallelism();
  },
  start(): Thread {
    const worker = new Worker(path.join(__dirname, '..', '..', 'cli', 'thread.cjs'), { resourceLimits: limits });
    return {
      send: (message) => worker.postMessage(message),
      listen(received, failed) {
        worker.on('message', received);
        worker.on('error', failed);
      },
      end: () => void worker.terminate(),
    };
  },
};
