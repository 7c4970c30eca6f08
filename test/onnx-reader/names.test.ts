import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesSource } from '../../core/model';
import { readModel } from '../../core/onnx/reader';
import { model } from '../harness/onnx-builder';
import { delimited } from '../harness/protobuf-fields';

function readNames(...names: Uint8Array[]): readonly string[] {
  const nodes = names.map((name) => delimited(1, [delimited(3, name)]));
  const { model: read, problems } = readModel(bytesSource(model({ extra: nodes })));
  assert.deepEqual(problems, []);
  return read!.graph!.operators.map(({ name }) => name);
}

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

test('valid UTF-8 is decoded, a byte order mark kept', () => {
  const names = ['', 'a', 'Gemm_0', '层/卷积', '😀', '\ufeffbom', 'x'.repeat(300), '__proto__', '\0', 'é'];
  assert.deepEqual(readNames(...names.map(utf8)), names);
});

test('bytes that are not UTF-8 become surrogates, each its own', () => {
  assert.deepEqual(readNames(bytes(0xff), bytes(0xfe), bytes(0x80)), ['\udcff', '\udcfe', '\udc80']);
});

const invalid: readonly (readonly [what: string, bytes: Uint8Array, text: string])[] = [
  ['a lone lead byte', bytes(0xc3, 0x28), '\udcc3('],
  ['an encoded surrogate', bytes(0xed, 0xa0, 0x80), '\udced\udca0\udc80'],
  ['an overlong slash', bytes(0xc0, 0xaf), '\udcc0\udcaf'],
  ['an overlong of three bytes', bytes(0xe0, 0x80, 0xaf), '\udce0\udc80\udcaf'],
  ['beyond U+10FFFF', bytes(0xf4, 0x90, 0x80, 0x80), '\udcf4\udc90\udc80\udc80'],
  ['a sequence cut short', bytes(0x61, 0xe5, 0xad), 'a\udce5\udcad'],
  ['valid text around', bytes(...utf8('字'), 0xff, ...utf8('b')), '字\udcffb'],
];

for (const [what, name, text] of invalid) {
  test(`invalid UTF-8: ${what}`, () => assert.deepEqual(readNames(name), [text]));
}

/** As names of values, which are decoded another way once there are many of them. */
function readValueNames(...names: Uint8Array[]): readonly string[] {
  const nodes = names.map((name) => delimited(1, [delimited(1, name)]));
  const { model: read, problems } = readModel(bytesSource(model({ extra: nodes })));
  assert.deepEqual(problems, []);
  return read!.graph!.operators.map(({ inputs }) => inputs[0]!);
}

test('names that differ in one byte anywhere stay apart, thousands of them', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `/model/layers.${index % 64}/block.${index}/MatMul`);
  assert.deepEqual(readNames(...[...names, ...names].map(utf8)), [...names, ...names]);
  assert.deepEqual(readValueNames(...[...names, ...names].map(utf8)), [...names, ...names]);
});

test('among thousands of names, bytes that are not UTF-8 and long names are what they are elsewhere', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => `value ${index}`);
  const long = ['x'.repeat(256), 'x'.repeat(257), '字'.repeat(100)];
  const wrong = invalid.map(([, name]) => name);
  const odd = [...long.map(utf8), ...wrong];
  const expected = [...long, ...invalid.map(([, , text]) => text)];
  assert.deepEqual(readValueNames(...odd, ...many.map(utf8), ...odd, ...odd), [
    ...expected,
    ...many,
    ...expected,
    ...expected,
  ]);
});

/** Each name the output of an operator whose input is the one before. */
function readValues(names: readonly Uint8Array[]) {
  const nodes = names.map((name, index) =>
    delimited(1, [delimited(1, names[Math.max(0, index - 1)]!), delimited(2, name), delimited(4, utf8('Relu'))]),
  );
  const { model: read, problems } = readModel(bytesSource(model({ extra: nodes })));
  assert.deepEqual(problems, []);
  return read!.graph!;
}

for (const [what, count] of [
  ['a few', 10],
  ['so many that they are hashed', 5000],
] as const) {
  test(`names of values keep their bytes: ${what}`, () => {
    const made = Array.from({ length: count }, (_, index) => {
      const number = utf8(`${index}`);
      return index % 3 === 0 ? number : bytes(...(index % 3 === 1 ? utf8('层') : [0xff, 0x80]), ...number);
    });
    const graph = readValues(made);
    assert.equal(graph.names.size, count + 3, 'and the empty name, the op type, the name of the graph');
    graph.operators.forEach((operator, index) => {
      const text = ['', '层', '\udcff\udc80'][index % 3]! + index;
      assert.deepEqual(operator.outputs, [text]);
      assert.equal(operator.outputId(0), graph.names.idOf(text));
      if (index > 0) assert.equal(operator.inputId(0), graph.operators[index - 1]!.outputId(0));
    });
    assert.equal(graph.names.idOf('层'), undefined);
  });
}
