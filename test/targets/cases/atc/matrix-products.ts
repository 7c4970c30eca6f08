import type { ConditionCases } from '../condition-cases';

export const matrixProducts: ConditionCases = {
  Einsum: { equation: ['Einsum (float[2], float[2])', 'Einsum <equation = "i,i->"> (float[2], float[2])'] },
  MatMul: { rank: ['?MatMul (float[1,1,1,1,1,2,3], float[3,4])', 'MatMul (float[2,3], float[3,4])'] },
};
