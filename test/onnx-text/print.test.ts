import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Graph, Model, Operator, Tensor } from '../../core/model';
import { parseModelText, printModel, type TextItem } from '../../core/onnx/text';
import { modelOfText } from '../harness/text-model';

const source = `<
   ir_version: 10,
   opset_import: ["" : 17, "d.e" : 1],
   producer_name: "a \\"b\\"",
   doc_string: "two
lines",
   metadata_props: ["k": "v"]
>
"the graph" (
   float[2,N,?,"a b"] x,
   seq(optional(int64)) "float",
   bool c
) => (
   float[] y,
   untyped
) <
   float[2] w = {1.5, -inf},
   float16[2] h = {15360, 64512},  # 1, -inf
   float[17] long = {},
   int64 scalar = {-9223372036854775808},
   int4[3] packed = {-8, 7, 1},
   string[2] words = {"a\\"b", ""},
   float[1000] outside = ["location": "w.bin", "offset": "64"],
   float[5] nothing = {},
   sparse_tensor(float[9]) sparse = {float[1] {2}, int64[1] {3}},
   float[2,N] inner
> {
   [one] a, "" = Relu (float, "")
   ["/b/c"] "0" = d.e.Op:over <f: float = 0.1, i: int = 3, s: string = "x", t: tensor = int64[2] {1, 2}, fs: floats = [1, 2.5], is: ints = [], ss: strings = ["a", "b"], tp: type_proto = seq(float)> (a)
   y = If (c) <
      then_branch: graph = then () => (
         float z
      ) {
         z = Neg (a)
      },
      hint: int = 1,
      else_branch: graph = else () => (
         z
      ) <
         float k = {1}
      > {
         z = Add (a, k)
      }
   >
   untyped = "odd op" ()
}

<
   domain: "d.e",
   overload: "over",
   opset_import: ["" : 18]
>
Op <alpha, beta: float = 1> (
   p
) => (
   q
) <
   float[2] p
> {
   q = Softmax <axis: int = @alpha> (p)
}
`;

const model = modelOfText(source);
const view = printModel(model);

test('the text', () => assert.equal(view.text, source));

test('a printed text prints again as it is', () => {
  assert.equal(printModel(modelOfText(view.text)).text, view.text);
});

const lines = view.text.split('\n');
const lineOf = (part: string): number => {
  const line = lines.findIndex((text) => text.includes(part));
  assert.ok(line >= 0, part);
  return line;
};

function describe(item: TextItem | undefined): string {
  if (item === undefined) return 'nothing';
  switch (item.kind) {
    case 'model':
      return 'model';
    case 'graph':
      return `graph ${item.graph.path}`;
    case 'function':
      return `function ${item.function.name}`;
    case 'operator':
    case 'attribute':
      return `${item.kind} ${item.graph.path}#${item.operator.index}`;
    case 'initializer':
      return `initializer ${item.tensor.name}`;
    case 'sparse_initializer':
      return `sparse_initializer ${item.tensor.values.name}`;
    case 'input':
    case 'output':
    case 'value_info':
      return `${item.kind} ${item.value.name}`;
  }
}

for (const [part, expected] of [
  ['ir_version', 'model'],
  ['lines"', 'model'],
  ['"the graph"', 'graph /'],
  ['"float",', 'input float'],
  [') => (', 'nothing'],
  ['   untyped', 'output untyped'],
  ['words', 'initializer words'],
  ['sparse_tensor', 'sparse_initializer sparse'],
  [' inner', 'value_info inner'],
  ['[one]', 'operator /#0'],
  ['d.e.Op', 'operator /#1'],
  ['If (c)', 'operator /#2'],
  ['hint:', 'attribute /#2'],
  ['then_branch', 'graph /2.then_branch'],
  ['z = Neg', 'operator /2.then_branch#0'],
  ['else_branch', 'graph /2.else_branch'],
  ['float k', 'initializer k'],
  ['z = Add', 'operator /2.else_branch#0'],
  ['"odd op"', 'operator /#3'],
  ['overload', 'function Op'],
  ['Op <alpha', 'function Op'],
  ['q = Softmax', 'operator d.e:Op:over/#0'],
] as const) {
  test(`the line of ${part} is ${expected}`, () => assert.equal(describe(view.itemAt(lineOf(part))), expected));
}

test('lines', () => {
  assert.equal(view.lineCount, lines.length - 1, 'the last line ends the text');
  for (const [number, text] of lines.entries()) assert.equal(view.line(number), text);
  assert.equal(view.text.slice(view.lineStart(5)).startsWith('lines'), true);
  assert.equal(view.itemAt(-1), undefined);
  assert.equal(view.itemAt(10_000), undefined);
});

test('every operator knows its line', () => {
  const places = view.graphs.flatMap(({ graph }) => graph.operators.map(({ index }) => [graph.path, index] as const));
  assert.equal(places.length, 7);
  for (const [path, index] of places) {
    const item = view.itemAt(view.lineOfOperator(path, index)!);
    assert.equal(describe(item), `operator ${path}#${index}`);
  }
  assert.equal(view.lineOfOperator('/', 4), undefined);
  assert.equal(view.lineOfOperator('/nowhere', 0), undefined);
});

test('graphs know their lines', () => {
  const then = view.printedGraph('/2.then_branch')!;
  assert.deepEqual([then.firstLine, then.lastLine], [lineOf('then_branch'), lineOf('      },')]);
  assert.equal(view.graphAt(lineOf('z = Neg'))!.graph.path, '/2.then_branch');
  assert.equal(view.graphAt(lineOf('hint:'))!.graph.path, '/');
  assert.equal(view.graphAt(lineOf('q = Softmax'))!.graph.path, 'd.e:Op:over/');
  assert.equal(view.graphAt(0), undefined);
});

test('definitions and references, through graphs', () => {
  const a = view.definitionOf('/2.else_branch', 'a')!;
  assert.deepEqual([a.line, a.graph, a.operator?.opType], [lineOf('[one]'), '/', 'Relu']);
  assert.equal(view.lineOfValue('/', 'x'), lineOf('   float[2,N,?'));
  assert.equal(view.lineOfValue('/', 'words'), lineOf('words'));
  assert.equal(view.lineOfValue('/2.then_branch', 'z'), lineOf('z = Neg'));
  assert.equal(view.definitionOf('/', 'k'), undefined, 'of an inner graph');
  assert.equal(view.definitionOf('/', ''), undefined);
  const uses = (path: string, name: string) => view.referencesOf(path, name).map(({ line }) => line);
  assert.deepEqual(uses('/2.else_branch', 'a'), [lineOf('d.e.Op'), lineOf('z = Neg'), lineOf('z = Add')]);
  assert.deepEqual(uses('/', 'y'), [lineOf('float[] y')]);
  assert.deepEqual(uses('/2.then_branch', 'z'), [lineOf('         float z')]);
  assert.deepEqual(uses('/', 'nothing'), []);
});

for (const [part, expected] of [
  ['[one]', ['label one', 'output a', 'output ', 'operator Relu', 'input float', 'input ']],
  [
    'd.e.Op',
    [
      'label /b/c',
      'output 0',
      'operator Op',
      ...['f', 'i', 's', 't', 'fs', 'is', 'ss', 'tp'].map((name) => `attribute ${name}`),
      'input a',
    ],
  ],
  ['If (c)', ['output y', 'operator If', 'input c']],
  ['then_branch', ['attribute then_branch', 'graph then']],
  ['hint:', ['attribute hint']],
  ['"the graph"', ['graph the graph']],
  ['Op <alpha', ['function Op']],
  ['"odd op"', ['output untyped', 'operator odd op']],
  ['   float[2,N,?', ['type float', 'value x']],
  ['seq(', ['type seq', 'value float']],
  ['words', ['type string', 'value words']],
  ['sparse_tensor', ['type sparse_tensor', 'value sparse']],
  ['producer_name', []],
  [') => (', []],
] as const) {
  test(`names in the line of ${part}`, () => {
    const line = lineOf(part);
    const tokens = view.tokensAt(line);
    assert.deepEqual(
      tokens.map(({ kind, name }) => `${kind} ${name}`),
      expected,
    );
    for (const { start, end, name } of tokens) assert.equal(lines[line]!.slice(start, end).replace(/^"|"$/g, ''), name);
  });
}

/** An operator that no text describes. */
const operatorWith = (changes: Partial<Operator>, operator = model.graph!.operators[0]!): Operator =>
  Object.defineProperties(Object.create(operator), Object.getOwnPropertyDescriptors(changes));

/** A graph that no text describes: what is changed is put over the graph of `model`. */
const changed = (graph: Partial<Graph>): Model => ({ ...model, functions: [], graph: { ...model.graph!, ...graph } });

test('names with line ends keep the lines of others', () => {
  const operators = model.graph!.operators.map((each) =>
    each.index === 0 ? operatorWith({ name: 'a\nb\r\nc\rd' }, each) : each,
  );
  const printed = printModel(changed({ operators }));
  assert.equal(printed.line(printed.lineOfOperator('/', 1)!), lines[lineOf('d.e.Op')]);
  for (const offset of [0, 1, 2, 3]) {
    assert.equal(describe(printed.itemAt(printed.lineOfOperator('/', 0)! + offset)), 'operator /#0');
  }
  assert.equal(modelOfText(printed.text).graph!.operators[0]!.name, 'a\nb\r\nc\rd');
});

test('long lists and weights are left out', () => {
  const weight: Tensor = { name: 'w', id: 0, elementType: 1, dims: [512, 1024], byteOffset: 0, payloadBytes: 2 ** 21 };
  const ints = Array.from({ length: 5000 }, (_, index) => index);
  const attribute = { name: 'ids', value: { kind: 'ints', value: ints, count: 5000 } } as const;
  const operators = [operatorWith({ attributes: [attribute] })];
  const { text } = printModel(changed({ initializers: [weight], operators }));
  assert.match(text, /float\[512,1024\] w = \{\}, {2}# 2 MiB/);
  assert.match(text, /<ids: ints = \[0, 1, .*, 15\]> \(float, ""\) {2}# ids: the first 16 of 5000/);
  assert.deepEqual(parseModelText(text).problems, []);
});

test('floats print as they are, in as few digits as it takes', () => {
  const values = [0, -0, 1, 0.1, 1 / 3, 16777216, 1e-45, 3.4028235e38, 123456.789, Number.NaN, -Infinity].map(
    Math.fround,
  );
  const fs = { name: 'fs', value: { kind: 'floats', value: values, count: values.length } } as const;
  const { text } = printModel(changed({ operators: [operatorWith({ attributes: [fs] })] }));
  assert.match(text, /\[0, -0, 1, 0\.1, 0\.33333334, 16777216, 1\.4013e-45, 3\.4028235e\+38, 123456\.79, nan, -inf\]/);
  const read = modelOfText(text).graph!.operators[0]!.attributes[0]!.value;
  assert.deepEqual(read.kind === 'floats' && read.value, values);
});

test('floats of few bits print their bits, all of them', () => {
  for (const [type, bits] of [
    ['float16', 16],
    ['bfloat16', 16],
    ['float8e4m3fn', 8],
    ['float8e4m3fnuz', 8],
    ['float8e5m2', 8],
    ['float8e5m2fnuz', 8],
    ['float8e8m0', 8],
  ] as const) {
    const step = bits === 16 ? 251 : 1;
    for (let code = 0; code < 2 ** bits; code += step) {
      const text = `g () => () < ${type} t = {${code}} > {}`;
      const { elements } = modelOfText(text).graph!.initializers[0]!;
      const again = modelOfText(printModel(modelOfText(text)).text).graph!.initializers[0]!;
      assert.deepEqual(again.elements, elements, `${type} ${code}`);
    }
  }
});

const large =
  modelOfText(`g (float x) => (y) <${Array.from({ length: 1000 }, (_, index) => `float[2,3,4] "value ${index}"`).join(', ')}> {
  ${Array.from({ length: 1000 }, (_, index) => `["node ${index}"] "value ${index}" = Relu ("value ${index - 1}")`).join('\n')}
}`);

for (const [characters, lineLimit, valueInfos, operatorNames, items] of [
  [1e9, 1e9, false, false, 0],
  [1e9, 1500, true, false, 0],
  [70_000, 1e9, true, false, 0],
  [55_000, 1e9, true, true, 0],
  [1e9, 500, true, true, 518],
] as const) {
  test(`a limit of ${characters} characters and ${lineLimit} lines`, () => {
    const printed = printModel(large, { limit: { characters, lines: lineLimit } });
    assert.deepEqual(printed.omissions, { valueInfos, operatorNames, items });
    assert.ok(printed.text.length <= characters && printed.lineCount <= lineLimit);
    const again = modelOfText(printed.text);
    assert.equal(again.graph!.operators.length, 1000 - items);
    assert.equal(again.graph!.valueInfos.length, valueInfos ? 0 : 1000);
    assert.equal(printed.lineOfOperator('/', 999) === undefined, items > 0);
  });
}

test('a text that ends early still ends its lists', () => {
  const printed = printModel(large, { limit: { characters: 1e9, lines: 8 } });
  assert.ok(printed.omissions.items > 0);
  assert.deepEqual(parseModelText(printed.text).problems, []);
});

test('graphs nest as deep as they like', () => {
  let graph: Graph = {
    ...model.graph!,
    name: 'g',
    operators: [],
    inputs: [],
    outputs: [],
    valueInfos: [],
    initializers: [],
    sparseInitializers: [],
  };
  for (let level = 0; level < 20_000; level += 1) {
    const attributes = [{ name: 'body', value: { kind: 'graph', value: graph } } as const];
    graph = { ...graph, path: `${level}`, operators: [operatorWith({ attributes })] };
  }
  const printed = printModel({ ...model, functions: [], graph }, { limit: { characters: 1e6, lines: 1e5 } });
  assert.ok(printed.text.length < 2e6);
});

test('an operator with very many inputs, and a value with very many readers', () => {
  const count = 200_000;
  const inputs = Array.from({ length: count }, (_, index) => `v${index}`);
  const first = operatorWith({ inputs, outputs: ['all'], attributes: [] });
  const readers = inputs.map((name, index) =>
    operatorWith({ inputs: ['all'], outputs: [name], index: index + 1, attributes: [] }),
  );
  const printed = printModel(changed({ operators: [first, ...readers] }));
  assert.equal(printed.tokensAt(printed.lineOfOperator('/', 0)!).length, count + 3);
  assert.equal(printed.referencesOf('/', 'all').length, count);
});

test('names of ten million characters', () => {
  const name = '"'.repeat(10_000_000);
  const printed = printModel(changed({ operators: [operatorWith({ name })] }));
  assert.equal(printed.tokensAt(printed.lineOfOperator('/', 0)!)[0]!.name.length, name.length);
  assert.equal(modelOfText(printed.text).graph!.operators[0]!.name.length, name.length);
});
