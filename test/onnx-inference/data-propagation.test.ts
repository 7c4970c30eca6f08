import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inferGraph, messagesOf, typeIn } from './infer-text';

/** What a graph makes of its inputs: the type of `y`. */
const cases: readonly (readonly [title: string, inputs: string, constants: string, body: string, y: string])[] = [
  [
    'a batch that is split into heads',
    'float[N,S,768] x',
    'int64 zero = {0}, int64[3] tail = {-1, 12, 64}',
    's = Shape(x)  b = Gather(s, zero)  a = Constant<value_ints = [0]>()  u = Unsqueeze(b, a)  c = Concat<axis = 0>(u, tail)  y = Reshape(x, c)',
    'float[N,S,12,64]',
  ],
  [
    'unknown dimensions are recognised where they come back',
    'float[?,?,768] x',
    'int64[1] zero = {0}, int64[3] tail = {-1, 12, 64}',
    's = Shape(x)  b = Gather(s, zero)  c = Concat<axis = 0>(b, tail)  r = Reshape(x, c)  t = Transpose<perm = [0, 2, 1, 3]>(r)  y = Reshape(t, s)',
    'float[?,?,768]',
  ],
  [
    'flattened and restored',
    'float[N,H,W,8] x',
    'int64[1] from = {0}, int64[1] to = {-1}, int64[1] free = {-1}',
    's = Shape(x)  h = Slice(s, from, to)  c = Concat<axis = 0>(h, free)  y = Reshape(x, c)',
    'float[N,H,W,8]',
  ],
  [
    'arithmetic on known dimensions',
    'float[2,10,7] x',
    'int64[1] one = {1}, int64[1] two = {2}, int64[1] three = {3}',
    's = Shape<start = 1, end = 2>(x)  a = Mul(s, three)  b = Sub(a, two)  d = Div(b, three)  m = Mod(b, three)  c = Concat<axis = 0>(a, b, d, m)  y = ConstantOfShape(c)',
    'float[30,28,9,1]',
  ],
  [
    'division rounds towards zero, remainder follows the divisor',
    '',
    'int64[2] a = {-7, 7}, int64[2] b = {2, -2}, int64[1] z = {0}',
    'd = Div(a, b)  m = Mod(a, b)  s = Add(d, m)  n = Neg(s)  i = Abs(n)  y = ConstantOfShape(i)',
    'float[2,4]',
  ],
  [
    'through floats and back, as Upsample is exported',
    'float[1,3,25,33] x',
    'float[2] by = {2.0, 1.5}, float[0] none = {}',
    's = Shape<start = 2>(x)  f = Cast<to = 1>(s)  m = Mul(f, by)  d = Floor(m)  i = Cast<to = 7>(d)  h = Shape<end = 2>(x)  c = Concat<axis = 0>(h, i)  y = Resize(x, none, none, c)',
    'float[1,3,50,49]',
  ],
  [
    'Expand with -1 for a dimension that stays',
    'float[N,1,8] x',
    'int64[3] t = {-1, 5, -1}, int64[3] m = {-1, -1, -1}, int64[1] three = {3}',
    'o = ConstantOfShape<value = int64[1] {1}>(three)  e = Equal(t, m)  w = Where(e, o, t)  y = Expand(x, w)',
    'float[N,5,8]',
  ],
  [
    'a symbol is never -1',
    'float[N,1] x, float[N,4] z',
    'int64[2] m = {-1, -1}, int64[2] o = {1, 1}',
    's = Shape(z)  e = Equal(s, m)  w = Where(e, o, s)  y = Expand(x, w)',
    'float[N,4]',
  ],
  [
    'the pads of torch.nn.functional.pad',
    'float[1,3,10,10] x',
    'int64[4] pads = {1, 2, 3, 4}, int64[1] zero = {0}, int64[2] pairs = {-1, 2}, int64[1] from = {-1}, int64[1] to = {-9223372036854775808}, int64[1] back = {-1}, int64[1] flat = {-1}, int64[1] four = {4}',
    'z = ConstantOfShape<value = int64[1] {0}>(four)  c = Concat<axis = 0>(pads, z)  r = Reshape(c, pairs)  s = Slice(r, from, to, zero, back)  t = Transpose<perm = [1, 0]>(s)  p = Reshape(t, flat)  y = Pad(x, p)',
    'float[1,3,17,13]',
  ],
  [
    'Range over a dimension',
    'float[N,8] x',
    'int64 zero = {0}, int64 one = {1}',
    's = Shape(x)  n = Gather(s, zero)  y = Range(zero, n, one)',
    'int64[N]',
  ],
  ['Range backwards', '', 'int64 a = {10}, int64 b = {3}, int64 d = {-2}', 'y = Range(a, b, d)', 'int64[4]'],
  ['Range of fractions', '', 'float a = {0.0}, float b = {1.0}, float d = {0.3}', 'y = Range(a, b, d)', 'float[4]'],
  [
    'Size and ReduceProd',
    'float[2,3,4] x',
    'int64[2] t = {-1, 2}',
    'n = Size(x)  s = Shape(x)  p = ReduceProd<keepdims = 0>(s)  m = Min(n, p)  a = Constant<value_ints = [0]>()  u = Unsqueeze(m, a)  y = ConstantOfShape(u)',
    'float[24]',
  ],
  [
    'Split of a shape',
    'float[N,3,5] x',
    'int64[2] l = {1, 2}',
    's = Shape(x)  a, b = Split<axis = 0>(s, l)  y = ConstantOfShape(b)',
    'float[3,5]',
  ],
  [
    'ScatterElements into a shape',
    'float[N,3,5] x',
    'int64[1] i = {1}, int64[1] v = {7}',
    's = Shape(x)  t = ScatterElements(s, i, v)  y = ConstantOfShape(t)',
    'float[N,7,5]',
  ],
  [
    'Tile and Transpose of small tensors',
    '',
    'int64[1,2] a = {2, 3}, int64[2] r = {2, 1}, int64[1] f = {-1}',
    't = Tile(a, r)  u = Transpose(t)  v = Reshape(u, f)  y = ConstantOfShape(v)',
    'float[2,2,3,3]',
  ],
  [
    'the greater of a dimension and 0 is the dimension',
    'float[N] x',
    'int64[1] z = {0}',
    's = Shape(x)  m = Max(s, z)  y = ConstantOfShape(m)',
    'float[N]',
  ],
  ['what two symbols broadcast to is unknown', 'float[N] a, float[M] b', '', 'y = Add(a, b)', 'float[?]'],
  [
    '1 gives way to a symbol, a symbol to a number',
    'float[N,1,K] a, float[1,M,4] b',
    '',
    'y = Add(a, b)',
    'float[N,M,4]',
  ],
  [
    'a symbol times 1 is itself, times 2 unknown',
    'float[N] x',
    'int64[1] one = {1}, int64[1] two = {2}',
    's = Shape(x)  a = Mul(s, one)  b = Mul(s, two)  c = Concat<axis = 0>(a, b)  y = ConstantOfShape(c)',
    'float[N,?]',
  ],
  [
    'dimensions beyond 2^53 are exact',
    '',
    'int64[2] s = {9007199254740993, 1}',
    'y = ConstantOfShape(s)',
    'float[9007199254740993,1]',
  ],
  [
    'a huge Range has a length and no elements',
    '',
    'int64 a = {0}, int64 b = {9000000000000000000}, int64 d = {1}',
    'y = Range(a, b, d)',
    'int64[9000000000000000000]',
  ],
];

for (const [title, inputs, constants, body, y] of cases) {
  test(title, () => {
    const inference = inferGraph({ inputs, constants, body });
    assert.deepEqual(messagesOf(inference), []);
    assert.equal(typeIn(inference, 'y'), y);
  });
}

test('without propagation only constants of the file are known', () => {
  const graph = {
    inputs: 'float[2,3] x',
    constants: 'int64[2] t = {3, 2}',
    body: 's = Shape(x)  a = Reshape(x, s)  c = Constant<value_ints = [6, 1]>()  b = Reshape(x, c)  d = Reshape(x, t)',
  };
  const inference = inferGraph(graph, { dataPropagation: false });
  assert.deepEqual(
    ['a', 'b', 'd'].map((name) => typeIn(inference, name)),
    ['float[?,?]', 'float[6,1]', 'float[3,2]'],
  );
});

test('elements are told: numbers, symbols, and what is unknown', () => {
  const inference = inferGraph({
    inputs: 'float[N,?,5] x',
    constants: 'int64[1] two = {2}',
    body: 's = Shape(x)  d = Mul(s, two)  u = Shape<start = 1, end = 2>(x)  r = Relu(x)',
  });
  assert.deepEqual(inference.root!.elementsOf('s'), ['N', null, 5]);
  assert.deepEqual(inference.root!.elementsOf('d'), [null, null, 10]);
  assert.equal(inference.root!.elementsOf('u'), undefined);
  assert.equal(inference.root!.elementsOf('r'), undefined);
});

test('large values are not followed', () => {
  const inference = inferGraph({
    constants: 'int64[1] many = {5000}',
    body: 'c = ConstantOfShape<value = int64[1] {1}>(many)  d = Add(c, c)',
  });
  assert.equal(typeIn(inference, 'd'), 'int64[5000]');
  assert.equal(inference.root!.elementsOf('d'), undefined);
});
