import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatType, type ModelFacts, type OperatorFacts } from '../../core/model';
import { factsOfText } from '../harness/text-model';

const header = `<ir_version: 10, opset_import: ["" : 17, "com.microsoft" : 1, "d" : 1]>`;

/** The operators of all graphs by their names. */
function operatorsOf(facts: ModelFacts): Map<string, OperatorFacts> {
  return new Map(facts.graphs.flatMap(({ operators }) => operators.map((each) => [each.operator.name, each] as const)));
}

const nested = factsOfText(`${header}
  main (float[2,N] x, bool c, float[3] d = {1, 2, 3}) => (y, k2)
  <float[2] w = {1.5, 2}, int64[2] shape = {-1, 1}>
  {
    [constant] k = Constant <value_ints = [4, 5]> ()
    [rename] k2 = Identity (k)
    [rename2] k3 = Identity (k2)
    [reshape] r = Reshape (x, shape)
    [branch] y = If (c) <
      then_branch: graph = t () => (z) { [inner] z = Add (r, w) },
      else_branch: graph = e () => (z) { [call] z = d.f <beta = 3> (r, k3) }
    >
    [dead] dead = Add (x, d)
    [shaped] s = Shape (r)
    [clip] q = Clip (r, "", w)
    [gelu] ge = com.microsoft.Gelu (x)
    [custom] cu = d.Unknown (x)
    [softmax] so = Softmax (x)
  }
  <domain: "d", opset_import: ["" : 18]>
  f <alpha: int = 7, beta> (p, q) => (o) {
    [one] o1 = Add (p, q)
    [two] two = Constant <value_float = 2.5> ()
    [three] o = Softmax <axis: int = @beta> (o1)
    [four] o4 = Softmax <axis: int = @alpha> (two)
  }`);
const operators = operatorsOf(nested);
const operator = (name: string): OperatorFacts => operators.get(name)!;

test('graphs: the model, its subgraphs, its functions', () => {
  assert.deepEqual(
    nested.graphs.map(({ graph }) => graph.path),
    ['/', '/4.then_branch', '/4.else_branch', 'd:f:/'],
  );
});

test('types', () => {
  assert.equal(formatType(operator('reshape').inputType(0)), 'float[2,N]');
  assert.equal(formatType(operator('softmax').outputType(0)), 'float[2,N]');
  assert.equal(operator('clip').inputType(1), undefined, 'left out');
  assert.equal(operator('clip').inputType(9), undefined, 'beyond the last');
  assert.equal(formatType(nested.graphs[0]!.typeOf('c')), 'bool');
  assert.equal(formatType(nested.graphs[1]!.typeOf('w')), 'float[2]', 'of an outer graph');
  assert.equal(nested.graphs[0]!.typeOf('nothing'), undefined);
});

for (const [name, index, expected, why] of [
  ['reshape', 0, false, 'an input of the model'],
  ['reshape', 1, true, 'an initializer'],
  ['dead', 1, false, 'an initializer that is only the default of an input'],
  ['rename', 0, true, 'a Constant'],
  ['rename2', 0, true, 'a Constant by another name'],
  ['inner', 1, true, 'an initializer of an outer graph'],
  ['inner', 0, false, 'computed in an outer graph'],
  ['call', 1, true, 'a Constant of an outer graph, renamed twice'],
  ['one', 0, undefined, 'an input of a function'],
  ['four', 0, true, 'a Constant in a function'],
  ['three', 0, false, 'computed in a function'],
  ['clip', 1, false, 'left out'],
  ['constant', 0, false, 'beyond the last'],
] as const) {
  test(`input ${index} of ${name} is ${expected === undefined ? 'anything' : expected ? 'constant' : 'computed'}: ${why}`, () => {
    assert.equal(operator(name).inputIsConstant(index), expected);
  });
}

for (const [name, index, expected] of [
  ['reshape', 1, [-1, 1]],
  ['inner', 1, [1.5, 2]],
  ['rename2', 0, [4, 5]],
  ['call', 1, [4, 5]],
  ['four', 0, [2.5]],
  ['reshape', 0, undefined],
  ['clip', 1, undefined],
  ['dead', 1, undefined],
] as const) {
  test(`elements of input ${index} of ${name}`, () => assert.deepEqual(operator(name).inputElements(index), expected));
}

test('elements that are computed', () => {
  const facts = factsOfText(`${header} g (float[2,N] x) => (y) { s = Shape (x) [last] y = Identity (s) }`);
  assert.deepEqual(operatorsOf(facts).get('last')!.inputElements(0), [2, 'N']);
});

test('producers and consumers, through graphs', () => {
  const [main, then, otherwise] = nested.graphs;
  const names = (list: readonly OperatorFacts[]) => list.map(({ operator }) => operator.name);
  assert.deepEqual(names(main!.consumersOf('r')), ['shaped', 'clip', 'inner', 'call']);
  assert.deepEqual(names(then!.consumersOf('r')), names(main!.consumersOf('r')));
  assert.equal(otherwise!.producerOf('r')?.operator.name, 'reshape');
  assert.equal(main!.producerOf('x'), undefined);
  assert.equal(main!.producerOf('w'), undefined);
  assert.deepEqual(main!.consumersOf('nothing'), []);
  assert.equal(main!.producerOf('r'), main!.operators[3], 'the same facts as in the list');
});

test('which outputs are used', () => {
  const used = ['constant', 'rename', 'reshape', 'branch', 'dead', 'shaped', 'inner', 'one'];
  assert.deepEqual(
    used.map((name) => [name, operator(name).outputIsUsed(0)]),
    [
      ['constant', true],
      ['rename', true],
      ['reshape', true],
      ['branch', true],
      ['dead', false],
      ['shaped', false],
      ['inner', true],
      ['one', true],
    ],
  );
});

test('attributes: written, by default, by reference', () => {
  const value = (name: string, attribute: string) => {
    const found = operator(name).attributeOrDefault(attribute);
    return found && 'value' in found ? found.value : found;
  };
  assert.equal(operator('softmax').attribute('axis'), undefined);
  assert.equal(value('softmax', 'axis'), -1, 'of the schema');
  assert.equal(value('three', 'axis'), 3, 'of the only call');
  assert.equal(value('four', 'axis'), 7, 'of the function, where the call gives none');
  assert.equal(value('call', 'alpha'), 7);
  assert.equal(value('call', 'beta'), 3);
  assert.equal(value('softmax', 'nothing'), undefined);
});

test('a reference on which calls disagree, or that leads nowhere, is unknown', () => {
  const text = (
    second: string,
  ) => `${header} g (float[2,2] x) => (y) { a = d.f <n = 1> (x) y = d.f <n = ${second}> (a) }
    <domain: "d", opset_import: ["" : 17, "d" : 1]> f <n> (p) => (q) { q = d.h <m: int = @n> (p) }
    <domain: "d", opset_import: ["" : 17]> h <m> (p) => (q) { [last] q = Softmax <axis: int = @m> (p) }`;
  assert.deepEqual(
    operatorsOf(factsOfText(text('1')))
      .get('last')!
      .attribute('axis'),
    { kind: 'int', value: 1 },
  );
  assert.equal(
    operatorsOf(factsOfText(text('0')))
      .get('last')!
      .attribute('axis'),
    undefined,
  );
  const uncalled = `${header} g () => () {} <domain: "d", opset_import: ["" : 17]> f <n> (p) => (q) { [last] q = Softmax <axis: int = @n> (p) }`;
  assert.equal(operatorsOf(factsOfText(uncalled)).get('last')!.attribute('axis'), undefined);
});

test('domains, opsets, schemas, calls', () => {
  const rows = ['softmax', 'gelu', 'custom', 'call', 'three'].map((name) => {
    const { domain, opset, isStandard, function: called } = operator(name);
    return [name, domain, opset, isStandard, called];
  });
  assert.deepEqual(rows, [
    ['softmax', '', 17, true, undefined],
    ['gelu', 'com.microsoft', 1, true, undefined],
    ['custom', 'd', 1, false, undefined],
    ['call', 'd', 1, false, 'd:f:/'],
    ['three', '', 18, true, undefined],
  ]);
});

test('a model-local function comes before the operator of its name', () => {
  const facts = factsOfText(`${header} g (float[2] x) => (y) { [call] y = Relu (x) }
    <domain: "", opset_import: ["" : 17]> Relu (p) => (q) { q = Neg (p) }`);
  const call = operatorsOf(facts).get('call')!;
  assert.deepEqual([call.isStandard, call.function], [false, ':Relu:/']);
});

test('an initializer of an old model is constant although it is an input', () => {
  const facts = factsOfText(
    `<ir_version: 3, opset_import: ["" : 7]> g (float[1] x, float[1] w = {2}) => (y) { [add] y = Add (x, w) }`,
  );
  assert.equal(operatorsOf(facts).get('add')!.inputIsConstant(1), true);
});

test('Identities in a circle end', () => {
  const facts = factsOfText(`${header} g () => (a) { [one] a = Identity (b) [two] b = Identity (a) }`);
  assert.equal(operatorsOf(facts).get('one')!.inputIsConstant(0), false);
  assert.equal(operatorsOf(facts).get('one')!.inputElements(0), undefined);
});

for (const [what, text, expected] of [
  ['by dimensions, also where they are left out', '<float[3,5] a = {}, float16[7] b = {}> {}', 60 + 14],
  ['packed', '<int4[5] a = {1,2,3,4,5}, uint2[5] b = {}> {}', 3 + 2],
  ['in other files', '<float[1000] a = ["location": "w.bin"]> {}', 4000],
  ['texts by their bytes', '<string[2] a = {"ab", "c"}> {}', 3],
  ['Constants', '{ a = Constant <value = double[2] {1, 2}> () }', 16],
  ['sparse ones', '<sparse_tensor(float[9]) s = {float[2] v {1, 2}, int64[2] {0, 3}}> {}', 8 + 16],
  ['of subgraphs', '{ y = If (c) <then_branch: graph = t () => (z) <float[2] a = {}> { z = Identity (a) }> }', 8],
  [
    'of functions, once',
    `{ a = d.f () b = d.f () } <domain: "d", opset_import: ["" : 17]> f () => (y) { y = Constant <value = float {1}> () }`,
    4,
  ],
  ['beyond 2^53', '<float[4503599627370496] a = {}, float[1] b = {}> {}', 18014398509481988n],
] as const) {
  test(`bytes of weights: ${what}`, () => {
    assert.equal(factsOfText(`${header} g (bool c) => () ${text}`).weightBytes, expected);
  });
}
