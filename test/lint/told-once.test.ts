import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toldOnce } from '../../core/lint';
import type { Finding } from '../../core/model';

const at = (index: number, of: Partial<Finding> = {}): Finding => ({
  rule: 'r/open',
  severity: 'information',
  verdict: 'limited',
  target: 'ascend-910b2',
  route: 'atc',
  message: { en: 'open', zh: '未定' },
  evidence: [],
  fixes: [],
  place: { graph: '/', node: `n${index}`, index, op: 'Slice', domain: '', byteOffset: index },
  ...of,
});

/** The nodes of each telling. */
const told = (findings: readonly Finding[]) =>
  toldOnce(findings).map(({ finding, alsoAt }) => [finding, ...alsoAt].map(({ place }) => place?.node));

test('a note on several operators is told at the first of them', () => {
  assert.deepEqual(told([at(0), at(1, { severity: 'warning' }), at(2), at(3)]), [['n0', 'n2', 'n3'], ['n1']]);
});

test('what is to be mended keeps a place of its own', () => {
  for (const severity of ['warning', 'error', 'silent'] as const) {
    assert.deepEqual(told([at(0, { severity }), at(1, { severity })]), [['n0'], ['n1']]);
  }
});

test('another text, advice, rule or target is another note', () => {
  for (const other of [
    { message: { en: 'another', zh: '别的' } },
    { advice: { en: 'try', zh: '试' } },
    { rule: 'r/other' },
    { target: 'ascend-310p' },
  ]) {
    assert.deepEqual(told([at(0), at(1, other), at(2)]), [['n0', 'n2'], ['n1']]);
  }
});

test('a note on the model as a whole stays one', () => {
  assert.equal(toldOnce([at(0, { place: undefined }), at(1, { place: undefined })]).length, 2);
});
