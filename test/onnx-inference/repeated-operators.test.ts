import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inferGraph, messagesOf, typeIn } from './infer-text';

// Operators that are alike are inferred once. What makes them different, or wrong, must still be found in each.

test('what is wrong is told of every operator', () => {
  const inference = inferGraph({
    inputs: 'float[2,3] x, int64[2,3] i',
    body: 'a = Add(x, i)  b = Add(x, i)  c = Add(x, i)',
  });
  assert.equal(messagesOf(inference).length, 3);
  const broken = inferGraph({ inputs: 'float[2,3] x', body: 'a = Softmax<axis = 5>(x)  b = Softmax<axis = 5>(x)' });
  assert.equal(messagesOf(broken).length, 2);
});

test('attributes, types, versions of a left-out input, and elements tell operators apart', () => {
  const inference = inferGraph({
    inputs: 'float[2,3] x, float[3,2] z',
    constants: 'int64[2] s = {3, 2}, int64[2] t = {6, 1}, float low = {0}, float high = {1}',
    body: `a = Transpose<perm = [1, 0]>(x)  b = Transpose<perm = [0, 1]>(x)  c = Transpose<perm = [1, 0]>(z)
      d = Reshape(x, s)  e = Reshape(x, t)  f = Clip(x, low)  g = Clip(x, , high)  h = Transpose<perm = [1, 0]>(x)`,
  });
  assert.deepEqual(
    [...'abcdefgh'].map((name) => typeIn(inference, name)),
    ['float[3,2]', 'float[2,3]', 'float[2,3]', 'float[3,2]', 'float[6,1]', 'float[2,3]', 'float[2,3]', 'float[3,2]'],
  );
  assert.deepEqual(messagesOf(inference), []);
});

test('an unknown size is not another one because the operators are alike', () => {
  // What is left of a shape that is divided by a size is 1 where the size is its own.
  const divided = (of: string) =>
    typeIn(
      inferGraph({
        inputs: 'float[8] x, float[8] z',
        constants: 'int64[1] rest = {-1}',
        body: `a = NonZero(x)  b = NonZero(x)  n = Shape<start = 1>(a)  s = Concat<axis = 0>(n, rest)  r = Reshape(${of}, s)`,
      }),
      'r',
    );
  assert.equal(divided('a'), 'int64[?,1]');
  assert.equal(divided('b'), 'int64[?,?]');
});

test('declared types are merged and compared each time', () => {
  const inference = inferGraph({
    inputs: 'float[N,3] x',
    constants: 'float[2,3] b, float[4,4] c',
    body: 'a = Relu(x)  b = Relu(x)  c = Relu(x)  d = Relu(x)',
  });
  assert.deepEqual(
    [...'abcd'].map((name) => typeIn(inference, name)),
    ['float[N,3]', 'float[2,3]', 'float[4,?]', 'float[N,3]'],
  );
  assert.deepEqual(messagesOf(inference), ['Relu: c is declared as float[4,4], but its type is float[N,3]']);
});

test('a value that is made of elements has its own', () => {
  const inference = inferGraph({
    inputs: 'float[6] x',
    constants: 'int64[1] two = {2}, int64[1] three = {3}',
    body: 's = Mul(two, three)  t = Mul(three, three)  a = Expand(x, s)  b = ConstantOfShape(s)  c = ConstantOfShape(t)',
  });
  assert.deepEqual(
    [...'abc'].map((name) => typeIn(inference, name)),
    ['float[6]', 'float[6]', 'float[9]'],
  );
});

test('equal constants of different names make operators alike, other elements do not', () => {
  const inference = inferGraph({
    inputs: 'float[2,3] x',
    constants: `int64[2] s = {3, 2}, int64[2] same = {3, 2}, int64[2] other = {6, 1},
      int64[2] u = {2, 3}, int64[2] v = {4, 5}, int64[1] i = {0}, int64[1] j = {0}`,
    body: `a = Reshape(x, s)  b = Reshape(x, same)  c = Reshape(x, other)
      p = Gather(u, i)  q = Gather(v, j)  r = Gather(u, j)
      d = ConstantOfShape(p)  e = ConstantOfShape(q)  f = ConstantOfShape(r)`,
  });
  assert.deepEqual(
    [...'abcdef'].map((name) => typeIn(inference, name)),
    ['float[3,2]', 'float[3,2]', 'float[6,1]', 'float[2]', 'float[4]', 'float[2]'],
  );
  const { root } = inference;
  const operators = root!.graph.operators;
  assert.ok(root!.signatureOf(operators[0]!) !== undefined);
  assert.equal(root!.signatureOf(operators[0]!), root!.signatureOf(operators[1]!));
  assert.notEqual(root!.signatureOf(operators[0]!), root!.signatureOf(operators[2]!));
});
