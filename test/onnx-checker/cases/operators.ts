import { model, node } from '../../harness/onnx-builder';
import { type Case, io, nodes, relu, whole } from './case';

export const operatorsCases: readonly Case[] = [
  {
    what: 'an operator without a type',
    model: nodes(relu, node('', ['x'], ['z'])),
    errors: ['operator-without-type @ /1'],
  },
  {
    what: 'an operator without values',
    model: nodes(relu, node('Relu', [], [])),
    errors: ['operator-without-values @ /1', 'input-count @ /1', 'output-count @ /1'],
  },
  {
    what: 'an operator that ONNX does not have',
    model: nodes(node('Foo', ['x'], ['y'])),
    errors: ['unknown-operator @ /0'],
  },
  {
    what: 'an operator before its time',
    model: model({ ...io, nodes: [node('Gelu', ['x'], ['y'])] }, { opsets: { '': 19 } }),
    errors: ['unknown-operator @ /0'],
  },
  {
    what: 'an operator of a domain that is not imported',
    model: nodes(node('com.microsoft.Gelu', ['x'], ['y'])),
    errors: ['missing-opset-import @ /0'],
  },
  {
    what: 'an operator of a domain of its own',
    model: model({ ...io, nodes: [node('mine.Foo', ['x'], ['y'], { anything: 1 })] }, { opsets: { '': 21, mine: 1 } }),
    errors: [],
  },
  {
    what: 'the standard domain imported by its other name',
    model: whole({}, { opsets: { 'ai.onnx': 21 } }),
    errors: [],
  },
  {
    what: 'the standard domain by its other name in an operator',
    model: model({ ...io, nodes: [node('ai.onnx.Relu', ['x'], ['y'])] }, { opsets: { 'ai.onnx': 21 } }),
    errors: ['unknown-operator @ /0'],
  },
  {
    what: 'a deprecated operator',
    model: model({ ...io, nodes: [node('Upsample', ['x', 'x'], ['y'])] }, { opsets: { '': 10 } }),
    errors: ['deprecated-operator @ /0'],
  },
  { what: 'too many inputs', model: nodes(node('Relu', ['x', 'x'], ['y'])), errors: ['input-count @ /0'] },
  { what: 'too few inputs', model: nodes(node('Add', ['x'], ['y'])), errors: ['input-count @ /0'] },
  { what: 'too many outputs', model: nodes(node('Relu', ['x'], ['y', 'z'])), errors: ['output-count @ /0'] },
  {
    what: 'two outputs of BatchNormalization, which has one or three',
    model: nodes(node('BatchNormalization', ['x', 'x', 'x', 'x', 'x'], ['y', 'm'])),
    errors: ['output-count @ /0'],
  },
  { what: 'a required input left out', model: nodes(node('Add', ['', 'x'], ['y'])), errors: ['missing-input @ /0'] },
  { what: 'an optional input left out', model: nodes(node('Clip', ['x', '', 'x'], ['y'])), errors: [] },
  {
    what: 'a required output left out',
    model: nodes(relu, node('TopK', ['x', 'x'], ['v', ''])),
    errors: ['missing-output @ /1'],
  },
];
