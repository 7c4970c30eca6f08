import type { ConditionCases } from '../condition-cases';

const parameters = 'float[3] = ?, float[3] = ?, float[3] = ?, float[3] = ?';

export const normalizations: ConditionCases = {
  BatchNormalization: {
    'constant-parameters': [
      'BatchNormalization <epsilon = 0.001> (float[1,3,4,4], float[3] = ?, float[3] = ?, float[3], float[3] = ?)',
      `BatchNormalization <epsilon = 0.001> (float[1,3,4,4], ${parameters})`,
    ],
    epsilon: [
      `BatchNormalization (float[1,3,4,4], ${parameters})`,
      `BatchNormalization <epsilon = 0.001> (float[1,3,4,4], ${parameters})`,
    ],
    'training-mode': [
      `BatchNormalization <training_mode = 1> (float[1,3,4,4], ${parameters})`,
      `BatchNormalization <training_mode = 0> (float[1,3,4,4], ${parameters})`,
    ],
    'training-outputs': [
      `BatchNormalization <training_mode = 1> (float[1,3,4,4], ${parameters}) => 3`,
      `BatchNormalization (float[1,3,4,4], ${parameters})`,
    ],
  },
  GroupNormalization: {
    'constant-parameters': [
      'opset 21 GroupNormalization <num_groups = 1> (float[1,2,4], float[2], float[2] = ?)',
      'opset 21 GroupNormalization <num_groups = 1> (float[1,2,4], float[2] = ?, float[2] = ?)',
    ],
    'single-element': [
      'opset 18 GroupNormalization <num_groups = 1> (float[1,2,4], float[1] = {2}, float[1] = {0})',
      'opset 18 GroupNormalization <num_groups = 1> (float[1,2,4], float[1] = {1}, float[1] = {0})',
    ],
  },
  InstanceNormalization: {
    'constant-parameters': [
      'InstanceNormalization (float[1,2,4], float[2], float[2] = ?)',
      'InstanceNormalization (float[1,2,4], float[2] = ?, float[2] = ?)',
    ],
  },
  LayerNormalization: {
    'constant-parameters': [
      'LayerNormalization (float[2,3], float[3])',
      'LayerNormalization (float[2,3], float[3] = ?)',
    ],
    statistics: ['LayerNormalization (float[2,3], float[3] = ?) => 3', 'LayerNormalization (float[2,3], float[3] = ?)'],
  },
  LRN: {
    attributes: [
      'LRN <size = 3> (float[1,4,4,4])',
      'LRN <size = 3, alpha = 1.0, beta = 0.5, bias = 1.0> (float[1,4,4,4])',
    ],
  },
};
