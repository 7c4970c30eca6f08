import assert from 'node:assert/strict';
import { test } from 'node:test';
import onnxProto from 'onnx-proto';
import { parseModelText } from '../../core/onnx/text';

const decode = (bytes: Uint8Array | undefined) =>
  onnxProto.onnx.ModelProto.toObject(onnxProto.onnx.ModelProto.decode(bytes!), { longs: String, bytes: Array });

/** The model of a text, decoded by protobuf's own rules. */
function model(text: string): ReturnType<typeof decode> {
  const { bytes, problems } = parseModelText(text);
  assert.deepEqual(problems, []);
  return decode(bytes);
}

/** The only attribute of a node that is given these attributes. */
function attribute(text: string): unknown {
  const { attribute } = model(`g () => () { y = Op <${text}> () }`)['graph'].node[0];
  assert.equal(attribute.length, 1);
  const { name, ...rest } = attribute[0];
  assert.equal(name, 'a');
  return rest;
}

/** The type of an input. */
const type = (text: string): unknown => model(`g (${text} x) => () {}`)['graph'].input[0].type;

/** An initializer's fields. */
function tensor(text: string): unknown {
  const { name, dims, ...rest } = model(`g () => () <${text}> {}`)['graph'].initializer[0];
  assert.equal(name, 't');
  return { dims: dims ?? [], ...rest };
}

const bytesOf = (text: string) => [...new TextEncoder().encode(text)];

test('header', () => {
  const { graph, ...header } = model(`<
    ir_version: 10, opset_import: ["" : 21, "com.microsoft" : 1], producer_name: "p", producer_version: "1.0",
    domain: "d", model_version: -3, doc_string: "a \\"b\\" \\\\ \\n", metadata_props: ["k": "v", "": ""]
  > g () => () {}`);
  assert.equal(graph.name, 'g');
  assert.deepEqual(header, {
    irVersion: '10',
    opsetImport: [
      { domain: '', version: '21' },
      { domain: 'com.microsoft', version: '1' },
    ],
    producerName: 'p',
    producerVersion: '1.0',
    domain: 'd',
    modelVersion: '-3',
    docString: 'a "b" \\ n',
    metadataProps: [
      { key: 'k', value: 'v' },
      { key: '', value: '' },
    ],
  });
});

for (const [text, expected] of [
  ['float', { tensorType: { elemType: 1, shape: {} } }],
  ['float[]', { tensorType: { elemType: 1 } }],
  [
    'bfloat16[N, 3,?,"a b",-1]',
    {
      tensorType: {
        elemType: 16,
        shape: { dim: [{ dimParam: 'N' }, { dimValue: '3' }, {}, { dimParam: 'a b' }, { dimValue: '-1' }] },
      },
    },
  ],
  [
    'int2[9223372036854775807]',
    { tensorType: { elemType: 26, shape: { dim: [{ dimValue: '9223372036854775807' }] } } },
  ],
  ['unknown_type_-1[2]', { tensorType: { elemType: -1, shape: { dim: [{ dimValue: '2' }] } } }],
  ['unknown_type_99', { tensorType: { elemType: 99, shape: {} } }],
  [
    'seq(seq(int64))',
    { sequenceType: { elemType: { sequenceType: { elemType: { tensorType: { elemType: 7, shape: {} } } } } } },
  ],
  [
    'map(string, float[2])',
    { mapType: { keyType: 8, valueType: { tensorType: { elemType: 1, shape: { dim: [{ dimValue: '2' }] } } } } },
  ],
  ['optional(undefined)', { optionalType: { elemType: {} } }],
  ['sparse_tensor(double[])', { sparseTensorType: { elemType: 11 } }],
] as const) {
  test(`type ${text}`, () => assert.deepEqual(type(text), expected));
}

test('an opaque type has a name and perhaps a domain', () => {
  // The oracle's Opaque lives in another message, so only the size of what it skips can be compared.
  for (const [text, bytes] of [
    ['opaque()', [58, 0]],
    ['opaque(n)', [58, 3, 18, 1, 110]],
    ['opaque(a.b, n)', [58, 8, 10, 3, 97, 46, 98, 18, 1, 110]],
  ] as const) {
    const content = String([...parseModelText(`g (${text} x) => () {}`).bytes!]);
    assert.ok(content.endsWith(String([18, bytes.length, ...bytes])), text);
  }
});

for (const [text, expected] of [
  ['a = 1', { i: '1', type: 2 }],
  ['a: int = -9223372036854775808', { i: '-9223372036854775808', type: 2 }],
  ['a = 1.5', { f: 1.5, type: 1 }],
  ['a: float = -0', { f: -0, type: 1 }],
  ['a = 1e2', { f: 100, type: 1 }],
  ['a = - Infinity', { f: -Infinity, type: 1 }],
  ['a: float = NaN', { f: NaN, type: 1 }],
  ['a = "s"', { s: bytesOf('s'), type: 3 }],
  ['a = "\u4e2d\n"', { s: bytesOf('中\n'), type: 3 }],
  ['a = [1, 2]', { ints: ['1', '2'], type: 7 }],
  ['a: floats = [1, 2.5]', { floats: [1, 2.5], type: 6 }],
  ['a = ["", "x"]', { strings: [[], bytesOf('x')], type: 8 }],
  ['a: ints = []', { type: 7 }],
  ['a = @b', { refAttrName: 'b', type: 0 }],
  ['a: graph = @b', { refAttrName: 'b', type: 5 }],
  ['a = float[2]', { tp: { tensorType: { elemType: 1, shape: { dim: [{ dimValue: '2' }] } } }, type: 13 }],
  [
    'a: type_protos = [seq(bool)]',
    { typeProtos: [{ sequenceType: { elemType: { tensorType: { elemType: 9, shape: {} } } } }], type: 14 },
  ],
  ['a = int64[1] {7}', { t: { dims: ['1'], dataType: 7, int64Data: ['7'] }, type: 4 }],
  ['a = int64[1] t = {7}', { t: { dims: ['1'], dataType: 7, int64Data: ['7'], name: 't' }, type: 4 }],
  ['a = int64 "t t" {7}', { t: { dataType: 7, int64Data: ['7'], name: 't t' }, type: 4 }],
  ['a: tensor = int4[2] ...', { t: { dims: ['2'], dataType: 22 }, type: 4 }],
  [
    'a: tensors = [float {1}, float t {2}]',
    {
      tensors: [
        { dataType: 1, floatData: [1] },
        { dataType: 1, floatData: [2], name: 't' },
      ],
      type: 9,
    },
  ],
  ['a = h () => () {}', { g: { name: 'h' }, type: 5 }],
  ['a = "h h" () => () {}', { g: { name: 'h h' }, type: 5 }],
  ['a: graphs = [float () => () {}, k () => () {}]', { graphs: [{ name: 'float' }, { name: 'k' }], type: 10 }],
  [
    'a = sparse_tensor(float[4]) {float[1] v {2}, int64[1] {3}}',
    {
      sparseTensor: {
        values: { dims: ['1'], dataType: 1, floatData: [2], name: 'v' },
        indices: { dims: ['1'], dataType: 7, int64Data: ['3'] },
        dims: ['4'],
      },
      type: 11,
    },
  ],
] as const) {
  test(`attribute ${text}`, () => assert.deepEqual(attribute(text), expected));
}

for (const [text, expected] of [
  ['float t = {1}', { dims: [], dataType: 1, floatData: [1] }],
  ['float[2] t = {}', { dims: ['2'], dataType: 1 }],
  ['double[2] t = {1e300, -inf}', { dims: ['2'], dataType: 11, doubleData: [1e300, -Infinity] }],
  ['float16[1] t = {65535}', { dims: ['1'], dataType: 10, int32Data: [65535] }],
  ['int8[2] t = {-128, 127}', { dims: ['2'], dataType: 3, int32Data: [-128, 127] }],
  ['uint64[1] t = {18446744073709551615}', { dims: ['1'], dataType: 13, uint64Data: ['18446744073709551615'] }],
  ['string[2] t = {"a", ""}', { dims: ['2'], dataType: 8, stringData: [bytesOf('a'), []] }],
  ['complex64[1] t = {1, 2}', { dims: ['1'], dataType: 14, floatData: [1, 2] }],
  ['int4[3] t = {-8, 7, 1}', { dims: ['3'], dataType: 22, rawData: [0x78, 0x01] }],
  ['uint2[5] t = {0, 1, 2, 3, 1}', { dims: ['5'], dataType: 25, rawData: [0b11100100, 1] }],
  ['int4[4] t = {1, 2}', { dims: ['4'], dataType: 22, int32Data: [1, 2] }],
  [
    'float[9] t = ["location": "w.bin", "offset": "0"]',
    {
      dims: ['9'],
      dataType: 1,
      externalData: [
        { key: 'location', value: 'w.bin' },
        { key: 'offset', value: '0' },
      ],
      dataLocation: 1,
    },
  ],
] as const) {
  test(`initializer ${text}`, () => assert.deepEqual(tensor(text), expected));
}

test('graph', () => {
  const { graph } = model(`"my graph" (float x = {1}, "a b", float "float") => (y) # a comment
    <float[N] h, "untyped", sparse_tensor(float[4]) s = {float[1] v {2}, int64[1] {3}}> {}`);
  const scalar = { tensorType: { elemType: 1, shape: {} } };
  assert.deepEqual(graph, {
    name: 'my graph',
    input: [{ name: 'x', type: scalar }, { name: 'a b' }, { name: 'float', type: scalar }],
    output: [{ name: 'y' }],
    initializer: [{ name: 'x', dataType: 1, floatData: [1] }],
    valueInfo: [
      { name: 'h', type: { tensorType: { elemType: 1, shape: { dim: [{ dimParam: 'N' }] } } } },
      { name: 'untyped' },
    ],
    sparseInitializer: [
      {
        values: { name: 's', dims: ['1'], dataType: 1, floatData: [2] },
        indices: { dims: ['1'], dataType: 7, int64Data: ['3'] },
        dims: ['4'],
      },
    ],
  });
});

const one = [{ name: 'a', i: '1', type: 2 }];
for (const [text, expected] of [
  ['y = Op ()', { output: ['y'], opType: 'Op' }],
  ['Op ()', undefined],
  ['= Op (x)', { input: ['x'], opType: 'Op' }],
  ['[n] y, "" = Op (x, "", ,z,)', { output: ['y', ''], name: 'n', opType: 'Op', input: ['x', '', '', 'z'] }],
  ['["a b"] "0" = Op ("1")', { output: ['0'], name: 'a b', opType: 'Op', input: ['1'] }],
  ['[] y = Op ()', { output: ['y'], name: '', opType: 'Op' }],
  ['y = com.microsoft.Op (,)', { output: ['y'], domain: 'com.microsoft', opType: 'Op', input: [''] }],
  ['y = "d d"."FAKE!" ()', { output: ['y'], domain: 'd d', opType: 'FAKE!' }],
  ['y = Op <a = 1> ()', { output: ['y'], opType: 'Op', attribute: one }],
  ['y = Op () <a = 1>', { output: ['y'], opType: 'Op', attribute: one }],
] as const) {
  test(`node ${text}`, () => {
    const parsed = parseModelText(`g () => () { ${text} }`);
    if (expected === undefined) assert.equal(parsed.problems.length, 1);
    else assert.deepEqual(model(`g () => () { ${text} }`)['graph'].node, [expected]);
  });
}

test('functions', () => {
  const { functions } = model(`g () => () { y = d.f:o () }
    <domain: "d", overload: "o", opset_import: ["" : 18], doc_string: "doc">
    f <alpha, beta: float = 1.5> (float[N] a, b) => (c) <float[N] h> { c = Op <v: float = @alpha> (a) }
    h (x) => (y) {}`);
  // Overload, attribute defaults and value_info are younger than the oracle.
  assert.deepEqual(functions, [
    {
      name: 'f',
      domain: 'd',
      opsetImport: [{ domain: '', version: '18' }],
      docString: 'doc',
      attribute: ['alpha'],
      input: ['a', 'b'],
      output: ['c'],
      node: [{ output: ['c'], opType: 'Op', attribute: [{ name: 'v', refAttrName: 'alpha', type: 1 }], input: ['a'] }],
    },
    { name: 'h', input: ['x'], output: ['y'] },
  ]);
});

/** What is reported about a text, and at which part of it. */
function failures(text: string): string[] {
  return parseModelText(text).problems.map(({ code, message, span }) => {
    assert.match(message.zh, /[\u4e00-\u9fff]/);
    return `${code} ${JSON.stringify(text.slice(span!.start, span!.end))} ${message.en}`;
  });
}

for (const [text, ...expected] of [
  ['', /syntax "" the text ends where a name is expected/],
  ['<html></html>', /syntax "html" .*found `html`|syntax ">" expected `:`/],
  ['<ir_version: "a"> g () => () {}', /"\\"a\\"" expected an integer/],
  ['<ir: 1> g () => () {}', /"ir" expected an entry of a model/],
  ['g () = () {}', /"=" expected `=>`/],
  ['g () => () {', /"" the text ends where `}` is expected/],
  ['g () => () { y = Op <a = "b> () }', /"\\"b> \(\) }" this string is not closed/],
  ['g () => () { y = Op <a = []> () }', /"\[\]" an empty list does not tell its type/],
  ['g () => () { y = Op <a = [1, 2.0]> () }', /"\[1, 2.0\]" this value is no ints/],
  ['g () => () { y = Op <a: ints = 1> () }', /"1" this value is no ints/],
  ['g () => () { y = Op <a: int = "s"> () }', /"\\"s\\"" this value is no int;/],
  ['g () => () { y = Op <a: number = 1> () }', /"number" expected an attribute type/],
  ['g () => () { y = Op <a = 9223372036854775808> () }', /"9223372036854775808" this integer is outside of/],
  ['g () => () { y = Op <a = 1e39> () }', /number-range "1e39" this number is too large for a float/],
  ['g () => () <int4[1] t = {2147483648}> {}', /"2147483648" this integer is outside of -2147483648 to/],
  ['g () => () <float[N] t = {1}> {}', /consists of numbers/],
  ['g () => () <float[] t = {1}> {}', /need a tensor type with a rank/],
  ['g () => () <seq(float) t = {1}> {}', /need a tensor type with a rank/],
  [`g (${'seq('.repeat(5000)} x) => () {}`, /types are nested deeper than 100/],
  ['g () => () {\n a b\n y = Op (1)\n z = Op ()\n}', /"b" expected `=`/, /"1" expected a name/],
] as const) {
  test(`a problem in ${JSON.stringify(text.slice(0, 60))}`, () => {
    const found = failures(text);
    assert.equal(found.length, expected.length, found.join('\n'));
    for (const [index, pattern] of expected.entries()) assert.match(found[index]!, pattern);
  });
}

test('the nodes around a bad one survive', () => {
  const { bytes } = parseModelText('g () => () {\n a = A ()\n bad\n b = B () }');
  assert.deepEqual(
    decode(bytes)['graph'].node.map(({ opType }: { opType: string }) => opType),
    ['A', 'B'],
  );
});

test('graphs nested without end are refused, not recursed into', () => {
  const depth = 100_000;
  const text = 'g () => () { y = If () <a = '.repeat(depth);
  assert.match(failures(text)[0]!, /graphs are nested deeper than 100/);
});

test('no prefix of a text throws', () => {
  const text = `<ir_version: 10> g (float[1] x = {1}) => (y) <int4[2] w = ["a": "b"]>
    { [n] y = d.Op:o <a: floats = [1, inf], g = h () => () {}, t = float {1}> ("x") } <domain: "d"> f <a> (x) => (y) {}`;
  for (let length = 0; length < text.length; length += 1) {
    parseModelText(text.slice(0, length));
  }
  assert.deepEqual(failures(text), []);
});

test('nodes know where they stand', () => {
  const text = 'g () => () { [n] y = d.Op:o <a = 1> (x) z = If (y) <b = h () => () { u = Neg () }> }';
  const { operators } = parseModelText(text);
  const spans = [...operators].map(([path, list]) => [
    path,
    ...list.map(({ start, end, operator }) => [text.slice(start, end), text.slice(operator.start, operator.end)]),
  ]);
  assert.deepEqual(spans, [
    ['/', ['[n] y = d.Op:o <a = 1> (x)', 'd.Op'], ['z = If (y)', 'If']],
    ['/1.b', ['u = Neg ()', 'Neg']],
  ]);
});

test('names that were not UTF-8 keep their bytes', () => {
  const { bytes } = parseModelText('g ("\udcff") => () {}');
  assert.ok(String([...bytes!]).includes(String([10, 1, 255])));
});

test('inputs and weights know where they are declared', () => {
  const text = 'g (float[2] x = {1, 2}, y) => (z) <int64 "w w" = {3}, float h> { z = If () <b = i (bool c) => () {}> }';
  const places = [...parseModelText(text).values].map(([path, spans]) => [
    path,
    ...[...spans].map(([name, { start, end }]) => `${name}: ${text.slice(start, end)}`),
  ]);
  assert.deepEqual(places, [
    ['/', 'x: float[2] x', 'y: y', 'w w: int64 "w w"', 'h: float h'],
    ['/0.b', 'c: bool c'],
  ]);
});

for (const [what, text] of [
  ['comments', `g () => () {${'#\n'.repeat(3_000_000)}}`],
  ['spaces', `g () => () {${' '.repeat(10_000_000)}}`],
  ['digits', `g () => () {y = Op <a = ${'9'.repeat(10_000_000)}> ()}`],
  ['escapes', `"${'\\a'.repeat(5_000_000)}" () => () {}`],
  ['bad lines', `g () => () {${'a b\n'.repeat(300_000)}}`],
  ['names', `g () => () {${'a,'.repeat(2_000_000)} = Op ()}`],
] as const) {
  test(`millions of ${what}`, { timeout: 10_000 }, () => {
    assert.ok(parseModelText(text).problems.length <= 100);
  });
}
