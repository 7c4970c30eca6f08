import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inSlices } from '../../server/analysis/in-slices';
import { Cancelled } from '../../server/analysis/job';
import { Shared } from '../../server/analysis/shared';

/** Keeps the thread busy for so many milliseconds a step. */
function* busy(steps: number, milliseconds: number, log: string[]) {
  try {
    for (let step = 0; step < steps; step += 1) {
      for (const until = performance.now() + milliseconds; performance.now() < until; );
      log.push('step');
      yield;
    }
    return 'made';
  } finally {
    log.push('over');
  }
}

test('what else comes in is done between the slices of long work', async () => {
  const log: string[] = [];
  setTimeout(() => log.push('other'), 0);
  assert.equal(await inSlices(busy(20, 5, log), () => false), 'made');
  assert.ok(log.indexOf('other') < log.lastIndexOf('step'), log.join());
});

test('short work is done at once', async () => {
  const log: string[] = [];
  setTimeout(() => log.push('other'), 0);
  await inSlices(busy(5, 0, log), () => true);
  assert.ok(!log.includes('other'));
});

test('work that nobody needs any more is given up, and what it holds is let go', async () => {
  const log: string[] = [];
  await assert.rejects(
    inSlices(busy(50, 5, log), () => true),
    Cancelled,
  );
  assert.ok(log.length < 40, `${log.length} steps`);
  assert.equal(log.at(-1), 'over');
});

test('who asks for what is being made waits for it, and who asks later has it made anew', async () => {
  const shared = new Shared<number>();
  let made = 0;
  const ask = () => shared.of('a', async () => (made += 1));
  assert.deepEqual(await Promise.all([ask(), ask()]), [1, 1]);
  assert.equal(await ask(), 2);
  await assert.rejects(
    shared.of('a', () => Promise.reject(new Cancelled())),
    Cancelled,
  );
  assert.equal(await ask(), 3);
});
