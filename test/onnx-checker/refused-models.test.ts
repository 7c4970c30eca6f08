import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesSource, type Problem } from '../../core/model';
import { checkModel } from '../../core/onnx/check';
import { readModel } from '../../core/onnx/reader';
import {
  type FunctionOptions,
  float32s,
  fn,
  type GraphOptions,
  graph,
  int64s,
  type ModelOptions,
  model,
  type Node,
  node,
  reference,
  sparseTensor,
  type TensorMessage,
  tensor,
} from '../harness/onnx-builder';
import { delimited, fixed32, packed, varint } from '../harness/protobuf-fields';

/** Each model has exactly the errors that are named, as `code` or `code @ path/index` for one at an operator. */
interface Case {
  readonly what: string;
  readonly model: Uint8Array;
  readonly errors: readonly string[];
  readonly warnings?: readonly string[];
}

const io = { inputs: { x: 'float[2]' }, outputs: { y: 'float[2]' } } as const;
const relu = node('Relu', ['x'], ['y']);
const whole = (options: GraphOptions, modelOptions?: ModelOptions) =>
  model({ ...io, nodes: [relu], ...options }, modelOptions);
const nodes = (...list: Node[]) => model({ ...io, nodes: list });
const initializer = (tensor: TensorMessage) => whole({ initializers: [tensor] });
const attribute = (...fields: Parameters<typeof delimited>[1][]) =>
  nodes(node('Softmax', ['x'], ['y'], {}, { extra: fields.map((field) => delimited(5, field)) }));
const sparse = (values: TensorMessage, indices: TensorMessage, dims: number[]) =>
  whole({ sparseInitializers: [sparseTensor(values, indices, dims)] });
const two = float32s([2], [1, 2], 's');
const functions = (...list: FunctionOptions[]) =>
  model({ ...io, nodes: [node('local.f', ['x'], ['y'])] }, { opsets: { '': 21, local: 1 }, functions: list.map(fn) });
const f: FunctionOptions = {
  name: 'f',
  domain: 'local',
  inputs: ['a'],
  outputs: ['b'],
  nodes: [node('Relu', ['a'], ['b'])],
};
const branches = (then: GraphOptions) =>
  nodes(
    node('If', ['x'], ['y'], {
      then_branch: graph(then),
      else_branch: graph({ nodes: [node('Abs', ['x'], ['e'])], outputs: { e: undefined } }),
    }),
  );

const cases: readonly Case[] = [
  { what: 'a good model', model: nodes(relu), errors: [] },
  { what: 'no ir_version', model: whole({}, { irVersion: null }), errors: ['missing-ir-version'] },
  { what: 'ir_version 2^60', model: whole({}, { irVersion: 2n ** 60n }), errors: ['newer-ir-version'] },
  { what: 'no opset import, told once', model: whole({}, { opsets: {} }), errors: ['missing-opset-import'] },
  { what: 'an opset import in IR 2', model: whole({}, { irVersion: 2 }), errors: ['early-opset-import'] },
  { what: 'no opset import in IR 2', model: whole({}, { irVersion: 2, opsets: {} }), errors: [] },
  {
    what: 'an opset of 2^62',
    model: whole({}, { opsets: { '': 2n ** 62n } }),
    errors: ['opset-version-range'],
  },
  { what: 'opset -1', model: whole({}, { opsets: { '': -1 } }), errors: ['unknown-operator @ /0'] },
  {
    what: 'a domain twice',
    model: whole(
      {},
      {
        opsets: [
          ['', 13],
          ['', 21],
        ],
      },
    ),
    errors: [],
    warnings: ['repeated-opset-import'],
  },
  {
    what: 'a metadata key twice',
    model: whole({}, { metadata: { a: '1' }, extra: [delimited(14, [delimited(1, 'a')])] }),
    errors: ['repeated-metadata'],
  },
  { what: 'no graph', model: model(undefined), errors: ['missing-graph'] },
  { what: 'a graph without a name', model: whole({ name: null }), errors: ['graph-without-name'] },

  { what: 'an input without a type', model: whole({ inputs: { x: undefined } }), errors: ['incomplete-type'] },
  { what: 'an input without a shape', model: whole({ inputs: { x: 'float[]' } }), errors: ['incomplete-type'] },
  {
    what: 'an input without a name',
    model: whole({ inputs: { x: 'float', '': 'float' } }),
    errors: ['value-without-name'],
  },
  { what: 'a type that says nothing', model: whole({ inputs: { x: '' } }), errors: ['incomplete-type'] },
  { what: 'a sequence of anything', model: whole({ inputs: { x: 'seq(float[])' } }), errors: [] },
  { what: 'an opaque type without a name', model: whole({ inputs: { x: 'opaque()' } }), errors: ['incomplete-type'] },
  {
    what: 'an unknown element type',
    model: whole({ inputs: { x: 'type-100[2]' } }),
    errors: [],
    warnings: ['unknown-element-type'],
  },
  {
    what: 'a dimension of -1',
    model: whole({ inputs: { x: 'float[-1]' } }),
    errors: [],
    warnings: ['negative-dimension'],
  },
  {
    what: 'two inputs of one name',
    model: whole({
      inputs: [
        ['x', 'float'],
        ['x', 'float'],
      ],
    }),
    errors: ['repeated-input'],
  },
  {
    what: 'an output that nothing computes',
    model: whole({ outputs: { z: 'float' } }),
    errors: ['output-not-computed'],
  },

  {
    what: 'an operator without a type',
    model: nodes(relu, node('', ['x'], ['z'])),
    errors: ['operator-without-type @ /1'],
  },
  {
    what: 'an operator without values',
    model: nodes(relu, node('Relu', [], [])),
    errors: ['operator-without-values @ /1', 'input-count @ /1', 'output-count @ /1'],
  },
  {
    what: 'an operator that ONNX does not have',
    model: nodes(node('Foo', ['x'], ['y'])),
    errors: ['unknown-operator @ /0'],
  },
  {
    what: 'an operator before its time',
    model: model({ ...io, nodes: [node('Gelu', ['x'], ['y'])] }, { opsets: { '': 19 } }),
    errors: ['unknown-operator @ /0'],
  },
  {
    what: 'an operator of a domain that is not imported',
    model: nodes(node('com.microsoft.Gelu', ['x'], ['y'])),
    errors: ['missing-opset-import @ /0'],
  },
  {
    what: 'an operator of a domain of its own',
    model: model({ ...io, nodes: [node('mine.Foo', ['x'], ['y'], { anything: 1 })] }, { opsets: { '': 21, mine: 1 } }),
    errors: [],
  },
  {
    what: 'the standard domain imported by its other name',
    model: whole({}, { opsets: { 'ai.onnx': 21 } }),
    errors: [],
  },
  {
    what: 'the standard domain by its other name in an operator',
    model: model({ ...io, nodes: [node('ai.onnx.Relu', ['x'], ['y'])] }, { opsets: { 'ai.onnx': 21 } }),
    errors: ['unknown-operator @ /0'],
  },
  {
    what: 'a deprecated operator',
    model: model({ ...io, nodes: [node('Upsample', ['x', 'x'], ['y'])] }, { opsets: { '': 10 } }),
    errors: ['deprecated-operator @ /0'],
  },
  { what: 'too many inputs', model: nodes(node('Relu', ['x', 'x'], ['y'])), errors: ['input-count @ /0'] },
  { what: 'too few inputs', model: nodes(node('Add', ['x'], ['y'])), errors: ['input-count @ /0'] },
  { what: 'too many outputs', model: nodes(node('Relu', ['x'], ['y', 'z'])), errors: ['output-count @ /0'] },
  {
    what: 'two outputs of BatchNormalization, which has one or three',
    model: nodes(node('BatchNormalization', ['x', 'x', 'x', 'x', 'x'], ['y', 'm'])),
    errors: ['output-count @ /0'],
  },
  { what: 'a required input left out', model: nodes(node('Add', ['', 'x'], ['y'])), errors: ['missing-input @ /0'] },
  { what: 'an optional input left out', model: nodes(node('Clip', ['x', '', 'x'], ['y'])), errors: [] },
  {
    what: 'a required output left out',
    model: nodes(relu, node('TopK', ['x', 'x'], ['v', ''])),
    errors: ['missing-output @ /1'],
  },

  {
    what: 'an unknown attribute',
    model: nodes(node('Relu', ['x'], ['y'], { axis: 1 })),
    errors: ['unknown-attribute @ /0'],
  },
  { what: "a runtime's own attribute", model: nodes(node('Relu', ['x'], ['y'], { __private: 1 })), errors: [] },
  {
    what: 'any attribute of LayerNormalization',
    model: nodes(node('LayerNormalization', ['x', 'x'], ['y'], { whatever: 1 })),
    errors: [],
  },
  { what: 'a missing attribute', model: nodes(node('Concat', ['x'], ['y'])), errors: ['missing-attribute @ /0'] },
  {
    what: 'an attribute of another type',
    model: nodes(node('Softmax', ['x'], ['y'], { axis: 0.5 })),
    errors: ['attribute-type @ /0'],
  },
  {
    what: 'an attribute twice',
    model: attribute([delimited(1, 'axis'), varint(3, 0), varint(20, 2)], [delimited(1, 'axis'), varint(20, 2)]),
    errors: ['repeated-attribute @ /0'],
  },
  {
    what: 'an attribute without a type',
    model: attribute([delimited(1, 'axis'), varint(3, 0)]),
    errors: ['attribute-without-type @ /0', 'attribute-type @ /0'],
  },
  {
    what: 'an INT with its value in f',
    model: attribute([delimited(1, 'axis'), fixed32(2, 1), varint(20, 2)]),
    errors: ['attribute-type-mismatch @ /0'],
  },
  {
    what: 'an attribute with two values',
    model: attribute([delimited(1, 'axis'), varint(3, 1), packed(8, [1]), varint(20, 2)]),
    errors: ['attribute-type-mismatch @ /0', 'attribute-with-several-values @ /0'],
  },
  {
    what: 'an attribute without a name',
    model: attribute([varint(3, 1), varint(20, 2)]),
    errors: ['attribute-without-name @ /0', 'unknown-attribute @ /0'],
  },
  {
    what: 'a tensor attribute without a tensor',
    model: nodes(
      relu,
      node('Constant', [], ['c'], {}, { extra: [delimited(5, [delimited(1, 'value'), varint(20, 4)])] }),
    ),
    errors: ['attribute-without-value @ /1'],
  },
  {
    what: 'a bad tensor in an attribute',
    model: nodes(relu, node('Constant', [], ['c'], { value: tensor('float', [2], { raw: [0] }) })),
    errors: ['tensor-data-too-short @ /1'],
  },

  { what: 'a value computed twice', model: nodes(relu, node('Abs', ['x'], ['y'])), errors: ['repeated-value @ /1'] },
  {
    what: 'a value that nothing computes',
    model: nodes(node('Relu', ['nowhere'], ['y'])),
    errors: ['undefined-value @ /0'],
  },
  {
    what: 'operators out of order',
    model: nodes(node('Abs', ['t'], ['y']), node('Relu', ['x'], ['t'])),
    errors: ['not-sorted @ /0'],
  },
  {
    what: 'a cycle',
    model: nodes(node('Relu', ['b'], ['a']), node('Relu', ['a'], ['b']), relu),
    errors: ['not-sorted @ /0'],
  },
  {
    what: 'an operator that reads its own output',
    model: nodes(node('Relu', ['y'], ['y'])),
    errors: ['not-sorted @ /0'],
  },
  {
    what: 'a subgraph that reads an outer value',
    model: branches({ nodes: [node('Abs', ['x'], ['t'])], outputs: { t: undefined } }),
    errors: [],
  },
  {
    what: 'a subgraph that computes an outer value again',
    model: branches({ nodes: [node('Abs', ['x'], ['x'])], outputs: { x: undefined } }),
    errors: ['repeated-value @ /0.then_branch/0'],
  },
  {
    what: "a subgraph's output that is an outer value",
    model: branches({ outputs: { x: undefined } }),
    errors: ['output-not-computed'],
  },
  {
    what: 'a defect in a subgraph has its place there',
    model: branches({ nodes: [node('Foo', ['x'], ['t'])], outputs: { t: undefined } }),
    errors: ['unknown-operator @ /0.then_branch/0'],
  },
  {
    what: 'a reference with a value, in a subgraph',
    model: branches({
      nodes: [
        node(
          'LeakyRelu',
          ['x'],
          ['t'],
          {},
          {
            extra: [delimited(5, [delimited(1, 'alpha'), fixed32(2, 1), varint(20, 1), delimited(21, 'a')])],
          },
        ),
      ],
      outputs: { t: undefined },
    }),
    errors: ['reference-with-value @ /0.then_branch/0'],
  },

  {
    what: 'an initializer without a name',
    model: initializer(float32s([1], [1])),
    errors: ['initializer-without-name'],
  },
  {
    what: 'two initializers of one name',
    model: whole({ initializers: [float32s([1], [1], 'w'), float32s([1], [1], 'w')] }),
    errors: ['repeated-initializer'],
  },
  {
    what: 'an initializer that is no input, in IR 3',
    model: whole({ initializers: { w: float32s([1], [1]) } }, { irVersion: 3 }),
    errors: ['initializer-not-input'],
  },
  {
    what: 'a tensor without a type',
    model: initializer(tensor('undefined', [1], { name: 'w', raw: [1] })),
    errors: ['tensor-without-type'],
  },
  {
    what: 'a negative dimension',
    model: initializer(tensor('float', [-1], { name: 'w' })),
    errors: ['negative-dimension'],
  },
  {
    what: 'dimensions of more than 64 bits',
    model: initializer(tensor('int8', [2n ** 32n, 2n ** 32n], { name: 'w' })),
    errors: ['dimensions-overflow'],
  },
  { what: 'no data', model: initializer(tensor('float', [2], { name: 'w' })), errors: ['tensor-payload-fields'] },
  {
    what: 'data twice',
    model: initializer(tensor('float', [1], { name: 'w', floats: [1], raw: [0, 0, 0, 0] })),
    errors: ['tensor-payload-fields'],
  },
  {
    what: 'data of an empty tensor',
    model: initializer(tensor('float', [0], { name: 'w', floats: [1] })),
    errors: ['empty-tensor-with-data'],
  },
  {
    what: 'too little data',
    model: initializer(tensor('float', [2], { name: 'w', raw: [0, 0, 0, 0, 0] })),
    errors: ['tensor-data-too-short'],
  },
  {
    what: 'too few values',
    model: initializer(tensor('float', [2], { name: 'w', floats: [1] })),
    errors: ['tensor-data-too-short'],
  },
  { what: 'an odd number of int4', model: initializer(tensor('int4', [3], { name: 'w', raw: [1, 2] })), errors: [] },
  {
    what: 'too few int4',
    model: initializer(tensor('int4', [5], { name: 'w', raw: [1, 2] })),
    errors: ['tensor-data-too-short'],
  },
  {
    what: 'too few complex numbers',
    model: initializer(tensor('complex64', [2], { name: 'w', floats: [1, 2, 3] })),
    errors: ['tensor-data-too-short'],
  },
  {
    what: 'strings in raw_data',
    model: initializer(tensor('string', [1], { name: 'w', raw: [65] })),
    errors: ['string-tensor-in-raw-data'],
  },
  {
    what: 'integers in the wrong field',
    model: initializer(tensor('int64', [1], { name: 'w', int32s: [1] })),
    errors: ['tensor-in-wrong-field'],
  },
  {
    what: 'an unknown type in a typed field',
    model: initializer(tensor('type99', [1], { name: 'w', int32s: [1] })),
    errors: ['unknown-element-type'],
  },
  {
    what: 'a rank of 100,000',
    model: initializer(
      tensor('float', [], { name: 'w', raw: [0, 0, 0, 0], extra: [packed(1, Array(100_000).fill(1))] }),
    ),
    errors: [],
    warnings: ['huge-rank'],
  },
  {
    what: 'external data beside data in the model',
    model: initializer(tensor('float', [1], { name: 'w', floats: [1], external: { location: 'w.bin' } })),
    errors: ['external-tensor-with-data'],
  },
  {
    what: 'external data without a location',
    model: initializer(tensor('float', [1], { name: 'w', external: { offset: '0' } })),
    errors: ['external-tensor-without-location'],
  },

  { what: 'a good sparse tensor', model: sparse(two, int64s([0, 3]), [2, 2]), errors: [] },
  {
    what: 'a good sparse tensor of tuples',
    model: sparse(two, tensor('int64', [2, 2], { int64s: [0, 1, 1, 0] }), [2, 2]),
    errors: [],
  },
  { what: 'sparse indices out of range', model: sparse(two, int64s([0, 4]), [2, 2]), errors: ['sparse-tensor'] },
  { what: 'sparse indices out of order', model: sparse(two, int64s([3, 0]), [2, 2]), errors: ['sparse-tensor'] },
  {
    what: 'sparse tuples out of range',
    model: sparse(two, tensor('int64', [2, 2], { int64s: [0, 1, 0, 2] }), [2, 2]),
    errors: ['sparse-tensor'],
  },
  { what: 'too few sparse indices', model: sparse(two, int64s([0]), [2, 2]), errors: ['sparse-tensor'] },
  { what: 'a sparse tensor without dimensions', model: sparse(two, int64s([0, 1]), []), errors: ['sparse-tensor'] },
  { what: 'sparse indices that are floats', model: sparse(two, float32s([2], [0, 1]), [4]), errors: ['sparse-tensor'] },
  {
    what: 'a sparse tensor without indices',
    model: whole({ extra: [delimited(15, [delimited(1, two.bytes), varint(3, 4)])] }),
    errors: ['sparse-tensor'],
  },

  { what: 'a good function', model: functions(f), errors: [] },
  { what: 'a function without a name', model: functions({ ...f, name: '' }), errors: ['function-without-name'] },
  { what: 'two functions of one name', model: functions(f, f), errors: ['repeated-function'] },
  { what: 'two functions of one name and two overloads', model: functions(f, { ...f, overload: 'o' }), errors: [] },
  {
    what: 'a function with an input twice',
    model: functions({ ...f, inputs: ['a', 'a'] }),
    errors: ['repeated-function-parameter'],
  },
  {
    what: 'a function that calls itself',
    model: functions({ ...f, nodes: [node('local.f', ['a'], ['b'])], opsets: { local: 1 } }),
    errors: ['recursive-function'],
  },
  {
    what: 'functions in a circle, the last call in a subgraph',
    model: functions(
      { ...f, nodes: [node('local.g', ['a'], ['b'])], opsets: { local: 1 } },
      {
        ...f,
        name: 'g',
        nodes: [node('local.other', ['a'], ['b'], { body: graph({ nodes: [node('local.f', ['a'], ['c'])] }) })],
        opsets: { local: 1 },
      },
    ),
    errors: ['recursive-function'],
  },
  {
    what: 'functions that call 101 deep',
    model: functions(
      ...Array.from({ length: 101 }, (_, index) => ({
        ...f,
        name: index === 0 ? 'f' : `f${index}`,
        nodes: [index === 100 ? relu_('a', 'b') : node(`local.f${index + 1}`, ['a'], ['b'])],
        opsets: { '': 21, local: 1 },
      })),
    ),
    errors: ['call-too-deep'],
  },
  {
    what: 'a value of the model in a function',
    model: functions({ ...f, nodes: [node('Relu', ['x'], ['b'])] }),
    errors: ['undefined-value @ local:f:/0'],
  },
  {
    what: 'a function without an opset import',
    model: functions({ ...f, opsets: {} }),
    errors: ['missing-opset-import'],
  },
  {
    what: 'an operator that changed between the versions of function and model',
    model: functions({ ...f, opsets: { '': 5 } }),
    errors: ['incompatible-opset-import @ local:f:/0'],
  },
  { what: 'an operator that did not', model: functions({ ...f, opsets: { '': 14 } }), errors: [] },
  {
    what: 'an output that the function does not compute',
    model: functions({ ...f, outputs: ['b', 'c'] }),
    errors: [],
    warnings: ['output-not-computed'],
  },
  {
    what: 'references in a function',
    model: functions({ ...f, nodes: [node('LeakyRelu', ['a'], ['b'], { alpha: reference('alpha', 'FLOAT') })] }),
    errors: [],
  },
  {
    what: 'a reference of another type',
    model: functions({ ...f, nodes: [node('LeakyRelu', ['a'], ['b'], { alpha: reference('alpha', 'INT') })] }),
    errors: ['attribute-type @ local:f:/0'],
  },
];

function relu_(input: string, output: string): Node {
  return node('Relu', [input], [output]);
}

function described({ code, place }: Problem): string {
  const name = code.replace(/^onnx\//, '');
  return place === undefined
    ? name
    : `${name} @ ${place.graph.endsWith('/') ? place.graph : `${place.graph}/`}${place.index}`;
}

for (const { what, model: bytes, errors, warnings = [] } of cases) {
  test(what, () => {
    const { model: read, problems } = readModel(bytesSource(bytes));
    assert.deepEqual(problems, []);
    const found = checkModel(read!);
    assert.deepEqual(found.filter(({ severity }) => severity === 'error').map(described), errors);
    assert.deepEqual(found.filter(({ severity }) => severity === 'warning').map(described), warnings);
    for (const { message } of found) {
      assert.match(message.en, /^[\x20-\x7e…]+$/);
      assert.match(message.zh, /[\u4e00-\u9fff]/);
    }
  });
}

test('an operator of no standard domain must have a schema where that is asked for', () => {
  const bytes = model({ ...io, nodes: [node('mine.Foo', ['x'], ['y'])] }, { opsets: { '': 21, mine: 1 } });
  const { model: read } = readModel(bytesSource(bytes));
  assert.deepEqual(checkModel(read!, { customDomains: true }).map(described), ['unknown-operator @ /0']);
});

test('every defect is listed, up to a limit that says how many more there are', () => {
  const bad = Array.from({ length: 12_000 }, (_, index) => node('Relu', ['nowhere'], [`y${index}`]));
  const { model: read } = readModel(bytesSource(model({ ...io, nodes: [...bad, relu] })));
  const found = checkModel(read!);
  assert.equal(found.length, 10_001);
  assert.match(found.at(-1)!.message.en, /^2000 more/);
});

test('problems have the offset of what they are about', () => {
  const bytes = nodes(node('Relu', ['x'], ['y']), node('Foo', ['x'], ['z']));
  const [problem] = checkModel(readModel(bytesSource(bytes)).model!);
  const { byteOffset } = problem!;
  assert.deepEqual([...bytes.subarray(byteOffset! - 2, byteOffset! + 3)], [0x0a, 11, 0x0a, 1, 'x'.charCodeAt(0)]);
  assert.equal(problem!.place!.byteOffset, byteOffset);
});
