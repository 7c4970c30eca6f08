import type { ConditionCases } from '../condition-cases';

export const reductions: ConditionCases = {
  CumSum: {
    'constant-axis': ['CumSum (float[2,3], int64)', 'CumSum (float[2,3], int64 = {1})'],
    'exclusive-reverse': ['CumSum <reverse = 1> (float[2,3], int64 = {1})', 'CumSum (float[2,3], int64 = {1})'],
  },
  ReduceSum: {
    'constant-axes': ['ReduceSum (float[2,3], int64[1])', 'ReduceSum (float[2,3], int64[1] = {1})'],
    rank: ['?ReduceSum (float[1,1,1,1,1,1,2], int64[1] = {1})', 'ReduceSum (float[2,3], int64[1] = {1})'],
    noop: ['ReduceSum <noop_with_empty_axes = 1> (float[2,3])', 'ReduceSum (float[2,3])'],
  },
  ReduceLogSumExp: {
    keepdims: ['ReduceLogSumExp <axes = [1]> (float[2,3])', 'ReduceLogSumExp <axes = [1], keepdims = 0> (float[2,3])'],
    'axes-input': [
      'opset 18 ReduceLogSumExp (float[2,3], int64[1] = {1})',
      'ReduceLogSumExp <axes = [1]> (float[2,3])',
    ],
    decomposed: ['ReduceLogSumExp <axes = [1]> (float[2,3])', null],
  },
};
