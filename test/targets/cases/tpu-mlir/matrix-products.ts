import type { ConditionCases } from '../condition-cases';

export const matrixProducts: ConditionCases = {
  Einsum: {
    operands: ['Einsum <equation = "ii"> (float[2,2])', 'Einsum <equation = "ij,jk->ik"> (float[2,3], float[3,4])'],
    equation: [
      '?Einsum <equation = "ij,jk->ik"> (float[2,3], float[3,4])',
      'Einsum <equation = "b h i d, b h j d -> b h i j"> (float[1,2,3,4], float[1,2,5,4])',
    ],
  },
  Gemm: {
    'trans-a': ['Gemm <transA = 1> (float[3,2], float[3,4])', 'Gemm (float[2,3], float[3,4])'],
    'trans-b': ['Gemm <transB = 1> (float[2,3], float[3,3])', 'Gemm <transB = 1> (float[2,3], float[3,3] = ?)'],
    'trans-b-shape': ['Gemm <transB = 1> (float[2,3], float[4,3])', 'Gemm <transB = 1> (float[2,3], float[4,3] = ?)'],
    alpha: ['Gemm <alpha = 0.5> (float[2,3], float[3,4])', 'Gemm <alpha = 0.5> (float[2,3], float[3,4] = ?)'],
    beta: [
      'Gemm <beta = 0.5> (float[2,3], float[3,4], float[4])',
      'Gemm <beta = 0.5> (float[2,3], float[3,4], float[4] = ?)',
    ],
  },
};
