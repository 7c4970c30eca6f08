import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from '../harness/repository';

/**
 * Compares `text` with test/cli/snapshots/`name`.snap. With UPDATE_SNAPSHOTS=1 the file is written instead; read the
 * difference before you commit it.
 */
export function matchesSnapshot(name: string, text: string): void {
  const file = inRepository('test/cli/snapshots', `${name}.snap`);
  if (process.env['UPDATE_SNAPSHOTS'] === '1') {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return;
  }
  assert.ok(existsSync(file), `no snapshot ${name}: run with UPDATE_SNAPSHOTS=1`);
  assert.equal(text, readFileSync(file, 'utf8'));
}
