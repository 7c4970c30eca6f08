import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatType, type Task } from '../../core/model';
import { inferTypes } from '../../core/onnx';
import { inferGraph, messagesOf, modelOf, typeIn } from './infer-text';

test('a problem says operator, what is wrong and where, in both languages; inference goes on', () => {
  const inference = inferGraph({
    inputs: 'float[2,3] x',
    body: '[soft] y = Softmax<axis = 5>(x)  z = Relu(y)  w = Relu(x)',
  });
  assert.equal(inference.problems.length, 1);
  const [problem] = inference.problems;
  assert.equal(problem!.code, 'onnx-inference/invalid-operator');
  assert.equal(problem!.severity, 'error');
  assert.equal(problem!.message.en, 'Softmax (soft): axis 5 is outside of [-2, 1] of a tensor of rank 2');
  assert.equal(problem!.message.zh, 'Softmax (soft)：轴 5 超出秩为 2 的张量的范围 [-2, 1]');
  assert.deepEqual(problem!.place, {
    graph: '/',
    node: 'soft',
    index: 0,
    op: 'Softmax',
    domain: '',
    byteOffset: problem!.byteOffset,
  });
  assert.deepEqual(
    ['y', 'z', 'w'].map((name) => typeIn(inference, name)),
    ['undefined', 'undefined', 'float[2,3]'],
  );
});

/** Each graph has one problem, whose text contains the words. */
const contradictions: readonly (readonly [words: string, inputs: string, body: string, constants?: string])[] = [
  ['cannot be broadcast', 'float[2,3] x, float[4] z', 'y = Add(x, z)'],
  ['have no product', 'float[2,3] x, float[4,5] z', 'y = MatMul(x, z)'],
  ['must be equal', 'float[2,3] x, float[4,3] z', 'y = Concat<axis = 1>(x, z)'],
  ['cannot be reshaped', 'float[2,3] x', 'y = Reshape(x, s)', 'int64[2] s = {2, 4}'],
  ['cannot be divided by', 'float[2,3] x', 'y = Reshape(x, s)', 'int64[2] s = {-1, 4}'],
  ['more than one -1', 'float[2,3] x', 'y = Reshape(x, s)', 'int64[2] s = {-1, -1}'],
  ['is 3 long, not 1', 'float[2,3] x', 'y = Squeeze(x, s)', 'int64[1] s = {1}'],
  ['no permutation', 'float[2,3] x', 'y = Transpose<perm = [0, 0]>(x)'],
  ['attribute strides contains 0', 'float[1,3,8,8] x, float[4,3,3,3] w', 'y = Conv<strides = [0, 1]>(x, w)'],
  ['spatial axes', 'float[1,3,8,8] x, float[4,3,3] w', 'y = Conv(x, w)'],
  ['required attribute kernel_shape', 'float[1,3,8,8] x', 'y = MaxPool(x)'],
  ['no top 9', 'float[4,5] x', 'y, i = TopK(x, k)', 'int64[1] k = {9}'],
  ['cannot split 5 into 2 + 2', 'float[5] x', 'y, z = Split(x, s)', 'int64[2] s = {2, 2}'],
  ['step of 0', 'float[5] x', 'y = Slice(x, a, b, a, a)', 'int64[1] a = {0}, int64[1] b = {3}'],
  ['delta of 0', '', 'y = Range(a, b, a)', 'int64 a = {0}, int64 b = {3}'],
  ['leaves the range', 'float[9223372036854775807] x', 'y = Concat<axis = 0>(x, x)'],
  ['no operator before it makes', 'float[5] x', 'y = Add(x, nowhere)'],
  ['; it takes tensor(float', 'string[5] x', 'y = Relu(x)'],
  ['but T is tensor(float) elsewhere; cast', 'float[5] x, double[5] z', 'y = Add(x, z)'],
];

for (const [words, inputs, body, constants = ''] of contradictions) {
  test(`${body}: ${words}`, () => {
    const inference = inferGraph({ inputs, body, constants });
    assert.equal(inference.problems.length, 1, messagesOf(inference).join(' | '));
    const [{ message }] = inference.problems as [(typeof inference.problems)[number]];
    assert.ok(message.en.includes(words), message.en);
    assert.match(message.zh, /\p{Script=Han}/u);
  });
}

test('a declared shape that is wrong is a warning, and unknown; a declared type that is wrong an error', () => {
  const { root, problems } = inferTypes(
    modelOf(
      '<ir_version: 10, opset_import: ["" : 21]> g (float[2,3] x) => (float[2,4] y, int64[2,3] z) { y = Relu(x)  z = Relu(x) }',
    ),
  );
  assert.deepEqual(
    problems.map(({ severity, message }) => [severity, message.en]),
    [
      ['warning', 'Relu: y is declared as float[2,4], but its type is float[2,3]'],
      ['error', 'Relu: z is declared as int64[2,3], but its type is float[2,3]'],
    ],
  );
  assert.equal(formatType(root!.typeOf('y')), 'float[2,?]');
});

test('declared types say what inference does not know', () => {
  const model = modelOf(
    '<ir_version: 10, opset_import: ["" : 21, "my" : 1]> g (float[N,3] x) => (float[B,4] y) <float[N,5] t> { t = my.Op(x)  y = my.Op(t) }',
  );
  const declared = inferTypes(model);
  assert.deepEqual(
    ['t', 'y'].map((name) => formatType(declared.root!.typeOf(name))),
    ['float[N,5]', 'float[B,4]'],
  );
  assert.equal(formatType(inferTypes(model, { ignoreDeclaredOutputs: true }).root!.typeOf('y')), 'undefined');
});

test('operators that the file has in no order are inferred in theirs', () => {
  const inference = inferGraph({ inputs: 'float[2,3] x', body: 'c = Relu(b)  b = Transpose(a)  a = Abs(x)' });
  assert.deepEqual(messagesOf(inference), []);
  assert.equal(typeIn(inference, 'c'), 'float[3,2]');
});

test('operators in a circle are a problem each', () => {
  const inference = inferGraph({ inputs: 'float[2,3] x', body: 'a = Add(x, b)  b = Relu(a)  c = Abs(x)' });
  assert.equal(typeIn(inference, 'c'), 'float[2,3]');
  assert.ok(inference.problems.length >= 1);
});

test('names that are properties of every object are names', () => {
  const inference = inferGraph({
    inputs: 'float[2,3] __proto__',
    body: 'constructor = Transpose(__proto__)  toString = Relu(constructor)',
  });
  assert.equal(typeIn(inference, 'toString'), 'float[3,2]');
  assert.equal(inference.root!.typeOf('hasOwnProperty'), undefined);
});

test('a cancelled inference returns what it has', () => {
  const body = Array.from({ length: 5000 }, (_, i) => `v${i + 1} = Relu(v${i})`).join('  ');
  const model = modelOf(`<ir_version: 10, opset_import: ["" : 21]> g (float[2,3] v0) => () { ${body} }`);
  let polls = 0;
  const task: Task = { isCancelled: () => ++polls > 2 };
  const { root } = inferTypes(model, { task });
  assert.equal(formatType(root!.typeOf('v1')), 'float[2,3]');
  assert.equal(root!.typeOf('v5000'), undefined);
});

test('a model without a graph has no root', () => {
  const empty = { ...modelOf('<ir_version: 10, opset_import: ["" : 21]> g () => () {}'), graph: undefined };
  assert.equal(inferTypes(empty).root, undefined);
});
