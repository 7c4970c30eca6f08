import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from '../../server/session';
import { WorkspaceListing } from '../../server/workspace-listing';

/** A session in a folder of so many files, and what it logs. */
function sessionWith(models: number, scripts: number) {
  const told: string[] = [];
  const files = (count: number, ending: string) => async (folder: string, limit: number) =>
    Array.from({ length: Math.min(count, limit) }, (_, index) => `${folder}/file_${index}${ending}`);
  const session = {
    folders: [{ uri: 'file:///work', name: 'work' }],
    client: { watchesFiles: true },
    files: () => ({ findModels: files(models, '.onnx'), findScripts: files(scripts, '.py') }),
    say: ({ en }: { readonly en: string }) => en,
    connection: { console: { info: (text: string) => told.push(text) } },
  };
  return { listing: new WorkspaceListing(session as unknown as Session), told };
}

test('a workspace of as many files as are listed is whole, and of one with more it is said', async () => {
  const whole = sessionWith(2000, 5000);
  assert.deepEqual([(await whole.listing.all()).length, whole.told], [7000, []]);
  const cut = sessionWith(2001, 5001);
  assert.equal((await cut.listing.all()).length, 7000);
  assert.deepEqual(
    cut.told.map((text) => /more than \d+ \w+/.exec(text)?.[0]),
    ['more than 2000 models', 'more than 5000 scripts'],
  );
});
