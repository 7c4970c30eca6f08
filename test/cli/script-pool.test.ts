import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askOnThreads, helpersFor } from '../../cli/lint/script-pool';
import type { ScriptBatch, ScriptFindings, ScriptThread } from '../../cli/lint/script-thread';
import type { Thread, Threads } from '../../cli/threads';
import { mergeSettings } from '../../core/lint';

const settings = mergeSettings();
const jobs = Array.from({ length: 500 }, (_, index) => ({ path: `/w/${String(index).padStart(3, '0')}.py`, settings }));

function resultOf(path: string): ScriptFindings {
  const file = { path, kind: 'script', language: 'python', findings: [], problems: [], ignored: 0, text: '' } as const;
  return { path, file, usedIgnores: [] };
}

/** Lints on the thread that asks, in some time for each script. */
function here(delay = 0, seen?: string[]): Pick<ScriptThread, 'script' | 'folders'> {
  const script = async (_: 'findings', path: string) => {
    seen?.push(path);
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    return resultOf(path);
  };
  return { script, folders: ['/w'] } as Pick<ScriptThread, 'script' | 'folders'>;
}

/** Threads that take some time for each batch, each its own; one that fails after some batches. */
function slowThreads(
  delays: readonly number[],
  failing?: { thread: number; after: number },
): Threads & { ended: number } {
  let started = 0;
  const threads = {
    cores: delays.length,
    ended: 0,
    start(): Thread {
      const index = started++;
      let received: (message: unknown) => void = () => {};
      let failed: (error: Error) => void = () => {};
      let count = 0;
      return {
        send(message) {
          const { paths } = message as ScriptBatch;
          count += 1;
          const fails = failing?.thread === index && count > failing.after;
          const answer = paths.map(resultOf);
          setTimeout(() => (fails ? failed(new Error('out of memory')) : received(answer)), delays[index]);
        },
        listen(onMessage, onFailure) {
          received = onMessage;
          failed = onFailure;
        },
        end() {
          threads.ended += 1;
        },
      };
    },
  };
  return threads;
}

test('every script is linted once, whichever thread is the faster', async () => {
  for (const delays of [[1], [1, 1], [1, 20], [20, 1, 3]]) {
    for (const delay of [0, 1]) {
      const threads = slowThreads(delays);
      const seen: string[] = [];
      await askOnThreads('findings', jobs, threads, delays.length, here(delay), ({ path }) => seen.push(path));
      assert.deepEqual(
        seen.sort(),
        jobs.map(({ path }) => path),
      );
      assert.equal(threads.ended, delays.length);
    }
  }
});

test('the thread that asks begins in its own part at once, and takes what others have not begun', async () => {
  const threads = slowThreads([60]);
  const own: string[] = [];
  await askOnThreads('findings', jobs, threads, 1, here(0, own), () => {});
  assert.equal(own[0], jobs[0]!.path);
  assert.ok(own.length > jobs.length / 2, `${own.length}`);
});

test('the scripts of a batch have their settings in common, whoever takes them', async () => {
  const other = mergeSettings();
  const mixed = jobs.map((job, index) => (index % 3 === 0 || index > 490 ? { ...job, settings: other } : job));
  const wanted = new Map(mixed.map(({ path, settings }) => [path, settings]));
  const threads = slowThreads([1, 2]);
  const start = threads.start.bind(threads);
  const seen: string[] = [];
  threads.start = () => {
    const thread = start();
    return {
      ...thread,
      send(message) {
        const { paths, settings } = message as ScriptBatch;
        for (const path of paths) assert.equal(wanted.get(path), settings);
        thread.send(message);
      },
    };
  };
  await askOnThreads('findings', mixed, threads, 2, here(), ({ path }) => seen.push(path));
  assert.equal(seen.length, jobs.length);
});

test('a thread that fails ends, and leaves what it had to whoever asks for it', async () => {
  const seen = new Set<string>();
  const threads = slowThreads([1, 1], { thread: 0, after: 2 });
  await askOnThreads('findings', jobs, threads, 2, here(1), ({ path }) => seen.add(path));
  assert.ok(seen.size >= jobs.length - 48 && seen.size < jobs.length, `${seen.size}`);
});

test('few scripts are worth no other thread, nor more threads than have a share', () => {
  const threads = slowThreads([1, 1, 1, 1, 1, 1, 1, 1]);
  assert.equal(helpersFor(499, threads, undefined), 0);
  assert.equal(helpersFor(5000, undefined, undefined), 0);
  assert.equal(helpersFor(500, threads, undefined), 3);
  assert.equal(helpersFor(400, threads, 1), 0);
  assert.equal(helpersFor(5000, threads, undefined), 3);
  assert.equal(helpersFor(5000, threads, 1), 0);
  assert.equal(helpersFor(110, threads, 64), 6);
  assert.equal(helpersFor(20, threads, 2), 1);
  assert.equal(helpersFor(10, threads, 2), 0);
});
