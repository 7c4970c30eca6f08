import type { ConditionCases } from '../condition-cases';

export const casts: ConditionCases = {
  Cast: {
    'lost-truncation': ['Cast <to = 7> (float16[2])', 'Cast <to = 7> (float[2])'],
    'lost-truth': ['Cast <to = 9> (float[2])', 'Cast <to = 9> (bool[2])'],
    'lost-wrap': ['?Cast <to = 3> (int64[2])', 'Cast <to = 6> (int64[2])'],
    'lost-rounding': ['opset 19 Cast <to = 17> (float[2])', 'Cast <to = 10> (float[2])'],
    removed: ['Cast <to = 10> (float[2])', 'Cast <to = 1> (int64[2])'],
  },
  Identity: { removed: ['Identity (float[2])', null] },
};
