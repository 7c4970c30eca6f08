import type { ConditionCases } from '../condition-cases';

export const reductions: ConditionCases = {
  ReduceSum: {
    'empty-axes': ['ReduceSum (float[2,3])', 'ReduceSum (float[2,3], int64[2] = {0,1})'],
  },
};
