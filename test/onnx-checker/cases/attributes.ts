import { node, tensor } from '../../harness/onnx-builder';
import { delimited, fixed32, packed, varint } from '../../harness/protobuf-fields';
import { attribute, type Case, nodes, relu } from './case';

export const attributesCases: readonly Case[] = [
  {
    what: 'an unknown attribute',
    model: nodes(node('Relu', ['x'], ['y'], { axis: 1 })),
    errors: ['unknown-attribute @ /0'],
  },
  { what: "a runtime's own attribute", model: nodes(node('Relu', ['x'], ['y'], { __private: 1 })), errors: [] },
  {
    what: 'any attribute of LayerNormalization',
    model: nodes(node('LayerNormalization', ['x', 'x'], ['y'], { whatever: 1 })),
    errors: [],
  },
  { what: 'a missing attribute', model: nodes(node('Concat', ['x'], ['y'])), errors: ['missing-attribute @ /0'] },
  {
    what: 'an attribute of another type',
    model: nodes(node('Softmax', ['x'], ['y'], { axis: 0.5 })),
    errors: ['attribute-type @ /0'],
  },
  {
    what: 'an attribute twice',
    model: attribute([delimited(1, 'axis'), varint(3, 0), varint(20, 2)], [delimited(1, 'axis'), varint(20, 2)]),
    errors: ['repeated-attribute @ /0'],
  },
  {
    what: 'an attribute without a type',
    model: attribute([delimited(1, 'axis'), varint(3, 0)]),
    errors: ['attribute-without-type @ /0', 'attribute-type @ /0'],
  },
  {
    what: 'an INT with its value in f',
    model: attribute([delimited(1, 'axis'), fixed32(2, 1), varint(20, 2)]),
    errors: ['attribute-type-mismatch @ /0'],
  },
  {
    what: 'an attribute with two values',
    model: attribute([delimited(1, 'axis'), varint(3, 1), packed(8, [1]), varint(20, 2)]),
    errors: ['attribute-type-mismatch @ /0', 'attribute-with-several-values @ /0'],
  },
  {
    what: 'an attribute without a name',
    model: attribute([varint(3, 1), varint(20, 2)]),
    errors: ['attribute-without-name @ /0', 'unknown-attribute @ /0'],
  },
  {
    what: 'a tensor attribute without a tensor',
    model: nodes(
      relu,
      node('Constant', [], ['c'], {}, { extra: [delimited(5, [delimited(1, 'value'), varint(20, 4)])] }),
    ),
    errors: ['attribute-without-value @ /1'],
  },
  {
    what: 'a bad tensor in an attribute',
    model: nodes(relu, node('Constant', [], ['c'], { value: tensor('float', [2], { raw: [0] }) })),
    errors: ['tensor-data-too-short @ /1'],
  },
];
