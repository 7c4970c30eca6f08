import assert from 'node:assert/strict';
import type { Case } from './cases';
import type { Outcome } from './world';

/** Holds what came of a run against what the case says. */
export function check({ code, stdout = [], stderr = [], without = [], writes = {} }: Case, outcome: Outcome): void {
  const seen = `stdout:\n${outcome.stdout}\nstderr:\n${outcome.stderr}`;
  assert.equal(outcome.code, code, seen);
  for (const wanted of stdout) assert.ok(holds(outcome.stdout, wanted), `no ${wanted} in ${seen}`);
  for (const wanted of stderr) assert.ok(holds(outcome.stderr, wanted), `no ${wanted} on standard error in ${seen}`);
  for (const unwanted of without) {
    assert.ok(!holds(outcome.stdout + outcome.stderr, unwanted), `${unwanted} in ${JSON.stringify(seen)}`);
  }
  assert.deepEqual([...outcome.written.keys()].sort(), Object.keys(writes).sort());
  for (const [file, wanted] of Object.entries(writes)) {
    assert.ok(holds(outcome.written.get(file)!, wanted), `no ${wanted} in ${file}`);
  }
}

function holds(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}
