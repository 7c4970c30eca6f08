import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Files } from '../../server/host/files';
import { readAhead } from '../../server/scripts/read-ahead';

/** Files of `sizes` bytes each, by name; how many are being read at a time is counted. */
function filesOf(sizes: Readonly<Record<string, number>>) {
  const counts = { now: 0, most: 0, read: [] as string[] };
  const sizeOf = (path: string) => sizes[path.slice(1)];
  const files = {
    async version(uri: string) {
      const size = sizeOf(uri.slice('memfs:'.length));
      return size === undefined ? undefined : { size, mtime: 0 };
    },
    workspace: {
      async read(path: string) {
        counts.now += 1;
        counts.most = Math.max(counts.most, counts.now);
        await new Promise((resolve) => setTimeout(resolve, 1));
        counts.now -= 1;
        counts.read.push(path);
        return new Uint8Array(sizeOf(path)!).fill(0x20);
      },
    },
  } as unknown as Files;
  return { files, counts };
}

const uncancelled = { isCancelled: () => false, progress: () => {} };
const many = (count: number, size: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`d/${index}.py`, size]));
const urisOf = (sizes: object) => Object.keys(sizes).map((name) => `memfs:/${name}`);

test('files are read several at a time, and not more of them than are wanted', async () => {
  const sizes = { ...many(2100, 10), 'top.py': 10 };
  const { files, counts } = filesOf(sizes);
  const { texts, leftOut } = await readAhead(files, urisOf(sizes), uncancelled);
  assert.equal(texts.size, 2000);
  assert.equal(leftOut, 101);
  assert.ok(texts.has('/top.py'), 'what is nearest to the root is read');
  assert.ok(counts.most > 1 && counts.most <= 8, `${counts.most}`);
});

test('large files are not read, nor more than a tab can hold', async () => {
  const sizes = { ...many(50, 1024 * 1024), 'large.py': 1024 * 1024 + 1 };
  const { files, counts } = filesOf(sizes);
  const { texts, leftOut } = await readAhead(files, urisOf(sizes), uncancelled);
  assert.equal(texts.size, 32);
  assert.equal(leftOut, 19);
  assert.ok(!counts.read.includes('/large.py'));
});

test('what was read before it was cancelled is given; a file that is gone is nothing', async () => {
  const sizes = many(100, 10);
  const { files } = filesOf(sizes);
  let told = 0;
  const { texts } = await readAhead(files, [...urisOf(sizes), 'memfs:/gone.py'], {
    isCancelled: () => told >= 20,
    progress: () => {
      told += 1;
    },
  });
  assert.ok(texts.size >= 20 && texts.size < 40, `${texts.size}`);
  assert.ok(!texts.has('/gone.py'));
});
