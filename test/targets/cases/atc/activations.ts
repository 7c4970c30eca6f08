import type { ConditionCases } from '../condition-cases';

export const activations: ConditionCases = {
  Clip: {
    bounds: ['Clip (float[2])', 'Clip (float[2], float = {0})'],
    'scalar-bounds': ['?Clip (float[2], float[2] = ?)', 'Clip (float[2], float = {0})'],
  },
  PRelu: { slope: ['?PRelu (float[1,2,4], float[2,4])', 'PRelu (float[1,2,4], float[2,1])'] },
  Selu: { parameters: ['Selu <alpha = 1.5> (float[2])', 'Selu (float[2])'] },
};
