import type { ConditionCases } from '../condition-cases';

export const shapes: ConditionCases = {
  Constant: { value: ['Constant <value_int = 3> ()', 'Constant <value = float {3}> ()'] },
  ConstantOfShape: {
    'single-value': [
      'ConstantOfShape <value = float[2] {1,2}> (int64[2])',
      'ConstantOfShape <value = float[1] {1}> (int64[2])',
    ],
  },
  Pad: {
    mode: ['opset 19 Pad <mode = "wrap"> (float[2,3], int64[4] = ?)', 'Pad <mode = "edge"> (float[2,3], int64[4] = ?)'],
    'constant-value': ['Pad (float[2,3], int64[4] = ?, float)', 'Pad (float[2,3], int64[4] = ?, float = {1})'],
    axes: ['opset 18 Pad (float[2,3], int64[2] = ?, -, int64[1] = {1})', 'opset 18 Pad (float[2,3], int64[4] = ?)'],
  },
  Range: {
    'data-dependent': ['Range (int64 = {0}, int64, int64 = {1})', 'Range (int64 = {0}, int64 = {9}, int64 = {1})'],
  },
  Squeeze: { 'constant-axes': ['Squeeze (float[1,3], int64[1])', 'Squeeze (float[1,3], int64[1] = {0})'] },
  Unsqueeze: { 'constant-axes': ['Unsqueeze (float[3], int64[1])', 'opset 11 Unsqueeze <axes = [0]> (float[3])'] },
};
