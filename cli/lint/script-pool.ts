import type { Settings } from '../../core/lint';
import type { Thread, Threads } from '../threads';
import type { ScriptBatch, ScriptResult, ScriptResults } from './script-thread';

/** A thread takes longer to start than fewer scripts take to lint. */
const fewestScripts = 100;
/** Neighbours import each other, and what is parsed for one serves the next. */
const batchLength = 16;
/** How far ahead a thread has its work: the next batch is there when one is done. */
const batchesAhead = 2;
/** Each holds what it has read of the project, so that more of them take more memory. */
const mostThreads = 4;

export interface ScriptJob {
  readonly path: string;
  readonly settings: Settings;
}

/** How many threads are worth starting; 0 where the work is done sooner without any. */
export function threadsFor(jobs: number, threads: Threads | undefined, wanted: number | undefined): number {
  if (threads === undefined || jobs < fewestScripts) return 0;
  return Math.min(wanted ?? Math.min(threads.cores, mostThreads), Math.ceil(jobs / batchLength));
}

/**
 * Lints scripts on several threads. Each begins in its own part of the list, and helps the others when that is done. What
 * a thread had when it failed is not among the results.
 *
 * @param done called for each script as its result comes
 */
export async function lintOnThreads(
  jobs: readonly ScriptJob[],
  threads: Threads,
  count: number,
  done: (result: ScriptResult) => void,
): Promise<void> {
  const parts = partsOf(batchesOf(jobs), count);
  await Promise.all(parts.map((_, index) => runThread(threads.start(), () => takeBatch(parts, index), done)));
}

/** Sends batches to a thread until there are none. */
function runThread(
  thread: Thread,
  next: () => ScriptBatch | undefined,
  done: (result: ScriptResult) => void,
): Promise<void> {
  return new Promise((resolve) => {
    let waiting = 0;
    const end = () => {
      thread.end();
      resolve();
    };
    const send = () => {
      const batch = next();
      if (batch !== undefined) {
        waiting += 1;
        thread.send(batch);
      }
    };
    thread.listen((message) => {
      waiting -= 1;
      send();
      for (const result of (message as ScriptResults).results) done(result);
      if (waiting === 0) end();
    }, end);
    for (let ahead = 0; ahead < batchesAhead; ahead += 1) send();
    if (waiting === 0) end();
  });
}

function batchesOf(jobs: readonly ScriptJob[]): ScriptBatch[] {
  const batches: (Omit<ScriptBatch, 'paths'> & { readonly paths: string[] })[] = [];
  for (const { path, settings } of jobs) {
    const last = batches.at(-1);
    if (last !== undefined && last.settings === settings && last.paths.length < batchLength) last.paths.push(path);
    else batches.push({ id: batches.length, paths: [path], settings });
  }
  return batches;
}

function partsOf(batches: readonly ScriptBatch[], count: number): ScriptBatch[][] {
  const length = Math.ceil(batches.length / count);
  return Array.from({ length: count }, (_, index) => batches.slice(index * length, (index + 1) * length));
}

/** From the thread's own part, from its beginning; else from the end of the longest other. */
function takeBatch(parts: readonly ScriptBatch[][], own: number): ScriptBatch | undefined {
  const mine = parts[own]!;
  if (mine.length > 0) return mine.shift();
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a));
  return longest.pop();
}
