import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkModel } from '../../core/onnx';
import { modelOfText } from '../harness/text-model';

function codesOf(body: string): string[] {
  const model = modelOfText(`<ir_version: 10, opset_import: ["" : 21]> g (float[2,3] x) => (float[2,3] y) { ${body} }`);
  return checkModel(model).map(({ code, place }) => `${place?.index} ${code}`);
}

test('what is wrong is told of every operator that is alike', () => {
  assert.deepEqual(codesOf('a = Cast(x)  b = Cast(x)  y = Cast(x)'), [
    '0 onnx/missing-attribute',
    '1 onnx/missing-attribute',
    '2 onnx/missing-attribute',
  ]);
});

test('what is not listed any more is counted all the same', () => {
  const casts = Array.from({ length: 12_000 }, (_, index) => `a${index} = Cast(x)`).join('  ');
  const model = modelOfText(`<ir_version: 10, opset_import: ["" : 21]> g (float[2] x) => (float[2] y) {
    ${casts}  b = Cast<to = 1, from = 1>(x)  y = Cast(x)
  }`);
  const problems = checkModel(model);
  assert.equal(problems.length, 10_001);
  assert.equal(problems.at(-1)!.message.en, '2002 more problems are not listed.');
});

test('an operator is not sound because one of its type is', () => {
  const sound = 'a = Clip(x, x)  b = Softmax<axis = 1>(x)';
  assert.deepEqual(codesOf(`${sound}  y = Clip(x, x)`), []);
  assert.deepEqual(codesOf(`${sound}  c = Clip("", x)  y = Clip(x, x)`), ['2 onnx/missing-input']);
  assert.deepEqual(codesOf(`${sound}  c = Clip(x, x, x, x)  y = Relu(x)`), ['2 onnx/input-count']);
  assert.deepEqual(codesOf(`${sound}  c = Softmax<axis = 1.5>(x)  y = Relu(x)`), ['2 onnx/attribute-type']);
  assert.deepEqual(codesOf(`${sound}  c = Softmax<axes = 1>(x)  y = Relu(x)`), ['2 onnx/unknown-attribute']);
});
