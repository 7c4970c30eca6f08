import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSafetensorsHeader } from '../../core/llm';
import { type ByteSource, bytesSource } from '../../core/model';

function file(header: unknown, dataBytes: number, length?: bigint): Uint8Array {
  const json = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + json.length + dataBytes);
  new DataView(bytes.buffer).setBigUint64(0, length ?? BigInt(json.length), true);
  bytes.set(json, 8);
  return bytes;
}

const read = (bytes: Uint8Array) => readSafetensorsHeader(bytesSource(bytes));

test('tensors of a header, with their bytes', () => {
  const { tensors, problems } = read(
    file(
      {
        __metadata__: { format: 'pt' },
        'model.norm.weight': { dtype: 'BF16', shape: [4], data_offsets: [0, 8] },
        'model.q.weight': { dtype: 'F8_E4M3', shape: [2, 3], data_offsets: [8, 14] },
        packed: { dtype: 'F4', shape: [3], data_offsets: [14, 16] },
      },
      16,
    ),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    tensors.map(({ name, type, bytes }) => [name, type, bytes]),
    [
      ['model.norm.weight', 'BF16', 8],
      ['model.q.weight', 'F8_E4M3', 6],
      ['packed', 'F4', 2],
    ],
  );
});

test('of a file of 20 GB the header is read, and nothing else', () => {
  const head = file({ w: { dtype: 'BF16', shape: [10_000_000_000], data_offsets: [0, 20_000_000_000] } }, 0);
  let read = 0;
  const source: ByteSource = {
    size: head.length + 20_000_000_000,
    read: (offset, length) => {
      read += length;
      return head.subarray(offset, offset + length);
    },
  };
  const { tensors, problems } = readSafetensorsHeader(source);
  assert.deepEqual(problems, []);
  assert.equal(tensors[0]?.bytes, 20_000_000_000);
  assert.equal(read, head.length);
});

const good = { dtype: 'BF16', shape: [2], data_offsets: [0, 4] };
const hostile: readonly [string, Uint8Array, RegExp][] = [
  ['an empty file', new Uint8Array(0), /shorter/],
  ['four bytes', new Uint8Array(4), /shorter/],
  ['a length beyond the file', file({ w: good }, 4, 1n << 62n), /more than the file/],
  ['all bits of the length set', file({ w: good }, 4, (1n << 64n) - 1n), /more than the file/],
  ['no JSON', file('{"w": ', 4), /no JSON object/],
  ['a list', file([good], 4), /no JSON object/],
  [
    'deep nesting',
    file(`{"w":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 4),
    /type, shape and place|no JSON object/,
  ],
  ['no shape', file({ w: { dtype: 'BF16', data_offsets: [0, 4] } }, 4), /type, shape and place/],
  ['a negative length', file({ w: { ...good, shape: [-2] } }, 4), /type, shape and place/],
  ['a shape of another size', file({ w: { ...good, shape: [3] } }, 4), /type, shape and place/],
  ['a shape without bounds', file({ w: { ...good, shape: [2 ** 40, 2 ** 40] } }, 4), /type, shape and place/],
  ['offsets beyond the file', file({ w: { ...good, data_offsets: [4, 8] } }, 4), /type, shape and place/],
  ['offsets turned around', file({ w: { ...good, data_offsets: [4, 0] } }, 4), /type, shape and place/],
  ['a name of another kind', file('{"__proto__": 3}', 4), /type, shape and place/],
];

for (const [what, bytes, message] of hostile) {
  test(`${what} is a problem with its place`, () => {
    const { tensors, problems } = read(bytes);
    assert.deepEqual(tensors, []);
    assert.equal(problems.length, 1);
    assert.match(problems[0]!.message.en, message);
    assert.match(problems[0]!.message.zh, /[\u4e00-\u9fff]/);
    assert.equal(typeof problems[0]!.byteOffset, 'number');
  });
}

test('a header that is too long is not read', () => {
  const source: ByteSource = {
    size: 100 << 20,
    read: (offset, length) => {
      assert.equal(offset + length, 8, 'the header was read');
      const bytes = new Uint8Array(8);
      new DataView(bytes.buffer).setBigUint64(0, BigInt(64 << 20), true);
      return bytes;
    },
  };
  assert.match(readSafetensorsHeader(source).problems[0]!.message.en, /are not read/);
});

test('one wrong tensor leaves the others', () => {
  const { tensors, problems } = read(file({ a: good, b: { ...good, shape: [9] }, c: good, d: 3 }, 4));
  assert.deepEqual(
    tensors.map(({ name }) => name),
    ['a', 'c'],
  );
  assert.equal(problems.length, 1, 'said once, not for each of 100,000 tensors');
});
