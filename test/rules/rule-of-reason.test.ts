import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome, Reason, ReasonKind, Verdict } from '../../core/model';
import { verdicts } from '../../core/model';
import { operatorTable } from '../../core/targets';
import { findRule } from '../../rules/checks';
import { locatedElsewhere, ruleOfReason, ruleOfVerdict } from '../../rules/checks/reasons/rule-of-reason';

const kinds: readonly ReasonKind[] = [
  'operator',
  'opset',
  'condition',
  'precision',
  'lowering',
  'placement',
  'vendor-test',
  'rewrite',
];

const reason = (kind: ReasonKind, verdict: Verdict, outcome: Outcome, id = 'Op/x'): Reason => ({
  id,
  kind,
  verdict,
  outcome,
  message: { en: '', zh: '' },
  evidence: [],
});

const rule = (kind: ReasonKind, verdict: Verdict, outcome: Outcome = 'broken', id?: string) =>
  ruleOfReason(reason(kind, verdict, outcome, id));

/** The severity that the design gives a verdict. */
const severityOf = {
  silent: ['silent'],
  unsupported: ['error'],
  limited: ['error'],
  host: ['warning'],
  slow: ['warning'],
  unknown: ['information'],
};

test('every reason that costs something has a rule, whose severity is the verdict’s', () => {
  for (const kind of kinds) {
    for (const verdict of verdicts) {
      const code = rule(kind, verdict);
      if (verdict === 'native' || verdict === 'converted') {
        assert.equal(code, undefined);
      } else if (kind !== 'vendor-test') {
        assert.ok(severityOf[verdict].includes(findRule(code!)!.severity), `${kind} ${verdict}: ${code}`);
      }
    }
  }
});

test('what is undecided is information at most, and what is met is not told', () => {
  for (const kind of kinds) {
    for (const verdict of verdicts) {
      assert.equal(rule(kind, verdict, 'met'), undefined);
      const code = rule(kind, verdict, 'undecided');
      if (code !== undefined && kind !== 'vendor-test') assert.equal(findRule(code)!.severity, 'information', code);
    }
  }
});

for (const [kind, verdict, expected] of [
  ['operator', 'unsupported', 'onnx/unsupported-operator'],
  ['opset', 'unsupported', 'onnx/unsupported-opset'],
  ['condition', 'unsupported', 'onnx/broken-condition'],
  ['condition', 'limited', 'onnx/broken-condition'],
  ['condition', 'silent', 'onnx/silent-miscompilation'],
  ['rewrite', 'silent', 'onnx/silent-miscompilation'],
  ['condition', 'slow', 'onnx/slow-operator'],
  ['condition', 'host', 'onnx/host-fallback'],
  ['placement', 'host', 'onnx/host-fallback'],
  ['lowering', 'host', 'onnx/host-fallback'],
  ['lowering', 'slow', 'onnx/slow-operator'],
  ['lowering', 'unsupported', 'onnx/unsupported-precision'],
  ['precision', 'unsupported', 'onnx/unsupported-precision'],
  ['vendor-test', 'limited', 'onnx/vendor-test-failure'],
  ['operator', 'unknown', 'onnx/unknown-operator'],
] as const) {
  test(`a broken ${kind} that makes an operator ${verdict} is told by ${expected}`, () => {
    assert.equal(rule(kind, verdict), expected);
  });
}

test('a verdict without a reason is told by a rule, unless there is nothing to tell', () => {
  for (const verdict of verdicts) {
    const silentOnes: readonly Verdict[] = ['native', 'converted', 'limited'];
    assert.equal(ruleOfVerdict(verdict) === undefined, silentOnes.includes(verdict), verdict);
  }
});

test('what tables say of inputs and weights is told by rules that say which one', () => {
  const rows = (['tpu-mlir', 'atc', 'ort-cann'] as const).flatMap((route) => operatorTable(route).model);
  assert.deepEqual(
    rows.map(({ id }) => id).filter((id) => !locatedElsewhere.has(id)),
    [],
  );
  for (const code of locatedElsewhere.values()) assert.ok(findRule(code), code);
});

test('ways of lowering are told apart by their names', () => {
  assert.equal(rule('lowering', 'slow', 'broken', 'Sigmoid/computes-in-f32'), 'onnx/f32-only-lowering');
  assert.equal(rule('lowering', 'unsupported', 'broken', 'Abs/not-lowered'), 'onnx/unsupported-precision');
  assert.equal(rule('lowering', 'unsupported', 'broken', 'Abs/no-lowering'), 'onnx/unsupported-operator');
});
