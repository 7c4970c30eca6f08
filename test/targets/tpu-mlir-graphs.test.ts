import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { GraphRoute } from '../../core/model';
import { assess, findTarget } from '../../core/targets';
import { factsOfText } from './operator-case';

/** The verdict of every operator of the model's graph, with its fusion: `Erf converted GELU`. */
function verdicts(
  body: string,
  { opset = 16, target = 'sophgo-bm1684x', route = 'tpu-mlir' as GraphRoute } = {},
): string[] {
  const facts = factsOfText(`<ir_version: 8, opset_import: ["" : ${opset}, "pkg" : 1]>\n${body}`);
  const { of } = assess(facts, findTarget(target)!, route);
  return facts.graphs[0]!.operators.map(({ graph, operator }) => {
    const { verdict, fusion } = of(graph, operator);
    return [operator.opType, verdict, ...(fusion === undefined ? [] : [fusion])].join(' ');
  });
}

function chain(fusion: string, ...types: string[]): string[] {
  return types.map((type) => `${type} converted ${fusion}`);
}

const normalization = `
  m = ReduceMean <axes = [-1]> (x)
  d = Sub (x, m)
  p = Pow (d, two)
  v = ReduceMean <axes = [-1]> (p)
  ve = Add (v, eps)
  s = Sqrt (ve)
  n = Div (d, s)`;
const normalizationTypes = ['ReduceMean', 'Sub', 'Pow', 'ReduceMean', 'Add', 'Sqrt', 'Div'];
const constants =
  'float two = {2}, float eps = {0.00001}, float[4] w = {1,2,3,4}, float k = {1.41421}, float one = {1}, float half = {0.5}, float three = {3}, float zero = {0}, float six = {6}';
const model = (body: string, output = 'y') => `g (float[2,4] x) => (float[2,4] ${output}) <${constants}> { ${body} }`;

describe('fusions', () => {
  const cases: readonly (readonly [name: string, body: string, expected: readonly string[]])[] = [
    [
      'LayerNorm',
      model(`${normalization} y = Relu (n)`),
      [...chain('LayerNormalization', ...normalizationTypes), 'Relu native'],
    ],
    [
      'LayerNorm with weights, a product written the other way round',
      model(`${normalization} nw = Mul (w, n) y = Add (nw, w)`),
      chain('LayerNormalization', ...normalizationTypes, 'Mul', 'Add'),
    ],
    [
      'PixelNorm',
      model(`${normalization.replaceAll('[-1]', '[1]')} y = Relu (n)`),
      [...chain('PixelNormalization', ...normalizationTypes), 'Relu native'],
    ],
    [
      'GELU by erf',
      model('a = Div (x, k) b = Erf (a) c = Add (b, one) d = Mul (x, c) y = Mul (d, half)'),
      chain('GELU', 'Div', 'Erf', 'Add', 'Mul', 'Mul'),
    ],
    [
      'GELU by tanh',
      model(
        'a = Mul (x, half) b = Pow (x, three) c = Mul (b, k) d = Add (x, c) e = Mul (d, k) f = Tanh (e) h = Add (f, one) y = Mul (a, h)',
      ),
      chain('GELU-tanh', 'Mul', 'Pow', 'Mul', 'Add', 'Mul', 'Tanh', 'Add', 'Mul'),
    ],
    [
      'HardSigmoid',
      model('a = Add (x, three) b = Clip (a, zero, six) c = Div (b, six) y = Relu (c)'),
      [...chain('HardSigmoid', 'Add', 'Clip', 'Div'), 'Relu native'],
    ],
    [
      'HardSwish',
      model('a = Add (x, three) b = Clip (a, zero, six) c = Mul (x, b) y = Div (c, six)'),
      chain('HardSwish', 'Add', 'Clip', 'Mul', 'Div'),
    ],
    [
      'HardSwish from HardSigmoid',
      model('a = HardSigmoid <alpha = 0.1666666716337204, beta = 0.5> (x) y = Mul (x, a)'),
      chain('HardSwish', 'HardSigmoid', 'Mul'),
    ],
    [
      'a cast within, which the importer removes',
      model('a = Div (x, k) a1 = Cast <to = 10> (a) b = Erf (a1) c = Add (b, one) d = Mul (x, c) y = Mul (d, half)'),
      ['Div converted GELU', 'Cast converted', ...chain('GELU', 'Erf', 'Add', 'Mul', 'Mul')],
    ],
    [
      'not where another operator reads what is within',
      model('a = Div (x, k) b = Erf (a) c = Add (b, one) d = Mul (x, c) z = Mul (d, half) y = Add (z, b)'),
      ['Div native', 'Erf slow', 'Add native', 'Mul native', 'Mul native', 'Add native'],
    ],
    [
      'not with another operator between',
      model('a = Div (x, k) b = Erf (a) r = Relu (x) c = Add (b, one) d = Mul (x, c) z = Mul (d, half) y = Add (z, r)'),
      ['Div native', 'Erf slow', 'Relu native', 'Add native', 'Mul native', 'Mul native', 'Add native'],
    ],
    [
      'not with other constants',
      model('a = Div (x, k) b = Erf (a) c = Add (b, two) d = Mul (x, c) y = Mul (d, half)'),
      ['Div native', 'Erf slow', 'Add native', 'Mul native', 'Mul native'],
    ],
    [
      'not over axes counted from the front',
      model(`${normalization.replaceAll('[-1]', '[2]')} y = Relu (n)`).replaceAll('float[2,4]', 'float[2,3,4]'),
      [
        'ReduceMean native',
        'Sub native',
        'Pow converted',
        'ReduceMean native',
        'Add native',
        'Sqrt slow',
        'Div slow',
        'Relu native',
      ],
    ],
  ];
  for (const [name, body, expected] of cases) test(name, () => assert.deepEqual(verdicts(body), expected));

  test('a fused operator costs what the operator made of it costs: LayerNorm nothing, GELU F32', () => {
    const gelu = 'a = Div (x, k) b = Erf (a) c = Add (b, one) d = Mul (x, c) y = Mul (d, half)';
    const facts = factsOfText(`<ir_version: 8, opset_import: ["" : 16]>\n${model(gelu)}`);
    const { of } = assess(facts, findTarget('sophgo-sc11-fp300')!, 'tpu-mlir', { precision: 'f16' });
    const erf = facts.graphs[0]!.operators[1]!;
    assert.deepEqual(
      of(erf.graph, erf.operator).reasons.map(({ id }) => id),
      ['fusion/GELU', 'GELU/computes-in-f32'],
    );
  });

  test('a normalisation behind a convolution goes into its weights', () => {
    const body = `g (float[1,1,4,4] x) => (float[1,1,4,4] y)
      <float[1,1,1,1] w = {1}, float[1] p = {1}> { c = Conv (x, w) n = BatchNormalization (c, p, p, p, p) y = Relu (n) }`;
    assert.deepEqual(verdicts(body), [
      'Conv native',
      'BatchNormalization converted Conv+BatchNormalization',
      'Relu native',
    ]);
  });
});

describe('folding', () => {
  test('shapes and what is computed from them and constants are gone before import', () => {
    const body = `g (float[2,N] x) => (float[M] y) <int64[1] minus = {-1}, int64 first = {0}, int64[1] zero = {0}> {
      s = Shape (x) n = Gather (s, first) u = Unsqueeze (n, zero) t = Concat <axis = 0> (u, minus) y = Reshape (x, t) }`;
    assert.deepEqual(verdicts(body), [
      'Shape converted',
      'Gather converted',
      'Unsqueeze converted',
      'Concat converted',
      'Reshape native',
    ]);
  });

  test('an operator that the importer does not have, on constants', () => {
    const body = 'g (float[2] x) => (float[2] y) <float[2] c = {1,2}> { a = Asinh (c) y = Add (x, a) }';
    assert.deepEqual(verdicts(body), ['Asinh converted', 'Add native']);
  });

  test('not the shape of what depends on data', () => {
    const body = `g (float[2,4] x) => (int64[2] y) { z = NonZero (x) s = Shape (z) y = Add (s, s) }`;
    assert.deepEqual(verdicts(body), ['NonZero slow', 'Shape native', 'Add native']);
  });

  test('constants that folding makes count as constants', () => {
    const body = `g (float[2,4] x, float[2,4] v) => (float[M,4] y) <int64[1] one = {1}, int64[1] zero = {0}> {
      s = Shape (x) e = Slice (s, zero, one) y = Slice (v, zero, e) }`;
    assert.deepEqual(verdicts(body), ['Shape converted', 'Slice converted', 'Slice native']);
  });

  test('a Constant goes with its readers; one that the graph gives out stays', () => {
    const body = `g (float[1] x) => (float[1] y, float k) {
      a = Constant <value_float = 1.0> () b = Neg (a) y = Add (x, b) k = Constant <value_float = 2.0> () }`;
    assert.deepEqual(verdicts(body), ['Constant converted', 'Neg converted', 'Add native', 'Constant unsupported']);
  });
});

describe('graphs within graphs, and functions', () => {
  const branches = `g (bool c, float[2] x) => (float[2] y) <float[1] k = {1}> {
    y = If (c) <then_branch = t () => (float[2] a) { a = Celu (x) }, else_branch = e () => (float[2] b) { b = Elu (x) }> }`;

  test('operators of branches have verdicts of their own', () => {
    const facts = factsOfText(`<ir_version: 8, opset_import: ["" : 16]>\n${branches}`);
    const { of } = assess(facts, findTarget('sophgo-bm1684x')!, 'tpu-mlir');
    const all = facts.graphs.flatMap(({ operators }) =>
      operators.map(({ graph, operator }) => `${operator.opType} ${of(graph, operator).verdict}`),
    );
    assert.deepEqual(all.sort(), ['Celu unsupported', 'Elu silent', 'If native']);
  });

  const functions = (body: string) => `g (float[2] x) => (float[2] y) { y = pkg.outer (x) }
<domain: "pkg", opset_import: ["" : 16, "pkg" : 1]> outer (a) => (b) { b = pkg.inner (a) }
<domain: "pkg", opset_import: ["" : 16]> inner (a) => (b) { ${body} }`;

  const calls: readonly (readonly [body: string, route: GraphRoute, target: string, verdict: string])[] = [
    ['b = Relu (a)', 'ort-cann', 'ascend-910b2', 'native'],
    ['b = Celu (a)', 'tpu-mlir', 'sophgo-bm1684x', 'unsupported'],
    // Neither importer expands functions.
    ['b = Relu (a)', 'tpu-mlir', 'sophgo-bm1684x', 'unsupported'],
    ['b = Relu (a)', 'atc', 'ascend-910b2', 'unsupported'],
    ['b = Mish (a)', 'ort-cann', 'ascend-910b2', 'host'],
  ];
  for (const [body, route, target, verdict] of calls) {
    test(`a call through two functions to ${body} by ${route}: ${verdict}`, () => {
      assert.deepEqual(verdicts(functions(body), { route, target }), [`outer ${verdict}`]);
    });
  }

  test('functions that call each other have no verdict, and end', () => {
    const body = `g (float[2] x) => (float[2] y) { y = pkg.f (x) }
<domain: "pkg", opset_import: ["pkg" : 1]> f (a) => (b) { b = pkg.h (a) }
<domain: "pkg", opset_import: ["pkg" : 1]> h (a) => (b) { b = pkg.f (a) }`;
    assert.deepEqual(verdicts(body, { route: 'ort-cann', target: 'ascend-910b2' }), ['f unknown']);
  });

  test('a function with the name of an operator is taken for that operator', () => {
    const body = `g (float[2] x) => (float[2] y) { y = pkg.Relu (x) }
<domain: "pkg", opset_import: ["" : 16]> Relu (a) => (b) { b = Abs (a) }`;
    assert.deepEqual(verdicts(body), ['Relu limited']);
    const standard = body.replaceAll('pkg.', '').replace('"pkg"', '""');
    assert.deepEqual(verdicts(standard, { route: 'atc', target: 'ascend-910b2' }), ['Relu native']);
  });
});
