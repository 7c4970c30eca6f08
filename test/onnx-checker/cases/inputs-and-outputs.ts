import { type Case, whole } from './case';

export const inputsAndOutputsCases: readonly Case[] = [
  { what: 'an input without a type', model: whole({ inputs: { x: undefined } }), errors: ['incomplete-type'] },
  { what: 'an input without a shape', model: whole({ inputs: { x: 'float[]' } }), errors: ['incomplete-type'] },
  {
    what: 'an input without a name',
    model: whole({ inputs: { x: 'float', '': 'float' } }),
    errors: ['value-without-name'],
  },
  { what: 'a type that says nothing', model: whole({ inputs: { x: '' } }), errors: ['incomplete-type'] },
  { what: 'a sequence of anything', model: whole({ inputs: { x: 'seq(float[])' } }), errors: [] },
  { what: 'an opaque type without a name', model: whole({ inputs: { x: 'opaque()' } }), errors: ['incomplete-type'] },
  {
    what: 'an unknown element type',
    model: whole({ inputs: { x: 'type-100[2]' } }),
    errors: [],
    warnings: ['unknown-element-type'],
  },
  {
    what: 'a dimension of -1',
    model: whole({ inputs: { x: 'float[-1]' } }),
    errors: [],
    warnings: ['negative-dimension'],
  },
  {
    what: 'two inputs of one name',
    model: whole({
      inputs: [
        ['x', 'float'],
        ['x', 'float'],
      ],
    }),
    errors: ['repeated-input'],
  },
  {
    what: 'an output that nothing computes',
    model: whole({ outputs: { z: 'float' } }),
    errors: ['output-not-computed'],
  },
];
