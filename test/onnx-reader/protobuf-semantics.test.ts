import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesSource, formatType, type Model } from '../../core/model';
import { readModel } from '../../core/onnx/reader';
import { graph, model, node, tensor } from '../harness/onnx-builder';
import { typeProto } from '../harness/onnx-types';
import { delimited, encode, type Fields, fixed32, fixed64, packed, raw, tag, varint } from '../harness/protobuf-fields';

/** What protobuf makes of odd but legal bytes: `see` says what must come out. */
interface Case {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly see: (model: Model) => unknown;
  readonly is: unknown;
}

const plain = { nodes: [node('Relu', ['x'], ['y'])], inputs: { x: 'float[2]' }, outputs: { y: 'float[2]' } } as const;
const withExtra = (...extra: Fields) => model({ ...plain, extra });
const oneNode = (...fields: Fields) => model({ extra: [delimited(1, fields)] });
const oneAttribute = (...fields: Fields) => oneNode(delimited(4, 'Op'), delimited(5, [delimited(1, 'a'), ...fields]));
const oneInput = (...fields: Fields) => model({ extra: [delimited(11, [delimited(1, 'x'), ...fields])] });
const oneTensor = (...fields: Fields) => model({ extra: [delimited(5, [delimited(8, 'w'), ...fields])] });

const operator = ({ graph }: Model) => graph!.operators.at(-1)!;
const attribute = (model: Model) => operator(model).attributes[0]!.value;
const inputType = ({ graph }: Model) => formatType(graph!.inputs[0]!.type);
const initializer = ({ graph }: Model) => graph!.initializers[0]!;

const cases: readonly Case[] = [
  {
    what: 'a scalar twice: the last one',
    bytes: oneNode(delimited(4, 'Abs'), delimited(4, 'Relu')),
    see: (model) => operator(model).opType,
    is: 'Relu',
  },
  {
    what: 'a scalar set and then set to its default',
    bytes: oneNode(delimited(4, 'Abs'), delimited(4, '')),
    see: (model) => operator(model).opType,
    is: '',
  },
  {
    what: 'the graph twice: merged',
    bytes: model(plain, { extra: [delimited(7, [delimited(2, 'second'), delimited(1, [delimited(4, 'Abs')])])] }),
    see: ({ graph }) => [graph!.name, graph!.operators.map(({ opType, index }) => `${index} ${opType}`)],
    is: ['second', ['0 Relu', '1 Abs']],
  },
  {
    what: 'a type in two parts: merged, dimensions appended',
    bytes: oneInput(
      delimited(2, [delimited(1, [varint(1, 1), delimited(2, [delimited(1, [varint(1, 2)])])])]),
      delimited(2, [delimited(1, [delimited(2, [delimited(1, [delimited(2, 'N')])])])]),
    ),
    see: inputType,
    is: 'float[2,N]',
  },
  {
    what: 'two members of the oneof of types: the last one, nothing of the first',
    bytes: oneInput(delimited(2, typeProto('float[2]')), delimited(2, typeProto('seq(int64[3])'))),
    see: inputType,
    is: 'seq(int64[3])',
  },
  {
    what: 'there and back in the oneof of types: the first is forgotten',
    bytes: oneInput(
      delimited(2, typeProto('float[2]')),
      delimited(2, typeProto('seq(int64)')),
      delimited(2, [delimited(1, [varint(1, 7)])]),
    ),
    see: inputType,
    is: 'int64[]',
  },
  {
    what: 'a sequence type in two parts: merged',
    bytes: oneInput(delimited(2, typeProto('seq(float[2])')), delimited(2, typeProto('seq(float[3])'))),
    see: inputType,
    is: 'seq(float[2,3])',
  },
  {
    what: 'two members of the oneof of dimensions: the last one',
    bytes: oneInput(
      delimited(2, [
        delimited(1, [
          varint(1, 1),
          delimited(2, [
            delimited(1, [delimited(2, 'N'), varint(1, 5)]),
            delimited(1, [varint(1, 5), delimited(2, 'N')]),
            delimited(1, [delimited(3, 'DATA_BATCH')]),
            delimited(1, [delimited(2, '')]),
          ]),
        ]),
      ]),
    ),
    see: inputType,
    is: 'float[5,N,?,?]',
  },
  {
    what: 'dimensions, some packed and some not',
    bytes: oneTensor(varint(1, 2), packed(1, [3, 4]), varint(1, 5), varint(2, 1)),
    see: (model) => initializer(model).dims,
    is: [2, 3, 4, 5],
  },
  {
    what: 'a tensor attribute in two parts: merged',
    bytes: oneAttribute(
      delimited(5, tensor('int64', [1], { int64s: [7] }).bytes),
      delimited(5, [delimited(8, 'name'), packed(7, [8]), packed(1, [2])]),
      varint(20, 4),
    ),
    see: (model) => {
      const value = attribute(model);
      return value.kind === 'tensor' && [value.value.name, value.value.dims, value.value.elements];
    },
    is: ['name', [1, 2], [7, 8]],
  },
  {
    what: 'a graph attribute in two parts, its name after it: merged, with its path',
    bytes: oneNode(
      delimited(5, [
        delimited(6, graph({ nodes: [node('Abs', [], [])] }).bytes),
        delimited(6, graph({ name: 'h', nodes: [node('Neg', [], [])] }).bytes),
        delimited(1, 'body'),
        varint(20, 5),
      ]),
    ),
    see: (model) => {
      const value = attribute(model);
      return value.kind === 'graph' && [value.value.path, value.value.name, value.value.operators.map((o) => o.opType)];
    },
    is: ['/0.body', 'h', ['Abs', 'Neg']],
  },
  {
    what: 'raw_data before the dimensions and the type',
    bytes: oneTensor(delimited(9, new Uint8Array([1, 0, 0, 0, 2, 0, 0, 0])), varint(1, 2), varint(2, 6)),
    see: (model) => initializer(model).elements,
    is: [1, 2],
  },
  {
    what: 'raw_data twice: the last one',
    bytes: oneTensor(varint(1, 1), varint(2, 3), delimited(9, Uint8Array.of(1)), delimited(9, Uint8Array.of(255))),
    see: (model) => initializer(model).elements,
    is: [-1],
  },
  {
    what: 'ints, packed and not, keep their order',
    bytes: oneAttribute(varint(8, 1), packed(8, [2, -3]), varint(8, 2n ** 62n), varint(20, 7)),
    see: attribute,
    is: { kind: 'ints', value: [1, 2, -3, 2n ** 62n], count: 4 },
  },
  {
    what: 'floats, packed and not',
    bytes: oneAttribute(fixed32(7, 0.5), delimited(7, new Uint8Array(Float32Array.of(1, 2).buffer)), varint(20, 6)),
    see: attribute,
    is: { kind: 'floats', value: [0.5, 1, 2], count: 3 },
  },
  {
    what: 'a known field of a wrong wire type is an unknown field',
    bytes: oneNode(varint(4, 5), fixed32(3, 1), delimited(1, 'x')),
    see: (model) => [operator(model).opType, operator(model).name, operator(model).inputs],
    is: ['', '', ['x']],
  },
  {
    what: 'unknown fields of every wire type are skipped',
    bytes: withExtra(
      varint(100, -1),
      fixed64(101, 1),
      delimited(102, 'unknown'),
      fixed32(103, 1),
      tag(104, 3),
      varint(1, 1),
      tag(105, 3),
      delimited(9, 'in a group'),
      tag(105, 4),
      tag(104, 4),
      varint(536870911, 1),
    ),
    see: ({ graph }) => [graph!.operators.length, graph!.inputs.length],
    is: [1, 1],
  },
  {
    what: 'an element type of ten bytes keeps its lower 32 bits',
    bytes: oneInput(delimited(2, [delimited(1, [varint(1, -100), delimited(2, [])])])),
    see: ({ graph }) => graph!.inputs[0]!.type,
    is: { kind: 'tensor', elementType: -100, shape: [] },
  },
  {
    what: 'an attribute type that ONNX does not define is as good as none, and leaves the one before',
    bytes: oneAttribute(varint(3, 5), varint(20, 2), varint(20, 99)),
    see: attribute,
    is: { kind: 'int', value: 5 },
  },
  {
    what: 'a data location that ONNX does not define leaves the one before',
    bytes: oneTensor(varint(14, 1), varint(14, 7), delimited(13, [delimited(1, 'location'), delimited(2, 'f')])),
    see: (model) => [...initializer(model).external!],
    is: [['location', 'f']],
  },
  {
    what: 'external_data without the location EXTERNAL does not count',
    bytes: oneTensor(varint(14, 1), varint(14, 0), delimited(13, [delimited(1, 'location'), delimited(2, 'f')])),
    see: (model) => initializer(model).external,
    is: undefined,
  },
  {
    what: 'an empty message is a message',
    bytes: model({ extra: [raw([0x0a, 0x00]), raw([0x5a, 0x00])] }),
    see: ({ graph }) => [graph!.operators.length, graph!.inputs[0]!.type, graph!.inputs[0]!.lacks],
    is: [1, undefined, ['type']],
  },
  {
    what: 'a varint longer than it needs to be',
    bytes: encode([raw([0x08, 0x8a, 0x80, 0x80, 0x00])]),
    see: ({ irVersion }) => irVersion,
    is: 10,
  },
  {
    what: 'integers beyond 2^53 are not rounded, and those of 10 bytes are negative',
    bytes: model(plain, {
      extra: [varint(5, 9007199254740993n)],
      opsets: [
        ['', -1],
        ['a', -9007199254740993n],
      ],
    }),
    see: ({ modelVersion, opsetImports }) => [modelVersion, ...opsetImports.map(({ version }) => version)],
    is: [9007199254740993n, -1, -9007199254740993n],
  },
  {
    what: 'an attribute without a type has that of its only value (IR 1)',
    bytes: oneAttribute(delimited(4, 'text')),
    see: (model) => [attribute(model), operator(model).attributes[0]!.written],
    is: [
      { kind: 'string', value: 'text' },
      { type: undefined, fields: ['s'] },
    ],
  },
  {
    what: 'an attribute of one type with a value of another has no known value',
    bytes: oneAttribute(fixed32(2, 1), varint(20, 2)),
    see: (model) => [attribute(model), operator(model).attributes[0]!.written],
    is: [{ kind: 'undefined' }, { type: 2, fields: ['f'] }],
  },
  {
    what: 'an attribute of a type without a value has the default (proto3 writers leave zeros out)',
    bytes: oneAttribute(varint(20, 2)),
    see: (model) => [attribute(model), operator(model).attributes[0]!.written],
    is: [{ kind: 'int', value: 0 }, undefined],
  },
];

for (const { what, bytes, see, is } of cases) {
  test(what, () => {
    const { model, problems } = readModel(bytesSource(bytes));
    assert.deepEqual(problems, []);
    assert.deepEqual(see(model!), is);
  });
}
