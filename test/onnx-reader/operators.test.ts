import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesSource, type Graph } from '../../core/model';
import { readModel } from '../../core/onnx/reader';
import { graph, int64s, model, node } from '../harness/onnx-builder';
import { delimited, encode, varint } from '../harness/protobuf-fields';

function read(bytes: Uint8Array): Graph {
  const { model: read, problems } = readModel(bytesSource(bytes));
  assert.deepEqual(problems, []);
  return read!.graph!;
}

test('a name has one id, wherever it stands', () => {
  const { names, inputs, outputs, initializers, operators } = read(
    model({
      inputs: { x: 'float[1]' },
      initializers: [int64s([1], 'w')],
      nodes: [
        node('Op', ['x', 'w', ''], ['y', 'z']),
        node('If', ['z'], ['v'], { then_branch: graph({ nodes: [node('Op', ['y'], ['v'])] }) }),
      ],
      outputs: { v: 'float[1]' },
    }),
  );
  const id = (name: string) => names.idOf(name)!;
  const inner = operators[1]!.attributes[0]!.value as { readonly kind: 'graph'; readonly value: Graph };
  const [nested] = inner.value.operators;
  assert.deepEqual(
    [0, 1, 2, 3].map((index) => operators[0]!.inputId(index)),
    [id('x'), id('w'), 0, 0],
  );
  assert.deepEqual(
    [0, 1, 2].map((index) => operators[0]!.outputId(index)),
    [id('y'), id('z'), 0],
  );
  assert.deepEqual([operators[1]!.inputId(0), operators[1]!.outputId(0)], [id('z'), id('v')]);
  assert.deepEqual([nested!.inputId(0), nested!.outputId(0)], [id('y'), id('v')]);
  assert.deepEqual([inputs[0]!.id, outputs[0]!.id, initializers[0]!.id], [id('x'), id('v'), id('w')]);
  assert.deepEqual([operators[0]!.inputCount, operators[0]!.outputCount], [3, 2]);
  assert.equal(new Set(['x', 'w', 'y', 'z', 'v'].map(id)).size, 5);
  assert.ok(['x', 'w', 'y', 'z', 'v'].every((name) => id(name) < names.size && names.nameOf(id(name)) === name));
  assert.deepEqual([names.idOf(''), names.nameOf(0), names.idOf('absent')], [0, '', undefined]);
});

test('every name of thousands is found again, bytes that are not UTF-8 among them', () => {
  const wrong = delimited(1, [delimited(1, Uint8Array.of(0x61, 0xff, 0x62))]);
  const texts = Array.from({ length: 5000 }, (_, index) => `/layers.${index % 7}/${'字'.repeat(index % 120)}.${index}`);
  const { names, operators } = read(model({ nodes: texts.map((text) => node('Op', [text], [])), extra: [wrong] }));
  for (const [index, text] of texts.entries()) {
    assert.equal(names.idOf(text), operators[index]!.inputId(0));
    assert.equal(names.nameOf(operators[index]!.inputId(0)), text);
  }
  assert.equal(names.idOf('a\udcffb'), operators.at(-1)!.inputId(0));
});

test('a name of the first ones is the same name behind thousands of others', () => {
  const wrong = { ...node('Op', [], []), bytes: encode([delimited(1, Uint8Array.of(0x61, 0xff, 0x62))]) };
  const first = ['plain', '字', 'a\udcff'].map((text) => node('Op', [text], []));
  const others = Array.from({ length: 10_000 }, (_, index) => node('Op', [`value.${index}`], []));
  const { names, operators } = read(model({ nodes: [wrong, ...first, ...others, ...first, wrong] }));
  const behind = operators.slice(first.length + 1 + others.length);
  assert.deepEqual(
    behind.map((operator) => operator.inputId(0)),
    [1, 2, 3, 0].map((index) => operators[index]!.inputId(0)),
  );
  assert.equal(names.idOf('a\udcffb'), behind.at(-1)!.inputId(0));
  assert.equal(names.nameOf(behind.at(-1)!.inputId(0)), 'a\udcffb');
  assert.equal(new Set(behind.map((operator) => operator.inputId(0))).size, 4);
});

test('operators of equal type and attributes have one kind, others do not', () => {
  const attributes = { axis: -1, pads: [1, 2], mode: 'linear', alpha: 0.5 };
  const { operators } = read(
    model({
      nodes: [
        node('Op', ['a'], ['b'], attributes),
        node('Op', ['b', 'a'], ['c'], attributes),
        node('Op', ['a'], ['d'], { ...attributes, axis: -2 }),
        node('Op', ['a'], ['e'], { axis: -1, pads: [1, 2] }),
        node('Other', ['a'], ['f'], attributes),
        node('Op', ['a'], ['g'], attributes, { domain: 'custom' }),
        node('Op', ['a'], ['h'], attributes, { overload: 'overload' }),
        node('Op', ['a'], ['i']),
        node('Op', ['a'], ['j']),
      ],
    }),
  );
  assert.deepEqual(
    operators.map(({ kind }) => operators.findIndex((other) => other.kind === kind)),
    [0, 0, 2, 3, 4, 5, 6, 7, 7],
  );
  for (const { kind, opType, domain, overload, attributes } of operators) {
    assert.deepEqual(kind, { opType, domain, overload, attributes });
  }
});

test('what has a place in the file is shared with no other operator', () => {
  const value = int64s([1, 2]);
  const { operators } = read(
    model({
      nodes: [node('Constant', [], ['a'], { value }), node('Constant', [], ['b'], { value })],
    }),
  );
  assert.notEqual(operators[0]!.kind, operators[1]!.kind);
  const offsets = operators.map(({ attributes: [attribute] }) => {
    assert.ok(attribute!.value.kind === 'tensor');
    return attribute!.value.value.byteOffset;
  });
  assert.ok(offsets[0]! < offsets[1]!);
});

test('fields of a node may stand in any order, the name twice', () => {
  const { operators, names } = read(
    model({
      extra: [
        delimited(1, [
          delimited(2, 'out'),
          delimited(3, 'a much longer first name'),
          delimited(5, [delimited(1, 'axis'), varint(3, 1), varint(20, 2)]),
          delimited(1, 'in'),
          delimited(4, 'Op'),
          delimited(3, 'last'),
          delimited(1, 'also'),
        ]),
      ],
    }),
  );
  const [operator] = operators;
  assert.deepEqual(
    [operator!.name, operator!.opType, operator!.inputs, operator!.outputs],
    ['last', 'Op', ['in', 'also'], ['out']],
  );
  assert.equal(names.nameOf(operator!.inputId(1)), 'also');
});
