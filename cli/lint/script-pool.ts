import type { Settings } from '../../core/lint';
import type { FixLevel } from '../../core/lint/script';
import type { Thread, Threads } from '../threads';
import type { ScriptAnswers, ScriptBatch, ScriptQuestion, ScriptThread } from './script-thread';

/** A thread starts, and V8 compiles for each what runs in it: with fewer scripts that costs more than is won by it. */
const fewestScripts = 500;
/** Fewer scripts than these are no share of the work for a thread. */
const fewestPerThread = 16;
/** Neighbours import each other, and what is parsed for one serves the next. */
const longestBatch = 16;
/** A batch is at most this part of what is left of the work that it is taken from, so that all end at about the same time. */
const batchesLeft = 4;
/** How far ahead a thread has its work: the next batch is there when one is done. */
const batchesAhead = 2;
/** Each holds what it has read of the project, so that more of them take more memory. */
const mostThreads = 4;

export interface ScriptJob {
  readonly path: string;
  readonly settings: Settings;
}

/** How many threads share the work with the one that asks; none where it is done sooner alone. */
export function helpersFor(jobs: number, threads: Threads | undefined, wanted: number | undefined): number {
  if (threads === undefined || (wanted === undefined && jobs < fewestScripts)) return 0;
  return Math.min(wanted ?? Math.min(threads.cores, mostThreads), Math.ceil(jobs / fewestPerThread)) - 1;
}

/**
 * Asks of scripts on several threads. This one begins at once, while the others start. Each begins in its own part of the list,
 * and helps the others when that is done. What a thread had when it failed is not answered.
 *
 * @param helpers how many threads are started
 * @param here lints on this thread
 * @param done called for each script as its answer comes
 * @param fixes which fixes findings are told after
 */
export async function askOnThreads<Q extends ScriptQuestion>(
  question: Q,
  jobs: readonly ScriptJob[],
  threads: Threads,
  helpers: number,
  here: Pick<ScriptThread, 'script' | 'folders'>,
  done: (answer: ScriptAnswers[Q]) => void,
  fixes?: FixLevel,
): Promise<void> {
  const { folders } = here;
  const parts = partsOf(jobs, helpers + 1);
  const others = Array.from({ length: helpers }, (_, index) =>
    runThread(threads.start(), () => batchOf({ question, fixes, folders }, takeBatch(parts, index + 1)), done),
  );
  const answer = ({ path, settings }: ScriptJob) => here.script(question, path, settings, fixes);
  const own = workHere(() => takeBatch(parts, 0), answer, done);
  await Promise.all([own, ...others]);
}

async function workHere<A>(
  next: () => ScriptJob[],
  answer: (job: ScriptJob) => Promise<A>,
  done: (answer: A) => void,
): Promise<void> {
  for (let batch = next(); batch.length > 0; batch = next()) {
    for (const job of batch) {
      done(await answer(job));
      // Other threads are waiting for their next batch.
      await turnOfOthers();
    }
  }
}

function turnOfOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Sends batches to a thread until there are none. */
function runThread<A>(thread: Thread, next: () => ScriptBatch | undefined, done: (answer: A) => void): Promise<void> {
  return new Promise((resolve) => {
    let waiting = 0;
    const end = () => {
      thread.end();
      resolve();
    };
    const send = () => {
      const batch = next();
      if (batch === undefined) return;
      waiting += 1;
      thread.send(batch);
    };
    thread.listen((message) => {
      waiting -= 1;
      send();
      for (const answer of message as readonly A[]) done(answer);
      if (waiting === 0) end();
    }, end);
    for (let ahead = 0; ahead < batchesAhead; ahead += 1) send();
    if (waiting === 0) end();
  });
}

function batchOf(
  asked: Pick<ScriptBatch, 'question' | 'fixes' | 'folders'>,
  jobs: readonly ScriptJob[],
): ScriptBatch | undefined {
  const [first] = jobs;
  return first && { ...asked, settings: first.settings, paths: jobs.map(({ path }) => path) };
}

function partsOf(jobs: readonly ScriptJob[], count: number): ScriptJob[][] {
  const length = Math.ceil(jobs.length / count);
  return Array.from({ length: count }, (_, index) => jobs.slice(index * length, (index + 1) * length));
}

/**
 * The next scripts for a thread, all under the same settings: from its own part, from its beginning; else from the end of
 * the longest other. Empty where everything is given out.
 */
function takeBatch(parts: ScriptJob[][], own: number): ScriptJob[] {
  const mine = parts[own]!;
  if (mine.length > 0) {
    const others = mine.findIndex(({ settings }) => settings !== mine[0]!.settings);
    return mine.splice(0, batchLength(others < 0 ? mine.length : others, mine.length));
  }
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a));
  const last = longest.findLastIndex(({ settings }) => settings !== longest.at(-1)?.settings);
  const length = batchLength(longest.length - 1 - last, longest.length);
  return longest.splice(longest.length - length);
}

function batchLength(alike: number, left: number): number {
  return Math.min(alike, longestBatch, Math.ceil(left / batchesLeft));
}
