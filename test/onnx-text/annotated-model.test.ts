import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../core/model';
import { annotatedModel, assertFindings } from '../harness/annotated-model';

const source = `
#! warning onnx/dynamic-dimension @ascend-910b2: batch
<ir_version: 8, opset_import: ["" : 17]>
agraph (float[batch,3] x, bool c) => (float[batch,3] y) {
#       ^^^^^ information onnx/input
  h = Relu (x)
  #   ^^^^ error onnx/unsupported-operator @sophgo-bm1684x: no such
  # ^ silent onnx/silent-miscompilation
  y = If (c) <
    # an ordinary comment
    then_branch: graph = t () => (z) {
      z = Neg (h)
      #   ^^^ hint onnx/other
    },
    else_branch: graph = e () => (z) { z = Identity (h) }
    #                                      ^^^^^^^^ information onnx/other
  >
}`;

test('an annotation of an input names it', () => {
  const { line, marked, operator, value } = annotatedModel(source).annotations[1]!;
  assert.deepEqual(
    { line, marked, operator, value },
    { line: 4, marked: 'float', operator: undefined, value: { graph: '/', name: 'x' } },
  );
});

test('an annotation names the line, the columns and the node', () => {
  const { annotations } = annotatedModel(source);
  assert.deepEqual(
    annotations.map(({ line, columns, marked, severity, rule, target, text, operator }) => [
      line, columns?.start, columns?.end, marked, severity, rule, target, text, operator && `${operator.graph}#${operator.index}`,
    ]),
    [
      [2, undefined, undefined, '', 'warning', 'onnx/dynamic-dimension', 'ascend-910b2', 'batch', undefined],
      [4, 9, 14, 'float', 'information', 'onnx/input', undefined, undefined, undefined],
      [6, 7, 11, 'Relu', 'error', 'onnx/unsupported-operator', 'sophgo-bm1684x', 'no such', '/#0'],
      [6, 5, 6, '=', 'silent', 'onnx/silent-miscompilation', undefined, undefined, '/#0'],
      [12, 11, 14, 'Neg', 'hint', 'onnx/other', undefined, undefined, '/1.then_branch#0'],
      [15, 44, 52, 'Identity', 'information', 'onnx/other', undefined, undefined, '/1.else_branch#0'],
    ],
  );
}); // biome-ignore format: a row a line

function finding(annotation: ReturnType<typeof annotatedModel>['annotations'][number]): Finding {
  const { severity, rule, target = 'any', text = '', operator, value } = annotation;
  return {
    severity,
    rule,
    target,
    verdict: undefined,
    route: undefined,
    message: { en: `about ${text}`, zh: '' },
    value: value && { ...value, byteOffset: 0 },
    place: operator && { ...operator, node: '', op: 'X', domain: '', byteOffset: 0 },
    evidence: [],
    fixes: [],
  };
}

test('every annotation wants its finding', () => {
  const model = annotatedModel(source);
  const findings = model.annotations.map(finding);
  assertFindings(model, findings);
  assert.throws(() => assertFindings(model, findings.slice(1)), /missing: line 2 warning onnx\/dynamic-dimension/);
});

test('every finding wants its annotation', () => {
  const model = annotatedModel(source);
  const findings = model.annotations.map(finding);
  for (const change of [
    { rule: 'onnx/x' },
    { severity: 'hint' as const },
    { place: undefined },
    { target: 'elsewhere' },
  ]) {
    const changed = findings.map((finding, index) => (index === 2 ? { ...finding, ...change } : finding));
    assert.throws(() => assertFindings(model, changed), /not expected/, JSON.stringify(change));
  }
});

test('a finding about another input is not the one', () => {
  const model = annotatedModel(source);
  const findings = model.annotations.map(finding);
  const other = { graph: '/', name: 'c', byteOffset: 0 };
  const changed = findings.map((finding, index) => (index === 1 ? { ...finding, value: other } : finding));
  assert.throws(() => assertFindings(model, changed), /not expected: \/ c information/);
});

for (const [what, text, message] of [
  ['a text that is no model', 'agraph (float x) => {}', /the text is no model/],
  ['an annotation without a rule', 'g () => () {\n}\n # ^ error', /severity rule @target/],
  ['carets below nothing', 'g () => () {\n}\n#            ^^ error onnx/x', /mark nothing/],
  ['carets above everything', '# ^^ error onnx/x\ng () => () {\n}', /mark nothing/],
] as const) {
  test(`refuses ${what}`, () => assert.throws(() => annotatedModel(text), message));
}
