import { graph, node, reference } from '../../harness/onnx-builder';
import { type Case, f, functions } from './case';

export const functionsCases: readonly Case[] = [
  { what: 'a good function', model: functions(f), errors: [] },
  { what: 'a function without a name', model: functions({ ...f, name: '' }), errors: ['function-without-name'] },
  { what: 'two functions of one name', model: functions(f, f), errors: ['repeated-function'] },
  { what: 'two functions of one name and two overloads', model: functions(f, { ...f, overload: 'o' }), errors: [] },
  {
    what: 'a function with an input twice',
    model: functions({ ...f, inputs: ['a', 'a'] }),
    errors: ['repeated-function-parameter'],
  },
  {
    what: 'a function that calls itself',
    model: functions({ ...f, nodes: [node('local.f', ['a'], ['b'])], opsets: { local: 1 } }),
    errors: ['recursive-function'],
  },
  {
    what: 'functions in a circle, the last call in a subgraph',
    model: functions(
      { ...f, nodes: [node('local.g', ['a'], ['b'])], opsets: { local: 1 } },
      {
        ...f,
        name: 'g',
        nodes: [node('local.other', ['a'], ['b'], { body: graph({ nodes: [node('local.f', ['a'], ['c'])] }) })],
        opsets: { local: 1 },
      },
    ),
    errors: ['recursive-function'],
  },
  {
    what: 'functions that call 101 deep',
    model: functions(
      ...Array.from({ length: 101 }, (_, index) => ({
        ...f,
        name: index === 0 ? 'f' : `f${index}`,
        nodes: [index === 100 ? node('Relu', ['a'], ['b']) : node(`local.f${index + 1}`, ['a'], ['b'])],
        opsets: { '': 21, local: 1 },
      })),
    ),
    errors: ['call-too-deep'],
  },
  {
    what: 'a value of the model in a function',
    model: functions({ ...f, nodes: [node('Relu', ['x'], ['b'])] }),
    errors: ['undefined-value @ local:f:/0'],
  },
  {
    what: 'a function without an opset import',
    model: functions({ ...f, opsets: {} }),
    errors: ['missing-opset-import'],
  },
  {
    what: 'an operator that changed between the versions of function and model',
    model: functions({ ...f, opsets: { '': 5 } }),
    errors: ['incompatible-opset-import @ local:f:/0'],
  },
  { what: 'an operator that did not', model: functions({ ...f, opsets: { '': 14 } }), errors: [] },
  {
    what: 'an output that the function does not compute',
    model: functions({ ...f, outputs: ['b', 'c'] }),
    errors: [],
    warnings: ['output-not-computed'],
  },
  {
    what: 'references in a function',
    model: functions({ ...f, nodes: [node('LeakyRelu', ['a'], ['b'], { alpha: reference('alpha', 'FLOAT') })] }),
    errors: [],
  },
  {
    what: 'a reference of another type',
    model: functions({ ...f, nodes: [node('LeakyRelu', ['a'], ['b'], { alpha: reference('alpha', 'INT') })] }),
    errors: ['attribute-type @ local:f:/0'],
  },
];
