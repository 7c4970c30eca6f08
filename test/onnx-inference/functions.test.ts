import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatType } from '../../core/model';
import { inferTypes } from '../../core/onnx';
import { inferGraph, messagesOf, modelOf, typeIn } from './infer-text';

const imports = ', "local" : 1';

function fn(signature: string, body: string, attributes = '', outputs = 'y'): string {
  return `<domain: "local", opset_import: ["" : 21, "local" : 1]> ${signature.replace('(', `${attributes}(`)} => (${outputs}) { ${body} }`;
}

test('a call has the types of the body for its own inputs', () => {
  const inference = inferGraph({
    inputs: 'float[2,3] a, float16[N,7] b',
    body: 'c = local.F(a)  d = local.F(b)  e = local.F(a)',
    functions: fn('F(x)', 't = Transpose(x)  y = Relu(t)'),
    imports,
  });
  assert.deepEqual(
    ['c', 'd', 'e'].map((name) => typeIn(inference, name)),
    ['float[3,2]', 'float16[7,N]', 'float[3,2]'],
  );
  const [first, other, again] = inference.root!.graph.operators.map((operator) => inference.root!.callee(operator));
  assert.equal(first, again);
  assert.notEqual(first, other);
  assert.equal(formatType(first!.typeOf('t')), 'float[3,2]');
  // What both calls agree on: the rank.
  assert.equal(formatType(inference.functions.get('local:F:')!.typeOf('t')), 'undefined[?,?]');
});

test('calls that differ only in which dimensions are unknown share a body, and keep their own dimensions', () => {
  const inference = inferGraph({
    inputs: 'float[?,4] a, float[?,4] b',
    body: 'c = local.F(a)  d = local.F(b)  e = Add(a, c)  f = Add(a, d)  s = Shape(c)  g = Reshape(a, s)',
    functions: fn('F(x)', 'y = Relu(x)'),
    imports,
  });
  const [first, second] = inference.root!.graph.operators.map((operator) => inference.root!.callee(operator));
  assert.equal(first, second);
  assert.deepEqual(messagesOf(inference), []);
  assert.equal(typeIn(inference, 'g'), 'float[?,4]');
});

test('attributes come from the call, else from the default, else are absent', () => {
  const inference = inferGraph({
    inputs: 'float[2,3,4] x',
    body: 'a = local.F<n = 0>(x)  b = local.F(x)  c = local.G(x)',
    functions: [
      fn('F(x)', 'y = Flatten<axis: int = @n>(x)', '<n: int = 3>'),
      fn('G(x)', 'y = Flatten<axis: int = @m>(x)', '<m>'),
    ].join('\n'),
    imports,
  });
  assert.deepEqual(
    ['a', 'b', 'c'].map((name) => typeIn(inference, name)),
    ['float[1,24]', 'float[24,1]', 'float[2,12]'],
  );
});

test('shapes are computed through a call', () => {
  const inference = inferGraph({
    inputs: 'float[N,2,3] x',
    constants: 'int64[1] tail = {-1}',
    body: 's = local.Rows(x)  c = Concat<axis = 0>(s, tail)  y = Reshape(x, c)',
    functions: fn('Rows(x)', 'y = Shape<end = 1>(x)'),
    imports,
  });
  assert.equal(typeIn(inference, 'y'), 'float[N,6]');
});

test('shapes are computed through a call whose output has a declared type', () => {
  const model = modelOf(
    `<ir_version: 10, opset_import: ["" : 21${imports}]> g (float[N,2,3] x) => (int64[1] s) { s = local.Rows(x) } ${fn('Rows(x)', 'y = Shape<end = 1>(x)')}`,
  );
  assert.deepEqual(inferTypes(model).root!.elementsOf('s'), ['N']);
});

test("the model's own function comes before a runtime's operator of its name", () => {
  const inference = inferGraph({
    inputs: 'float[2,3] x',
    body: 'y = com.microsoft.Gelu(x)',
    functions: fn('Gelu(x)', 'y = Transpose(x)').replace('"local"', '"com.microsoft"'),
    imports: ', "com.microsoft" : 1',
  });
  assert.equal(typeIn(inference, 'y'), 'float[3,2]');
});

test('an input that the call leaves out is not there', () => {
  const inference = inferGraph({
    inputs: 'float[2,3] x, float scale',
    body: 'y = local.Q(x, scale)',
    functions: fn('Q(x, s, z)', 'y = QuantizeLinear(x, s, z)'),
    imports,
  });
  assert.equal(typeIn(inference, 'y'), 'uint8[2,3]');
});

test('2^40 calls cost what their distinct signatures cost', () => {
  const levels = Array.from({ length: 40 }, (_, i) =>
    fn(`F${i}(x)`, i === 0 ? 'y = Relu(x)' : `a = local.F${i - 1}(x)  y = local.F${i - 1}(a)`),
  );
  const inference = inferGraph({
    inputs: 'float[5] x',
    body: 'y = local.F39(x)',
    functions: levels.join('\n'),
    imports,
  });
  assert.deepEqual(messagesOf(inference), []);
  assert.equal(typeIn(inference, 'y'), 'float[5]');
});

test('ever new signatures end', () => {
  // Each level calls the next with two sizes that no other call has.
  const levels = Array.from({ length: 40 }, (_, i) =>
    fn(
      `F${i}(x)`,
      i === 0
        ? 'y = Relu(x)'
        : `one = Constant<value_floats = [1.0]>()  d = Concat<axis = 0>(x, x)  e = Concat<axis = 0>(d, one)  a = local.F${i - 1}(d)  y = local.F${i - 1}(e)`,
    ),
  );
  const inference = inferGraph({
    inputs: 'float[1] x',
    body: 'y = local.F39(x)',
    functions: levels.join('\n'),
    imports,
  });
  assert.ok(messagesOf(inference).some((message) => message.includes('expand too far')));
});

test('a chain of calls that no stack holds ends', () => {
  const chain = Array.from({ length: 5000 }, (_, i) =>
    fn(`F${i}(x)`, i === 0 ? 'y = Relu(x)' : `y = local.F${i - 1}(x)`),
  );
  const inference = inferGraph({
    inputs: 'float[5] x',
    body: 'a = local.F4999(x)  b = local.F100(x)',
    functions: chain.join('\n'),
    imports,
  });
  assert.ok(messagesOf(inference).some((message) => message.includes('too deep')));
  assert.equal(typeIn(inference, 'b'), 'float[5]');
});

test('a function that calls itself is a problem, and the rest goes on', () => {
  const inference = inferGraph({
    inputs: 'float[5] x',
    body: 'a = local.F(x)  b = Relu(x)',
    functions: [fn('F(x)', 'y = local.G(x)'), fn('G(x)', 'y = local.F(x)')].join('\n'),
    imports,
  });
  assert.ok(messagesOf(inference).some((message) => message.includes('calls itself')));
  assert.equal(typeIn(inference, 'b'), 'float[5]');
});

test('what a function says whatever its inputs is known where nothing calls it', () => {
  const model = modelOf(
    `<ir_version: 10, opset_import: ["" : 21, "local" : 1]> g () => () {} ${fn('F(x)', 'c = Constant<value = float[2] {1.0, 2.0}>()  t = Add(x, c)  s = Shape(c)  y = Flatten<axis: int = @n>(t)', '<n>')}`,
  );
  const { functions, problems } = inferTypes(model);
  const scope = functions.get('local:F:')!;
  assert.deepEqual(
    ['x', 'c', 's'].map((name) => formatType(scope.typeOf(name))),
    ['undefined', 'float[2]', 'int64[1]'],
  );
  assert.deepEqual(scope.elementsOf('s'), [2]);
  assert.deepEqual(problems, []);
});

test('what nobody calls does not blur what somebody does', () => {
  const inference = inferGraph({
    inputs: 'float[2,3] x',
    body: 'y = local.F(x)',
    functions: [fn('F(x)', 'y = Relu(x)'), fn('Dead(x)', 'y = local.F(x)')].join('\n'),
    imports,
  });
  assert.equal(formatType(inference.functions.get('local:F:')!.typeOf('y')), 'float[2,3]');
});

test('a problem in a body is told once, with its place in the function', () => {
  const inference = inferGraph({
    inputs: 'float[2,3] a, float[4,5] b',
    body: 'c = local.F(a)  d = local.F(b)',
    functions: fn('F(x)', 'y = Softmax<axis = 7>(x)'),
    imports,
  });
  assert.equal(inference.problems.length, 1);
  assert.equal(inference.problems[0]!.place!.graph, 'local:F:/');
  assert.equal(inference.problems[0]!.place!.op, 'Softmax');
});
