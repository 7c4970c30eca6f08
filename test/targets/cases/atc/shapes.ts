import type { ConditionCases } from '../condition-cases';

export const shapes: ConditionCases = {
  Concat: {
    axis: ['Concat (float[2], float[2])', 'Concat <axis = 0> (float[2], float[2])'],
    inputs: ['Concat <axis = 0> ()', 'Concat <axis = 0> (float[2], float[2])'],
  },
  Constant: { sparse: ['?Constant <sparse_value = 1> ()', 'Constant <value = float {1}> ()'] },
  ConstantOfShape: {
    'value-type': [
      '?ConstantOfShape <value = uint16[1] {3}> (int64[2])',
      'ConstantOfShape <value = int64[1] {3}> (int64[2])',
    ],
  },
  // Later documents lift these for other chips.
  Expand: { 'constant-shape': ['?@310 Expand (float[1], int64[2])', 'Expand (float[1], int64[2])'] },
  EyeLike: {
    type: ['?EyeLike <dtype = 4> (float[2,2])', 'EyeLike <dtype = 7> (float[2,2])'],
    diagonal: ['?EyeLike <k = 1> (float[2,2])', 'EyeLike (float[2,2])'],
  },
  Pad: { 'even-pads': ['opset 10 Pad <pads = [1]> (float[2])', 'opset 10 Pad <pads = [1,1]> (float[2])'] },
  Range: { int64: ['?@310 Range (int64, int64, int64)', 'Range (int64, int64, int64)'] },
  Transpose: { perm: ['Transpose (float[2,3])', 'Transpose <perm = [1,0]> (float[2,3])'] },
  Unsqueeze: { axes: ['Unsqueeze (float[3])', 'Unsqueeze (float[3], int64[1] = {0})'] },
};
