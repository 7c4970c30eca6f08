import type { ConditionCases } from '../condition-cases';

export const activations: ConditionCases = {
  Clip: {
    'computed-bound': ['Clip (float[2], float, float = {6})', 'Clip (float[2], -, float = {6})'],
    relu: ['Clip (float[2], float = {0}, float = {6})', 'Clip (float[2], float = {-1}, float = {6})'],
  },
  LogSoftmax: { softmax: ['LogSoftmax (float[2])', null] },
  PRelu: { 'leaky-relu': ['PRelu (float[1,2,4], float[1] = {0.1})', 'PRelu (float[1,2,4], float[2,1] = {0.1, 0.2})'] },
};
