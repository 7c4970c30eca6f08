import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintOnThreads, threadsFor } from '../../cli/lint/script-pool';
import type { ScriptBatch, ScriptResult, ScriptResults } from '../../cli/lint/script-thread';
import type { Thread, Threads } from '../../cli/threads';
import { mergeSettings } from '../../core/lint';

const settings = mergeSettings();
const jobs = Array.from({ length: 500 }, (_, index) => ({ path: `/w/${String(index).padStart(3, '0')}.py`, settings }));

function resultOf(path: string): ScriptResult {
  const file = { path, kind: 'script', language: 'python', findings: [], problems: [], ignored: 0, text: '' } as const;
  return { path, file, usedIgnores: [] };
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
          const { id, paths } = message as ScriptBatch;
          count += 1;
          const fails = failing?.thread === index && count > failing.after;
          const answer: ScriptResults = { id, results: paths.map(resultOf) };
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
    const threads = slowThreads(delays);
    const seen: string[] = [];
    await lintOnThreads(jobs, threads, delays.length, ({ path }) => seen.push(path));
    assert.deepEqual(
      seen.sort(),
      jobs.map(({ path }) => path),
    );
    assert.equal(threads.ended, delays.length);
  }
});

test('a thread that fails ends, and leaves what it had to whoever asks for it', async () => {
  const seen = new Set<string>();
  await lintOnThreads(jobs, slowThreads([1, 1], { thread: 0, after: 2 }), 2, ({ path }) => seen.add(path));
  assert.ok(seen.size >= jobs.length - 48 && seen.size < jobs.length, `${seen.size}`);
});

test('few scripts are worth no thread, nor more threads than there are batches', () => {
  const threads = slowThreads([1, 1, 1, 1, 1, 1, 1, 1]);
  assert.equal(threadsFor(20, threads, undefined), 0);
  assert.equal(threadsFor(5000, undefined, undefined), 0);
  assert.equal(threadsFor(5000, threads, undefined), 4);
  assert.equal(threadsFor(5000, threads, 1), 1);
  assert.equal(threadsFor(110, threads, 64), 7);
});
