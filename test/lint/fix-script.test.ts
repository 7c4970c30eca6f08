import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FixableReport, fixScript } from '../../core/lint/script';
import type { Finding, TextEdit } from '../../core/model';

function fixing(...edits: TextEdit[]): Finding {
  return {
    rule: 'torch/any',
    severity: 'error',
    verdict: undefined,
    target: undefined,
    route: undefined,
    message: { en: '', zh: '' },
    evidence: [],
    fixes: [{ kind: 'safe', title: { en: 'fix', zh: '修复' }, edits }],
  };
}

/** Finds `wanted` everywhere, each with a fix that writes `newText`. */
function replacing(wanted: string, newText: string, isValid: (text: string) => boolean = () => true) {
  return (text: string): FixableReport => ({
    findings: [...text.matchAll(new RegExp(wanted, 'g'))].map(({ index, 0: found }) =>
      fixing({ span: { start: index, end: index + found.length }, newText }),
    ),
    problems: isValid(text) ? [] : [{ code: 'python/syntax', severity: 'error', message: { en: '', zh: '' } }],
  });
}

test('fixes make room for fixes', () => {
  const { text, applied, refused } = fixScript('aab', 'safe', (now) =>
    now.includes('a') ? replacing('a', 'b')(now) : replacing('bbb', 'c')(now),
  );
  assert.deepEqual([text, applied.length, refused], ['c', 3, undefined]);
});

test('a result that is no longer valid is taken back', () => {
  const { text, applied, refused } = fixScript(
    'x = 1',
    'safe',
    replacing('1', '(', (now) => !now.includes('(')),
  );
  assert.deepEqual([text, applied.length], ['x = 1', 0]);
  assert.match(refused!.en, /no valid Python/);
});

test('what was not valid before may stay so', () => {
  assert.equal(
    fixScript(
      '( a',
      'safe',
      replacing('a', 'b', () => false),
    ).text,
    '( b',
  );
});

test('fixes that undo each other end', () => {
  const { text, refused } = fixScript('a', 'safe', (now) =>
    (now === 'a' ? replacing('a', 'b') : replacing('b', 'a'))(now),
  );
  assert.match(refused!.en, /undo each other/);
  assert.ok(text === 'a' || text === 'b');
});

test('fixes that never end are cut short', () => {
  const { text, refused } = fixScript('a', 'safe', replacing('a', 'aa'));
  assert.ok(refused !== undefined && text.length < 10_000);
});

test('a fix that would change another file as well is left alone', () => {
  const lint = () => ({
    findings: [
      fixing(
        { span: { start: 0, end: 1 }, newText: 'b' },
        { path: 'other.py', span: { start: 0, end: 1 }, newText: 'c' },
      ),
    ],
    problems: [],
  });
  assert.equal(fixScript('a', 'safe', lint).text, 'a');
});

test('line breaks are those of the text', () => {
  const lint = (text: string) => ({
    findings: text.includes('torch_npu') ? [] : [fixing({ span: { start: 0, end: 0 }, newText: 'import torch_npu\n' })],
    problems: [],
  });
  assert.equal(fixScript('a\r\nb\r\n', 'safe', lint).text, 'import torch_npu\r\na\r\nb\r\n');
});

test('an edit that two fixes share is made once, and fixes that overlap wait for the next round', () => {
  const shared = { span: { start: 0, end: 0 }, newText: 'i' };
  let rounds = 0;
  const lint = (): FixableReport => {
    rounds += 1;
    const findings =
      rounds === 1
        ? [
            fixing(shared, { span: { start: 0, end: 1 }, newText: 'b' }),
            fixing(shared, { span: { start: 2, end: 3 }, newText: 'c' }),
            fixing({ span: { start: 2, end: 3 }, newText: 'd' }),
          ]
        : [];
    return { findings, problems: [] };
  };
  const { text, applied } = fixScript('a-a', 'safe', lint);
  assert.deepEqual([text, applied.length], ['ib-c', 2]);
});
