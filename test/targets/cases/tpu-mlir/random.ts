import type { ConditionCases } from '../condition-cases';

export const random: ConditionCases = {
  Dropout: { mask: ['Dropout (float[2]) => 2', 'Dropout (float[2])'] },
  RandomNormalLike: { frozen: ['RandomNormalLike (float[2])', null] },
};
