import type { ConditionCases } from '../condition-cases';

export const arithmetic: ConditionCases = {
  Atan: { decomposed: ['Atan (float[2])', null] },
  Div: { 'integer-division': ['Div (int64[2], int64[2])', 'Div (int64[2], int64 = {3})'] },
  Mod: { fmod: ['Mod <fmod = 1> (float[2], float[2])', 'Mod (int64[2], int64[2])'] },
  Neg: { multiplied: ['Neg (float[2])', null] },
  Not: { compared: ['Not (bool[2])', null] },
  Or: {
    'constant-operand': ['Or (bool[2], bool[2] = ?)', 'Or (bool[2], bool[2])'],
    added: ['Or (bool[2], bool[2])', null],
  },
  Pow: { simplified: ['Pow (float[2], float = {2})', 'Pow (float[2], float = {3})'] },
  Sum: {
    'constant-operand': ['Sum (float[2], float[2] = ?)', 'Sum (float[2], float[2])'],
    added: ['Sum (float[2], float[2])', null],
  },
  Where: {
    'three-inputs': ['Where (bool[2], float[2])', 'Where (bool[2], float[2], float[2])'],
    'equal-elements': [
      '?Where (bool[1], float[2,2] = {5,5,5,5}, float[1])',
      'Where (bool[2,2], float[2,2] = {5,5,5,5}, float[1])',
    ],
  },
};
