import type { ConditionCases } from '../condition-cases';

export const casts: ConditionCases = {
  Cast: { 'target-type': ['?Cast <to = 8> (float[2])', 'Cast <to = 10> (float[2])'] },
};
