// Models of the sizes that the benchmark measures, made anew on each run: no repository keeps 2 GB.
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import protobuf, { type Writer } from 'protobufjs/minimal.js';

/** A model file and what it holds. */
export interface LargeModel {
  readonly file: string;
  readonly nodes: number;
  readonly initializers: number;
  readonly bytes: number;
}

const float = 1;
const int64 = 7;

/**
 * A decoder-like model whose weights stand in the file: 61 layers of 20 operators, as exporters order them (nodes first,
 * then initializers). The weights are holes of a sparse file, so that it takes little room on the disk and still counts
 * `bytes` for every reader.
 */
export function writeModelWithWeights(folder: string, bytes = 1_900_000_000): LargeModel {
  const layers = 61;
  const hidden = 1024;
  /** What the bytes leave for the feed-forward network. */
  const inner = Math.floor((bytes / layers / 4 - 4 * hidden ** 2) / (3 * hidden));
  const file = path.join(folder, 'weights.onnx');
  const nodes: Uint8Array[] = [];
  const shapes: Uint8Array[] = [];
  const weights: { readonly name: string; readonly rows: number; readonly columns: number }[] = [];
  let value = 'hidden_in';
  for (let layer = 0; layer < layers; layer += 1) {
    const name = (part: string) => `/model/layers.${layer}/${part}`;
    const weight = (part: string, rows: number, columns: number) => {
      weights.push({ name: `model.layers.${layer}.${part}.weight`, rows, columns });
      return weights.at(-1)!.name;
    };
    const add = (
      opType: string,
      inputs: readonly string[],
      part: string,
      ints: Readonly<Record<string, number>> = {},
      lists: Readonly<Record<string, readonly number[]>> = {},
    ) => {
      const output = `${name(part)}_output_0`;
      nodes.push(node(opType, inputs, [output], name(part), ints, lists));
      return output;
    };
    shapes.push(shapeTensor(name('heads'), [0, -1, hidden / 128, 128]), shapeTensor(name('merge'), [0, -1, hidden]));
    const projected = ['q', 'k', 'v'].map((part) => {
      const product = add('MatMul', [value, weight(`self_attn.${part}_proj`, hidden, hidden)], `${part}_proj/MatMul`);
      const heads = add('Reshape', [product, name('heads')], `${part}/Reshape`, { allowzero: 0 });
      const perm = part === 'k' ? [0, 2, 3, 1] : [0, 2, 1, 3];
      return add('Transpose', [heads], `${part}/Transpose`, {}, { perm });
    });
    const scores = add('MatMul', projected.slice(0, 2), 'attn/MatMul');
    const weightsOfValues = add('Softmax', [scores], 'attn/Softmax', { axis: -1 });
    const attended = add('MatMul', [weightsOfValues, projected[2]!], 'attn/MatMul_1');
    const merged = add('Reshape', [attended, name('merge')], 'attn/Reshape');
    const output = add('MatMul', [merged, weight('self_attn.o_proj', hidden, hidden)], 'o_proj/MatMul');
    const sum = add('Add', [value, output], 'Add');
    const gate = add('MatMul', [sum, weight('mlp.gate_proj', hidden, inner)], 'mlp/gate/MatMul');
    const sigmoid = add('Sigmoid', [gate], 'mlp/Sigmoid');
    const silu = add('Mul', [gate, sigmoid], 'mlp/Mul');
    const up = add('MatMul', [sum, weight('mlp.up_proj', hidden, inner)], 'mlp/up/MatMul');
    const product = add('Mul', [silu, up], 'mlp/Mul_1');
    const down = add('MatMul', [product, weight('mlp.down_proj', inner, hidden)], 'mlp/down/MatMul');
    value = add('Add', [sum, down], 'Add_1');
  }
  const initializers: (Uint8Array | { readonly head: Uint8Array; readonly hole: number })[] = shapes.map((tensor) =>
    field(5, tensor),
  );
  for (const { name, rows, columns } of weights) {
    const size = rows * columns * 4;
    const head = encode((writer) => {
      writer.uint32(8).int64(rows).uint32(8).int64(columns).uint32(16).int32(float).uint32(66).string(name);
      writer.uint32(74).uint32(size);
    });
    const prefix = encode((writer) => writer.uint32(42).uint32(head.length + size));
    initializers.push({ head: Uint8Array.from([...prefix, ...head]), hole: size });
  }
  const graphHead = concatenate([
    ...nodes.map((content) => field(1, content)),
    field(2, new TextEncoder().encode('decoder')),
  ]);
  const graphTail = concatenate([
    field(11, valueInfo('hidden_in', ['batch', 'sequence', hidden])),
    field(12, valueInfo(value, ['batch', 'sequence', hidden])),
  ]);
  const graphBytes = [graphHead, graphTail, ...initializers].reduce(
    (sum, part) => sum + (part instanceof Uint8Array ? part.length : part.head.length + part.hole),
    0,
  );
  const handle = openSync(file, 'w');
  let at = 0;
  const write = (part: Uint8Array) => {
    writeSync(handle, part, 0, part.length, at);
    at += part.length;
  };
  try {
    write(modelHead(graphBytes));
    write(graphHead);
    for (const part of initializers) {
      if (part instanceof Uint8Array) write(part);
      else {
        write(part.head);
        at += part.hole;
      }
    }
    write(graphTail);
    ftruncateSync(handle, at);
  } finally {
    closeSync(handle);
  }
  return { file, nodes: nodes.length, initializers: initializers.length, bytes: at };
}

/** The bytes of a model of `count` small operators in the mixture of an exported network. */
export function modelWithManyNodes(count = 100_000): Uint8Array {
  const graph: Uint8Array[] = [];
  let value = 'x';
  for (let index = 0; index < count; index += 1) {
    const scope = `/model/layers.${index >> 6}/block.${index & 63}`;
    const output = `${scope}/out_${index}`;
    switch (index % 4) {
      case 0:
        graph.push(
          field(
            1,
            node(
              'Conv',
              [value, 'w'],
              [output],
              `${scope}/Conv`,
              { group: 1 },
              { pads: [1, 1, 1, 1], strides: [1, 1], kernel_shape: [3, 3] },
            ),
          ),
        );
        break;
      case 1:
        graph.push(field(1, node('Relu', [value], [output], `${scope}/Relu`)));
        break;
      case 2:
        graph.push(field(1, node('Add', [value, 'b'], [output], `${scope}/Add`)));
        break;
      default:
        graph.push(field(1, node('Transpose', [value], [output], `${scope}/Transpose`, {}, { perm: [0, 1, 2, 3] })));
    }
    value = output;
  }
  graph.push(field(2, new TextEncoder().encode('many')));
  graph.push(
    field(
      5,
      encode((writer) => {
        for (const dim of [8, 8, 3, 3]) writer.uint32(8).int64(dim);
        writer
          .uint32(16)
          .int32(float)
          .uint32(66)
          .string('w')
          .uint32(74)
          .bytes(new Uint8Array(8 * 8 * 9 * 4));
      }),
    ),
  );
  graph.push(
    field(
      5,
      encode((writer) => {
        for (const dim of [1, 8, 1, 1]) writer.uint32(8).int64(dim);
        writer
          .uint32(16)
          .int32(float)
          .uint32(66)
          .string('b')
          .uint32(74)
          .bytes(new Uint8Array(8 * 4));
      }),
    ),
  );
  graph.push(field(11, valueInfo('x', [1, 8, 32, 32])), field(12, valueInfo(value, [1, 8, 32, 32])));
  const body = concatenate(graph);
  return concatenate([modelHead(body.length), body]);
}

function encode(write: (writer: Writer) => unknown): Uint8Array {
  const writer = protobuf.Writer.create();
  write(writer);
  return writer.finish();
}

/** A length-delimited field. */
function field(number: number, content: Uint8Array): Uint8Array {
  return encode((writer) => writer.uint32((number << 3) | 2).bytes(content));
}

/** IR 10, opset 21, and the head of a graph of `graphBytes` bytes. */
function modelHead(graphBytes: number): Uint8Array {
  return concatenate([
    encode((writer) => writer.uint32(8).int64(10)),
    field(
      8,
      encode((writer) => writer.uint32(16).int64(21)),
    ),
    encode((writer) => writer.uint32(58).uint32(graphBytes)),
  ]);
}

function node(
  opType: string,
  inputs: readonly string[],
  outputs: readonly string[],
  name: string,
  ints: Readonly<Record<string, number>> = {},
  lists: Readonly<Record<string, readonly number[]>> = {},
): Uint8Array {
  return encode((writer) => {
    for (const input of inputs) writer.uint32(10).string(input);
    for (const output of outputs) writer.uint32(18).string(output);
    writer.uint32(26).string(name).uint32(34).string(opType);
    for (const [key, value] of Object.entries(ints)) {
      writer.uint32(42).fork().uint32(10).string(key).uint32(24).int64(value).uint32(160).uint32(2).ldelim();
    }
    for (const [key, values] of Object.entries(lists)) {
      writer.uint32(42).fork().uint32(10).string(key);
      for (const value of values) writer.uint32(64).int64(value);
      writer.uint32(160).uint32(7).ldelim();
    }
  });
}

function shapeTensor(name: string, values: readonly number[]): Uint8Array {
  return encode((writer) =>
    writer
      .uint32(8)
      .int64(values.length)
      .uint32(16)
      .int32(int64)
      .uint32(66)
      .string(name)
      .uint32(74)
      .bytes(new Uint8Array(BigInt64Array.from(values, BigInt).buffer)),
  );
}

function valueInfo(name: string, dims: readonly (number | string)[]): Uint8Array {
  return encode((writer) => {
    writer.uint32(10).string(name).uint32(18).fork().uint32(10).fork().uint32(8).int32(float).uint32(18).fork();
    for (const dim of dims) {
      if (typeof dim === 'number') writer.uint32(10).fork().uint32(8).int64(dim).ldelim();
      else writer.uint32(10).fork().uint32(18).string(dim).ldelim();
    }
    writer.ldelim().ldelim().ldelim();
  });
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
