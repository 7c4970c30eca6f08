import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../core/model';
import { annotatedModel, assertFindings } from '../harness/annotated-model';

const source = `
#! warning onnx/dynamic-dimension @ascend-910b2: batch
<ir_version: 8, opset_import: ["" : 17]>
agraph (float[batch,3] x, bool c) => (float[batch,3] y) {
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

test('an annotation names the line, the columns and the node', () => {
  const { annotations } = annotatedModel(source);
  assert.deepEqual(
    annotations.map(({ line, columns, marked, severity, rule, target, text, operator }) => [
      line, columns?.start, columns?.end, marked, severity, rule, target, text, operator && `${operator.graph}#${operator.index}`,
    ]),
    [
      [2, undefined, undefined, '', 'warning', 'onnx/dynamic-dimension', 'ascend-910b2', 'batch', undefined],
      [5, 7, 11, 'Relu', 'error', 'onnx/unsupported-operator', 'sophgo-bm1684x', 'no such', '/#0'],
      [5, 5, 6, '=', 'silent', 'onnx/silent-miscompilation', undefined, undefined, '/#0'],
      [11, 11, 14, 'Neg', 'hint', 'onnx/other', undefined, undefined, '/1.then_branch#0'],
      [14, 44, 52, 'Identity', 'information', 'onnx/other', undefined, undefined, '/1.else_branch#0'],
    ],
  );
}); // biome-ignore format: a row a line

function finding(annotation: ReturnType<typeof annotatedModel>['annotations'][number]): Finding {
  const { severity, rule, target = 'any', text = '', operator } = annotation;
  return {
    severity,
    rule,
    target,
    verdict: undefined,
    route: undefined,
    message: { en: `about ${text}`, zh: '' },
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
    const changed = findings.map((finding, index) => (index === 1 ? { ...finding, ...change } : finding));
    assert.throws(() => assertFindings(model, changed), /not expected/, JSON.stringify(change));
  }
});

for (const [what, text, message] of [
  ['a text that is no model', 'agraph (float x) => {}', /the text is no model/],
  ['an annotation without a rule', 'g () => () {\n}\n # ^ error', /severity rule @target/],
  ['carets below nothing', 'g () => () {\n}\n#            ^^ error onnx/x', /mark nothing/],
  ['carets above everything', '# ^^ error onnx/x\ng () => () {\n}', /mark nothing/],
] as const) {
  test(`refuses ${what}`, () => assert.throws(() => annotatedModel(text), message));
}
