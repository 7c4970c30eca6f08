import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesSource } from '../../core/model';
import { readModel } from '../../core/onnx/reader';
import { type GraphMessage, graph, model, node } from '../harness/onnx-builder';
import { delimited, encode, type Field, raw, tag, varint, varintBytes } from '../harness/protobuf-fields';

const good = model({ nodes: [node('Relu', ['x'], ['y']), node('Abs', ['y'], ['z'])], outputs: { z: 'float[1]' } });
const ascii = (text: string) => new TextEncoder().encode(text);
const repeat = (count: number, ...bytes: number[]) => raw(Array.from({ length: count }, () => bytes).flat());

/** `operators`: those that are read all the same; undefined where no model comes of the file. */
interface Case {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly code: string;
  readonly at?: number;
  readonly operators?: number;
  readonly says?: RegExp;
}

const cases: readonly Case[] = [
  { what: 'an empty file', bytes: new Uint8Array(), code: 'onnx-file/empty', at: 0 },
  {
    what: 'a Git LFS pointer',
    bytes: ascii('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345678\n'),
    code: 'onnx-file/git-lfs-pointer',
    says: /12345678/,
  },
  { what: 'a web page', bytes: ascii('\n<!DOCTYPE html><html>404</html>'), code: 'onnx-file/web-page' },
  { what: 'a ZIP archive', bytes: raws(0x50, 0x4b, 3, 4, 0, 0), code: 'onnx-file/zip-archive' },
  { what: 'a gzip archive', bytes: raws(0x1f, 0x8b, 8, 0), code: 'onnx-file/gzip-archive' },
  { what: 'an ORT model', bytes: ascii('\u0010\0\0\0ORTM'), code: 'onnx-file/ort-format' },
  { what: 'a TensorFlow Lite model', bytes: ascii('\u001c\0\0\0TFL3'), code: 'onnx-file/tflite-format' },
  { what: 'a JSON text', bytes: ascii('{ "model": 1 }'), code: 'onnx-file/json' },
  {
    what: 'protobuf of something else',
    bytes: encode([delimited(90, 'x'), varint(91, 1)]),
    code: 'onnx-file/not-a-model',
  },
  { what: 'a tag and nothing else', bytes: raws(8), code: 'onnx-wire/truncated', at: 1 },
  {
    what: 'a file that ends in its last operator',
    bytes: model({ nodes: [node('Relu', ['x'], ['y']), node('Abs', ['y'], ['z'])] }, { opsets: {} }).subarray(0, -8),
    code: 'onnx-wire/truncated',
    operators: 1,
  },
  {
    what: 'a graph of 2^30 bytes in a short file',
    bytes: encode([varint(1, 10), raw([0x3a, ...varintBytes(1 << 30)]), raw(graphOf(2).bytes)]),
    code: 'onnx-wire/truncated',
    at: 3,
    operators: 2,
  },
  {
    what: 'a length of 2^63 - 1',
    bytes: encode([varint(1, 10), raw([0x3a, ...varintBytes(2n ** 63n - 1n)]), raw(graphOf(1).bytes)]),
    code: 'onnx-wire/truncated',
    at: 3,
    operators: 1,
  },
  {
    what: 'a text longer than its operator',
    bytes: model({
      nodes: [node('Relu', ['x'], ['y'])],
      extra: [delimited(1, raws(0x22, 100, 65)), delimited(2, 'g')],
    }),
    code: 'onnx-wire/length-past-parent',
    operators: 1,
  },
  {
    what: 'an operator longer than its graph',
    bytes: encode([
      delimited(7, [delimited(1, node('Relu', ['x'], ['y']).bytes), raw([0x0a, 50, 0x22])]),
      varint(1, 10),
    ]),
    code: 'onnx-wire/length-past-parent',
    operators: 1,
  },
  {
    what: 'a varint that runs over the end of its message',
    bytes: encode([varint(1, 10), delimited(8, raws(0x10, 0x80)), varint(5, 1), delimited(7, graphOf(1).bytes)]),
    code: 'onnx-wire/length-past-parent',
  },
  {
    what: 'a varint of 12 bytes',
    bytes: encode([repeat(1, 8), repeat(11, 255), raw([1])]),
    code: 'onnx-wire/varint-too-long',
    at: 1,
  },
  {
    what: 'a tag of 6 bytes',
    bytes: raws(0x88, 0x80, 0x80, 0x80, 0x80, 0, 1),
    code: 'onnx-wire/varint-too-long',
    at: 0,
  },
  {
    what: 'packed floats that are cut in the middle of one',
    bytes: encode([raw(good), delimited(7, [delimited(5, [delimited(4, raws(0, 0, 0))])])]),
    code: 'onnx-wire/length-past-parent',
    operators: 2,
  },
  damaged('wire type 7', raw([0x0f]), 'wire-type'),
  damaged('wire type 6', raw([0x0e]), 'wire-type'),
  damaged('field 0', raw([0, 1]), 'field-zero'),
  damaged('the end of a group that never began', tag(100, 4), 'unmatched-group'),
  damaged('a group that never ends', tag(100, 3), 'unmatched-group'),
  damaged('50,000 groups in groups', repeat(50_000, 0xa3, 0x06), 'group-too-deep'),
  {
    what: 'groups that overlap',
    bytes: encode([raw(good), tag(100, 3), tag(101, 3), tag(100, 4), tag(101, 4)]),
    code: 'onnx-wire/unmatched-group',
    operators: 2,
  },
  {
    what: 'graphs 2,000 deep',
    bytes: model(nested(2000)),
    code: 'onnx-wire/graph-too-deep',
    operators: 0,
    says: /100/,
  },
  {
    what: 'a type 5,000 deep',
    bytes: model({ nodes: [node('Identity', ['x'], ['y'])], extra: [delimited(11, [delimited(2, deepType(5000))])] }),
    code: 'onnx-wire/type-too-deep',
    operators: 1,
    says: /64/,
  },
];

function raws(...bytes: number[]): Uint8Array {
  return Uint8Array.from(bytes);
}

function graphOf(operators: number): GraphMessage {
  return graph({ nodes: Array.from({ length: operators }, () => node('Relu', ['x'], ['y'])) });
}

/** A good model with something bad behind it. */
function damaged(what: string, bad: Field, defect: string): Case {
  return { what, bytes: encode([raw(good), bad]), code: `onnx-wire/${defect}`, operators: 2 };
}

function nested(depth: number): GraphMessage {
  let inner = graph({ nodes: [node('Relu', ['x'], ['y'])], outputs: { y: undefined } });
  for (let level = 1; level < depth; level += 1) {
    inner = graph({ nodes: [node('If', ['c'], ['y'], { then_branch: inner })], outputs: { y: undefined } });
  }
  return inner;
}

function deepType(depth: number): Uint8Array {
  let type = encode([delimited(1, [varint(1, 1)])]);
  for (let level = 0; level < depth; level += 1) type = encode([delimited(4, [delimited(1, type)])]);
  return type;
}

for (const { what, bytes, code, at, operators, says } of cases) {
  test(`${what}: ${code}`, () => {
    const { model, problems } = readModel(bytesSource(bytes));
    assert.equal(problems.length, 1);
    const [problem] = problems;
    assert.equal(problem!.code, code);
    assert.equal(problem!.severity, 'error');
    assert.ok(problem!.byteOffset !== undefined && problem!.byteOffset >= 0 && problem!.byteOffset <= bytes.length);
    if (at !== undefined) assert.equal(problem!.byteOffset, at);
    if (says !== undefined) {
      assert.match(problem!.message.en, says);
      assert.match(problem!.message.zh, says);
    }
    assert.equal(model?.graph?.operators.length, operators);
  });
}

test('graphs 60 deep are read, each with its path', () => {
  const { model: read, problems } = readModel(bytesSource(model(nested(60))));
  assert.deepEqual(problems, []);
  let depth = 0;
  let innermost = read!.graph!;
  for (let value = innermost.operators[0]!.attributes[0]?.value; value?.kind === 'graph'; depth += 1) {
    innermost = value.value;
    value = innermost.operators[0]!.attributes[0]?.value;
  }
  assert.equal(depth, 59);
  assert.equal(innermost.path, `/0.then_branch${'/0.then_branch'.repeat(58)}`);
});

test('every beginning of a good file is read without an exception, and is told to be truncated or is a model', () => {
  for (let length = 1; length < good.length; length += 1) {
    const { model, problems } = readModel(bytesSource(good.subarray(0, length)));
    assert.ok(model !== undefined || problems.length === 1, `${length} bytes`);
    if (problems.length > 0) assert.equal(problems[0]!.code, 'onnx-wire/truncated', `${length} bytes`);
  }
});
