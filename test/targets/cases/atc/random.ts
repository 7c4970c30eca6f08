import type { ConditionCases } from '../condition-cases';

export const random: ConditionCases = {
  Multinomial: { 'output-type': ['Multinomial <dtype = 1> (float[1,4])', 'Multinomial <dtype = 7> (float[1,4])'] },
  RandomNormal: {
    shape: ['RandomNormal ()', 'RandomNormal <shape = [2]> ()'],
    'output-type': ['RandomNormal <shape = [2], dtype = 7> ()', 'RandomNormal <shape = [2], dtype = 1> ()'],
  },
  RandomNormalLike: { 'output-type': ['RandomNormalLike <dtype = 7> (float[2])', 'RandomNormalLike (float[2])'] },
  RandomUniform: {
    'output-type': ['RandomUniform <shape = [2], dtype = 11> ()', 'RandomUniform <shape = [2], dtype = 7> ()'],
  },
  RandomUniformLike: { 'output-type': ['RandomUniformLike <dtype = 7> (float[2])', 'RandomUniformLike (float[2])'] },
};
