import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pythonParser } from '../../core/pytorch';
import { trainingFile } from '../../scripts/bench/training-workspace';
import { inRepository } from '../harness/repository';
import { firstDifference } from './oracle/differences';
import { loadOracle } from './oracle/parser';
import { randomProgram } from './oracle/random-python';

const oracle = await loadOracle();

function assertSame(text: string, what: string): void {
  const own = pythonParser.parse(text);
  assert.deepEqual(own.problems, [], `${what} has problems\n${text}`);
  const difference = firstDifference(oracle.parse(text), own);
  assert.equal(difference, undefined, `${what} differs\n${JSON.stringify(difference, undefined, 1)}\n${text}`);
}

test('random programs are read as tree-sitter reads them', () => {
  let compared = 0;
  for (let seed = 0; seed < 1500; seed++) {
    const text = randomProgram(seed);
    // Some of what is valid it does not read.
    if (oracle.parse(text).problems.length > 0) {
      assert.deepEqual(pythonParser.parse(text).problems, [], text);
      continue;
    }
    assertSame(text, `program ${seed}`);
    compared++;
  }
  assert.ok(compared > 1200, `only ${compared} programs were compared`);
});

test('training code is read as tree-sitter reads it', () => {
  for (let index = 0; index < 40; index++) assertSame(trainingFile(index, index % 20, 150), `file ${index}`);
});

test('the examples of the rules are read as tree-sitter reads them', () => {
  const folder = inRepository('rules', 'checks');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.py(\.txt)?$/.test(file));
  assert.ok(files.length > 100);
  for (const file of files) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    if (pythonParser.parse(text).problems.length === 0 && oracle.parse(text).problems.length === 0)
      assertSame(text, file);
  }
});
