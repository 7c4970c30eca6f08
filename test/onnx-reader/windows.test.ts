import assert from 'node:assert/strict';
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { type ByteSource, bytesSource } from '../../core/model';
import { type ReadResult, readModel } from '../../core/onnx/reader';
import { modelWithManyNodes, writeModelWithWeights } from '../../scripts/bench/large-models';
import { floats, int64s, model, node } from '../harness/onnx-builder';
import { delimited } from '../harness/protobuf-fields';
import { normalForm } from './normal-form';

/** A source that hands out one buffer again and again, as a host may, and counts what is read. */
function reusingSource(bytes: Uint8Array): ByteSource & { total: number } {
  const buffer = new Uint8Array(bytes.length);
  return {
    size: bytes.length,
    total: 0,
    read(offset, length) {
      const part = bytes.subarray(offset, offset + length);
      buffer.fill(0xee);
      buffer.set(part);
      this.total += part.length;
      return buffer.subarray(0, part.length);
    },
  };
}

/** More than what attributes that are shared have: the window is not moved for the whole of them. */
const fractions = (index: number) => Array.from({ length: 40 }, (_, item) => index + item / 32);

/** Everything that was read, also what operators only tell when they are asked. */
function seen(result: ReadResult) {
  const { operators } = result.model!.graph!;
  return { result, normal: normalForm(result.model!), offsets: operators.map(({ byteOffset }) => byteOffset) };
}

test('nothing depends on where the window ends', () => {
  for (let shift = 0; shift < 300; shift += 7) {
    // Something of the graph comes to lie across each window's end: the first window has 4 KB.
    const bytes = model({
      extra: [delimited(10, 'd'.repeat(3800 + shift))],
      nodes: Array.from({ length: 50 }, (_, index) =>
        node('Op', [`input_${index}`, ''], [`output_${index}`], {
          ints: [index, 2n ** 60n, -1],
          text: `字${index}`,
          f: 0.5,
          list: floats(fractions(index)),
        }),
      ),
      initializers: [int64s(Array.from({ length: 1000 }, (_, index) => index))],
      inputs: { x: 'float[1,N,300]' },
    });
    const result = readModel(bytesSource(bytes));
    assert.deepEqual(seen(readModel(reusingSource(bytes))), seen(result), `shift ${shift}`);
    for (const { index, attributes } of result.model!.graph!.operators) {
      const list = attributes.find(({ name }) => name === 'list')!.value;
      assert.deepEqual(list, { kind: 'floats', value: fractions(index), count: 40 }, `shift ${shift}`);
    }
  }
});

test('a text longer than every window is read', () => {
  const name = 'n'.repeat(1_000_000);
  const { model: read } = readModel(reusingSource(model({ nodes: [node('Relu', ['x'], ['y'], {}, { name })] })));
  assert.equal(read!.graph!.operators[0]!.name, name);
});

test('weights are passed over: a file of 1.9 GB costs what its graph costs', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portolan-'));
  try {
    const { file, nodes, initializers, bytes } = writeModelWithWeights(folder);
    const handle = openSync(file, 'r');
    let total = 0;
    const source: ByteSource = {
      size: bytes,
      read(offset, length) {
        const buffer = new Uint8Array(length);
        const count = readSync(handle, buffer, 0, length, offset);
        total += count;
        return buffer.subarray(0, count);
      },
    };
    const { model: read, problems } = readModel(source);
    closeSync(handle);
    assert.ok(bytes > 1.89e9);
    assert.deepEqual(problems, []);
    assert.equal(read!.graph!.operators.length, nodes);
    assert.equal(read!.graph!.initializers.length, initializers);
    assert.ok(total < 5_000_000, `${total} bytes were read`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a cancelled task ends the reading with what there is', () => {
  let looks = 0;
  const task = { isCancelled: () => ++looks > 3 };
  const { model: read, problems } = readModel(bytesSource(modelWithManyNodes(50_000)), { task });
  assert.deepEqual(problems, []);
  assert.ok(read!.graph!.operators.length > 0 && read!.graph!.operators.length < 50_000);
});

test('a source that fails is told as a problem', () => {
  const bytes = modelWithManyNodes(20_000);
  const source: ByteSource = {
    size: bytes.length,
    read(offset, length) {
      if (offset > 500_000) throw new Error('EIO');
      return bytes.subarray(offset, offset + length);
    },
  };
  const { model: read, problems } = readModel(source);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['onnx-wire/read-failed'],
  );
  assert.ok(read!.graph!.operators.length > 1000);
});
