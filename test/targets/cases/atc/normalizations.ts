import type { ConditionCases } from '../condition-cases';

export const normalizations: ConditionCases = {
  BatchNormalization: {
    'training-mode': [
      '?BatchNormalization <training_mode = 1> (float[1,3,4], float[3] = ?, float[3] = ?, float[3] = ?, float[3] = ?)',
      'BatchNormalization (float[1,3,4], float[3] = ?, float[3] = ?, float[3] = ?, float[3] = ?)',
    ],
  },
  LRN: {
    size: ['LRN (float[1,4,4,4])', 'LRN <size = 3> (float[1,4,4,4])'],
    'odd-size': ['LRN <size = 4> (float[1,4,4,4])', 'LRN <size = 5> (float[1,4,4,4])'],
  },
};
