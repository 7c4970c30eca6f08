import {
  float,
  float32s,
  floats,
  fn,
  graph,
  int64s,
  ints,
  model,
  node,
  reference,
  sparseTensor,
  strings,
  tensor,
  type,
} from '../harness/onnx-builder';

const branch = (name: string, opType: string) =>
  graph({ name, nodes: [node(opType, ['x'], [name])], outputs: { [name]: 'float[2]' } });

/** Small models that together use every part of the schema that onnx-proto (ONNX 1.10) knows. */
export const sampleModels: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  [
    'attributes of every type',
    model({
      inputs: { x: 'float[2]' },
      nodes: [
        node('Op', ['x', '', 'x'], ['y', ''], {
          int: -1,
          largeInt: 2n ** 62n,
          float: 0.5,
          string: 'text',
          emptyString: '',
          ints: [1, -2, 3],
          noInts: ints([]),
          floats: floats([1, 0.25]),
          strings: strings(['a', '', '字']),
          tensor: int64s([1, 2]),
          tensors: [int64s(3), float32s([1], [0.5])],
          graph: branch('inner', 'Relu'),
          graphs: [branch('first', 'Abs'), branch('second', 'Neg')],
          sparse: sparseTensor(float32s([1], [1], 'v'), int64s([3]), [5]),
          type: type('seq(float[N,?])'),
          types: [type('float'), type('map(int64, string[])')],
          infinite: float(Number.POSITIVE_INFINITY),
        }),
      ],
      outputs: { y: 'float[2]' },
    }),
  ],
  [
    'values of every type',
    model({
      inputs: {
        scalar: 'float',
        unranked: 'int64[]',
        ranked: 'bfloat16[1,N,?,0,-1]',
        quoted: 'uint8[a b]',
        sequence: 'seq(float[2])',
        nested: 'seq(seq(optional(int8[])))',
        map: 'map(string, float[3])',
        optional: 'optional(seq(int64))',
        sparse: 'sparse_tensor(double[10,10])',
        nothing: '',
        untyped: undefined,
      },
    }),
  ],
  [
    'tensors in every field',
    model({
      initializers: [
        float32s([2, 2], [1, 2, 3, 4], 'raw'),
        tensor('float', [3], { name: 'floats', floats: [1, 0.5, -0.25] }),
        tensor('int8', [3], { name: 'int8', int32s: [1, -1, 127] }),
        tensor('bool', [2], { name: 'bool', int32s: [1, 0] }),
        tensor('int64', [2], { name: 'int64', int64s: [-1, 2n ** 60n] }),
        tensor('string', [2], { name: 'string', strings: ['a', '字'] }),
        tensor('float', [0], { name: 'empty' }),
        tensor('float', [2, 2], { name: 'external', external: { location: 'w.bin', offset: '0', length: '16' } }),
      ],
      sparseInitializers: [sparseTensor(float32s([2], [1, 2], 'sparse'), int64s([0, 3]), [2, 2])],
    }),
  ],
  [
    'functions, metadata, documentation',
    model(
      {
        name: 'main',
        docString: 'graph\ndoc',
        inputs: { x: 'float[N]' },
        nodes: [node('local.F', ['x'], ['y'], { alpha: 2 }, { name: 'call', docString: 'a call' })],
        outputs: { y: 'float[N]' },
      },
      {
        irVersion: 8,
        opsets: { '': 15, local: 1 },
        producerName: 'test',
        docString: 'doc',
        metadata: { author: 'somebody', __proto__x: '1' },
        functions: [
          fn({
            name: 'F',
            domain: 'local',
            inputs: ['a'],
            outputs: ['b'],
            attributes: ['alpha'],
            nodes: [node('LeakyRelu', ['a'], ['b'], { alpha: reference('alpha', 'FLOAT') })],
            opsets: { '': 15 },
          }),
        ],
      },
    ),
  ],
];
