import type { ConditionCases } from '../condition-cases';

export const indexing: ConditionCases = {
  Gather: { 'dynamic-subnet': ['@bm1684 Gather (float[4], int64[2])', '@bm1684x Gather (float[4], int64[2])'] },
  GatherND: {
    'batch-dims': ['GatherND <batch_dims = 1> (float[2,3], int64[2,1])', 'GatherND (float[2,3], int64[2,1])'],
  },
  OneHot: {
    axis: [
      'OneHot <axis = 0> (int64[3], int64 = {5}, float[2] = {0,1})',
      'OneHot (int64[3], int64 = {5}, float[2] = {0,1})',
    ],
    inputs: ['OneHot (int64[3], int64 = {5})', 'OneHot (int64[3], int64 = {5}, float[2] = {0,1})'],
    'constant-depth': [
      'OneHot (int64[3], int64, float[2] = {0,1})',
      'OneHot (int64[3], int64 = {5}, float[2] = {0,1})',
    ],
  },
  ReverseSequence: {
    axes: [
      'ReverseSequence <batch_axis = 0, time_axis = 2> (float[2,3,4], int64[2])',
      'ReverseSequence (float[2,3,4], int64[3])',
    ],
    'sequence-lens': ['ReverseSequence (float[2,3], int64[3])', 'ReverseSequence (float[2,3], int64[3] = {2,2,2})'],
  },
  ScatterElements: {
    reduction: [
      'ScatterElements <reduction = "none"> (float[3], int64[1], float[1])',
      'ScatterElements (float[3], int64[1], float[1])',
    ],
    'three-inputs': ['ScatterElements (float[3], int64[1])', 'ScatterElements (float[3], int64[1], float[1])'],
  },
  ScatterND: {
    reduction: [
      'ScatterND <reduction = "add"> (float[3], int64[1,1], float[1])',
      'ScatterND (float[3], int64[1,1], float[1])',
    ],
    'three-inputs': ['ScatterND (float[3], int64[1,1])', 'ScatterND (float[3], int64[1,1], float[1])'],
  },
  Slice: {
    'computed-bounds': [
      'Slice (float[4], int64[1] = {0}, int64[1])',
      'Slice (float[4], int64[1] = {0}, int64[1] = {2})',
    ],
  },
  Split: {
    axis: ['Split (float[4]) => 2', 'Split <axis = 0> (float[4]) => 2'],
    'constant-sizes': [
      'Split <axis = 0> (float[4], int64[2]) => 2',
      'Split <axis = 0> (float[4], int64[2] = {1,3}) => 2',
    ],
    uneven: [
      'opset 18 Split <axis = 0, num_outputs = 2> (float[5]) => 2',
      'opset 18 Split <axis = 0, num_outputs = 2> (float[4]) => 2',
    ],
  },
  Trilu: { diagonal: ['Trilu (float[3,3], int64 = {1})', 'Trilu (float[3,3], int64 = {0})'] },
};
