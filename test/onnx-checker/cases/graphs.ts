import { node } from '../../harness/onnx-builder';
import { delimited, fixed32, varint } from '../../harness/protobuf-fields';
import { branches, type Case, nodes, relu } from './case';

export const graphsCases: readonly Case[] = [
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
];
