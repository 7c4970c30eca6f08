import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatType } from '../../core/model';
import { inferGraph, messagesOf, typeIn } from './infer-text';

test('If has what both branches agree on', () => {
  const inference = inferGraph({
    inputs: 'bool c, float[2,N,4] x, float[2,M,4] z',
    body: 'y = If<then_branch = t () => (a) { a = Relu(x) }, else_branch = e () => (b) { b = Relu(z) }>(c)',
  });
  assert.equal(typeIn(inference, 'y'), 'float[2,?,4]');
  const [operator] = inference.root!.graph.operators;
  const branch = operator!.attributes[0]!.value;
  assert.ok(branch.kind === 'graph');
  assert.equal(formatType(inference.root!.subgraph(branch.value)!.typeOf('a')), 'float[2,N,4]');
  assert.equal(formatType(inference.root!.subgraph(branch.value)!.typeOf('x')), 'float[2,N,4]');
});

test('a constant condition takes its branch', () => {
  const inference = inferGraph({
    inputs: 'float[1,N] x',
    constants: 'int64[1] one = {1}, int64[1] axis = {0}',
    body: 's = Shape<end = 1>(x)  q = Equal(s, one)  c = Squeeze(q, axis)  y = If<then_branch = t () => (a) { a = Squeeze(x, axis) }, else_branch = e () => (b) { b = Identity(x) }>(c)',
  });
  assert.equal(typeIn(inference, 'y'), 'float[N]');
});

test('branches of different types are a problem', () => {
  const inference = inferGraph({
    inputs: 'bool c, float[2] x, int64[2] z',
    body: 'y = If<then_branch = t () => (a) { a = Identity(x) }, else_branch = e () => (b) { b = Identity(z) }>(c)',
  });
  assert.equal(messagesOf(inference).length, 1);
  assert.equal(typeIn(inference, 'y'), 'undefined');
});

const loops: readonly (readonly [title: string, body: string, state: string, scanned: string])[] = [
  ['state that keeps its shape', 'out = Add(v, v)', 'float[2,N]', 'float[?,2,N]'],
  ['state that grows along an axis', 'out = Concat<axis = 0>(v, v)', 'float[?,N]', 'float[?,?,N]'],
  ['state whose rank changes', 'a = Constant<value_ints = [0]>()  out = Unsqueeze(v, a)', 'float[]', 'float[]'],
];

for (const [title, body, state, scanned] of loops) {
  test(`Loop: ${title}`, () => {
    const inference = inferGraph({
      inputs: 'int64 m, float[2,N] x',
      constants: 'bool yes = {1}',
      body: `y, z = Loop<body = b (int64 i, bool c, v) => (d, out, s) { d = Identity(c)  ${body}  s = Identity(out) }>(m, yes, x)`,
    });
    assert.deepEqual(messagesOf(inference), []);
    assert.equal(typeIn(inference, 'y'), state);
    assert.equal(typeIn(inference, 'z'), scanned);
  });
}

test('Scan takes its inputs apart along their axes and puts its outputs together', () => {
  const inference = inferGraph({
    inputs: 'float[4] init, float[3,T,4] x',
    body: 'y, z = Scan<num_scan_inputs = 1, scan_input_axes = [1], scan_output_axes = [-1], body = b (s, e) => (t, o) { r = ReduceSum<keepdims = 0>(e)  t = Add(s, r)  o = Transpose(e) }>(init, x)',
  });
  assert.deepEqual(messagesOf(inference), []);
  assert.equal(typeIn(inference, 'y'), 'float[4]');
  assert.equal(typeIn(inference, 'z'), 'float[4,3,T]');
});

test('what is unknown in a SequenceMap body may differ from element to element', () => {
  const inference = inferGraph({
    inputs: 'seq(float[N,4]) x',
    body: 'y = SequenceMap<body = b (e) => (o) { n = NonZero(e)  o = Cast<to = 1>(n) }>(x)  zero = Constant<value_int = 0>()  one = Constant<value_int = 1>()  p = SequenceAt(y, zero)  q = SequenceAt(y, one)  h = Shape<start = 1>(p)  f = Constant<value_ints = [-1]>()  s = Concat<axis = 0>(h, f)  r = Reshape(q, s)',
  });
  assert.equal(typeIn(inference, 'y'), 'seq(float[2,?])');
  // Not [?, 2]: q has another second dimension than p.
  assert.equal(typeIn(inference, 'r'), 'float[?,?]');
});
