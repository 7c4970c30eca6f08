// Nodes and tensors as protobuf's writers put them are read in one way, all others in another: both must read the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesSource, type Model } from '../../core/model';
import { readModel } from '../../core/onnx/reader';
import { delimited, encode, type Field, raw, varint } from '../harness/protobuf-fields';

function read(graph: readonly Field[]): Model {
  const { model, problems } = readModel(bytesSource(encode([varint(1, 10), delimited(7, graph)])));
  assert.deepEqual(problems, []);
  return model!;
}

/** The same from the last field to the first, where equal fields keep their order. */
function reversed(fields: readonly (readonly Field[])[]): Field[] {
  return [...fields].reverse().flat();
}

const text = (field: number, ...texts: readonly string[]) => texts.map((one) => delimited(field, one));
const axis = (value: number) => delimited(5, [delimited(1, 'axis'), varint(3, value), varint(20, 2)]);

/** The fields of the operator of this number, in the order in which writers put them. */
function nodeFields(index: number): (readonly Field[])[] {
  const long = 'scope/'.repeat(index % 50);
  return [
    text(1, `${long}value.${index}`, ...(index % 3 === 0 ? ['', '字'] : [])),
    text(2, `${long}value.${index + 1}`),
    index % 4 === 0 ? [] : text(3, `${long}Op_${index}`),
    text(4, `Op${index % 5}`),
    index % 2 === 0 ? [] : [axis(index % 7), delimited(5, [delimited(1, 'mode'), delimited(4, 'x'), varint(20, 3)])],
    index % 6 === 0 ? text(7, 'com.example') : [],
  ];
}

/** The fields of the tensor of this number. */
function tensorFields(index: number): (readonly Field[])[] {
  const isLarge = index % 2 === 0;
  const content = new Uint8Array(isLarge ? 20_000 : 8 * (index % 5)).fill(index);
  return [
    (isLarge ? [50, 100] : [index % 5]).map((dim) => varint(1, dim)),
    [varint(2, isLarge ? 1 : 7)],
    text(8, `${'scope/'.repeat(index % 40)}weight.${index}`),
    [delimited(9, content)],
  ];
}

/** What was read, but for the places, which differ with the order. */
function seen({ graph }: Model) {
  const { operators, initializers } = graph!;
  return {
    operators: operators.map((operator) => ({
      ...{ name: operator.name, opType: operator.opType, domain: operator.domain, overload: operator.overload },
      ...{ inputs: operator.inputs, outputs: operator.outputs, attributes: operator.attributes },
      byId: operator.inputs.map((_, index) => graph!.names.nameOf(operator.inputId(index))),
      ...{ nameId: graph!.names.nameOf(operator.nameId), index: operator.index },
    })),
    initializers: initializers.map(({ byteOffset: _, ...tensor }) => tensor),
  };
}

/** Few names, more than are known by their texts before they are read, and more from the start. */
for (const count of [40, 3000, 6000]) {
  test(`${count} nodes read the same in any order of their fields`, () => {
    const indices = Array.from({ length: count }, (_, index) => index);
    const plain = read(indices.map((index) => delimited(1, nodeFields(index).flat())));
    const others = read(indices.map((index) => delimited(1, reversed(nodeFields(index)))));
    const mixed = read(
      indices.map((index) => delimited(1, index % 3 ? nodeFields(index).flat() : reversed(nodeFields(index)))),
    );
    assert.deepEqual(seen(plain), seen(others));
    assert.deepEqual(seen(mixed), seen(others));
    assert.equal(plain.graph!.operators[7]!.name, `${'scope/'.repeat(7)}Op_7`);
  });
}

test('tensors read the same in any order of their fields', () => {
  const indices = Array.from({ length: 200 }, (_, index) => index);
  const plain = read(indices.map((index) => delimited(5, tensorFields(index).flat())));
  const others = read(indices.map((index) => delimited(5, reversed(tensorFields(index)))));
  assert.deepEqual(seen(plain), seen(others));
  assert.deepEqual(plain.graph!.initializers[3]!.elements, [
    0x0303030303030303n,
    0x0303030303030303n,
    0x0303030303030303n,
  ]);
});

test('nodes and tensors know where they begin', () => {
  const node = encode(nodeFields(9).flat());
  const tensor = encode(tensorFields(9).flat());
  // A name twice: the last one counts, and the node is not a plain one.
  const other = encode([delimited(3, 'first'), ...nodeFields(9).flat(), delimited(3, 'last')]);
  const content = [1, 1, 2, 1, 2, 1, 1].map((kind) => (kind === 1 ? node : other));
  const parts = [...content.map((bytes) => delimited(1, bytes)), delimited(5, tensor), delimited(5, tensor)];
  const bytes = encode([varint(1, 10), delimited(7, parts)]);
  const graph = readModel(bytesSource(bytes)).model!.graph!;
  const at = (offset: number, length: number) => Buffer.from(bytes.subarray(offset, offset + length));
  assert.deepEqual(
    graph.operators.map(({ byteOffset }, index) => at(byteOffset, content[index]!.length)),
    content.map((each) => Buffer.from(each)),
  );
  assert.deepEqual(
    graph.initializers.map(({ byteOffset }) => at(byteOffset, tensor.length)),
    [tensor, tensor].map((each) => Buffer.from(each)),
  );
  assert.deepEqual(
    graph.operators.map(({ name }) => name.slice(-4)),
    ['Op_9', 'Op_9', 'last', 'Op_9', 'last', 'Op_9', 'Op_9'],
  );
});

test('fields between and behind those of a plain node are not taken for parts of it', () => {
  const op = text(4, 'Op');
  const twice = [
    [...text(1, 'x'), ...op, ...text(2, 'y')],
    [...text(1, 'x'), ...op, delimited(6, 'why')],
    [...text(1, 'x'), ...op, delimited(9, [delimited(1, 'key'), delimited(2, 'value')])],
    [...text(1, 'x'), ...op, ...text(8, 'overload')],
    [...text(1, 'x'), ...op, ...text(4, 'Other')],
    [...text(1, 'x'), ...op, raw([0x98, 0x06, 0x01])],
    [...text(1, 'x'), varint(2, 1), ...text(2, 'y'), ...op],
  ].flatMap((fields) => [delimited(1, fields), delimited(1, fields)]);
  const { operators } = read(twice).graph!;
  const told = operators.map(({ opType, inputs, outputs, docString, metadata, overload }) =>
    JSON.stringify([opType, inputs, outputs, docString, [...(metadata ?? [])], overload]),
  );
  assert.deepEqual(
    told.filter((_, index) => index % 2 === 0),
    [
      ['Op', ['x'], ['y'], undefined, [], ''],
      ['Op', ['x'], [], 'why', [], ''],
      ['Op', ['x'], [], undefined, [['key', 'value']], ''],
      ['Op', ['x'], [], undefined, [], 'overload'],
      ['Other', ['x'], [], undefined, [], ''],
      ['Op', ['x'], [], undefined, [], ''],
      ['Op', ['x'], ['y'], undefined, [], ''],
    ].map((each) => JSON.stringify(each)),
  );
  assert.deepEqual(
    told.filter((_, index) => index % 2 === 0),
    told.filter((_, index) => index % 2 === 1),
  );
});

test('a length that reaches past its message is told, in a plain node as in others', () => {
  for (const wrong of [
    [0x0a, 0x05, 0x61],
    [0x0a, 0x85],
    [0x22, 0x80, 0x80],
    [0x1a, 0xff, 0xff, 0x03, 0x61],
  ]) {
    const fields = [delimited(1, nodeFields(1).flat()), delimited(1, Uint8Array.from(wrong)), delimited(2, 'graph')];
    const { model, problems } = readModel(bytesSource(encode([varint(1, 10), delimited(7, fields)])));
    assert.equal(problems.length, 1);
    assert.equal(model!.graph!.operators.length, 1);
  }
});
