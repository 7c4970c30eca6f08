import type { ConditionCases } from '../condition-cases';

export const indexing: ConditionCases = {
  GatherND: {
    'batch-dims': ['GatherND <batch_dims = 1> (float[2,3], int64[2,1])', 'GatherND (float[2,3], int64[2,1])'],
  },
  NonMaxSuppression: {
    inputs: ['NonMaxSuppression (float[1,6,4])', 'NonMaxSuppression (float[1,6,4], float[1,2,6])'],
  },
  OneHot: {
    axis: [
      '?OneHot <axis = -2> (int64[3], int64 = {5}, float[2] = {0,1})',
      'OneHot (int64[3], int64 = {5}, float[2] = {0,1})',
    ],
  },
  ScatterND: {
    multiplication: [
      'opset 18 ScatterND <reduction = "mul"> (float[3], int64[1,1], float[1])',
      'opset 18 ScatterND <reduction = "add"> (float[3], int64[1,1], float[1])',
    ],
    reduction: [
      'opset 18 ScatterND <reduction = "xor"> (float[3], int64[1,1], float[1])',
      'opset 18 ScatterND (float[3], int64[1,1], float[1])',
    ],
  },
  Slice: {
    bounds: ['opset 9 Slice <starts = [0]> (float[4,4])', 'opset 9 Slice <starts = [0], ends = [2]> (float[4,4])'],
    rank: [
      '?@310P Slice (float[4], int64[1] = {0}, int64[1] = {2})',
      'Slice (float[4], int64[1] = {0}, int64[1] = {2})',
    ],
    step: [
      '?@310P Slice (float[4,4], int64[1] = {0}, int64[1] = {4}, int64[1] = {1}, int64[1] = {2})',
      'Slice (float[4,4], int64[1] = {0}, int64[1] = {4}, int64[1] = {1}, int64[1] = {2})',
    ],
  },
  Split: {
    sizes: ['opset 11 Split <split = [1,3]> (float[4]) => 3', 'opset 11 Split <split = [1,3]> (float[4]) => 2'],
    'num-outputs': [
      'opset 18 Split <num_outputs = 3> (float[4]) => 2',
      'opset 18 Split <num_outputs = 2> (float[4]) => 2',
    ],
    uneven: ['opset 18 Split <num_outputs = 2> (float[5]) => 2', 'opset 18 Split <num_outputs = 2> (float[4]) => 2'],
    empty: ['?Split (float[4], int64[2] = {0,4}) => 2', 'Split (float[4], int64[2] = {1,3}) => 2'],
  },
  TopK: { k: ['opset 9 TopK (float[4]) => 2', 'opset 9 TopK <k = 2> (float[4]) => 2'] },
  Trilu: { inputs: ['Trilu (float[3,3], int64, int64)', 'Trilu (float[3,3])'] },
};
