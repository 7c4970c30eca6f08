import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { FileError } from '../../cli/files/file-system';
import { nodeFileSystem } from '../../cli/files/node-file-system';
import { inRepository } from '../harness/repository';

function inFolder(action: (folder: string) => void): void {
  const folder = mkdtempSync(inRepository('out', 'files-'));
  try {
    action(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a file that is replaced keeps its mode', () =>
  inFolder((folder) => {
    const file = path.join(folder, 'run.py');
    writeFileSync(file, 'old');
    chmodSync(file, 0o755);
    nodeFileSystem.write(file, ['new']);
    assert.equal(readFileSync(file, 'utf8'), 'new');
    assert.equal(statSync(file).mode & 0o777, 0o755);
    assert.deepEqual(readdirSync(folder), ['run.py']);
  }));

test('a symlink stays one, and leads to the new text', () =>
  inFolder((folder) => {
    const file = path.join(folder, 'real.py');
    const link = path.join(folder, 'link.py');
    writeFileSync(file, 'old');
    symlinkSync('real.py', link);
    nodeFileSystem.write(link, ['new']);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.equal(readFileSync(file, 'utf8'), 'new');
  }));

test('a text that cannot be made leaves the file as it was, and nothing beside it', () =>
  inFolder((folder) => {
    const file = path.join(folder, 'a.py');
    writeFileSync(file, 'old');
    const broken = (function* () {
      yield 'half';
      throw new Error('no more');
    })();
    assert.throws(() => nodeFileSystem.write(file, broken), FileError);
    assert.equal(readFileSync(file, 'utf8'), 'old');
    assert.deepEqual(readdirSync(folder), ['a.py']);
  }));
