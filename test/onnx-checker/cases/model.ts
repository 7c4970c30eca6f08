import { model } from '../../harness/onnx-builder';
import { delimited } from '../../harness/protobuf-fields';
import { type Case, nodes, relu, whole } from './case';

export const modelCases: readonly Case[] = [
  { what: 'a good model', model: nodes(relu), errors: [] },
  { what: 'no ir_version', model: whole({}, { irVersion: null }), errors: ['missing-ir-version'] },
  { what: 'ir_version 2^60', model: whole({}, { irVersion: 2n ** 60n }), errors: ['newer-ir-version'] },
  { what: 'no opset import, told once', model: whole({}, { opsets: {} }), errors: ['missing-opset-import'] },
  { what: 'an opset import in IR 2', model: whole({}, { irVersion: 2 }), errors: ['early-opset-import'] },
  { what: 'no opset import in IR 2', model: whole({}, { irVersion: 2, opsets: {} }), errors: [] },
  {
    what: 'an opset of 2^62',
    model: whole({}, { opsets: { '': 2n ** 62n } }),
    errors: ['opset-version-range'],
  },
  { what: 'opset -1', model: whole({}, { opsets: { '': -1 } }), errors: ['unknown-operator @ /0'] },
  {
    what: 'a domain twice',
    model: whole(
      {},
      {
        opsets: [
          ['', 13],
          ['', 21],
        ],
      },
    ),
    errors: [],
    warnings: ['repeated-opset-import'],
  },
  {
    what: 'a metadata key twice',
    model: whole({}, { metadata: { a: '1' }, extra: [delimited(14, [delimited(1, 'a')])] }),
    errors: ['repeated-metadata'],
  },
  { what: 'no graph', model: model(undefined), errors: ['missing-graph'] },
  { what: 'a graph without a name', model: whole({ name: null }), errors: ['graph-without-name'] },
];
