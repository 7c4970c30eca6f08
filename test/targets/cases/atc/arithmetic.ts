import type { ConditionCases } from '../condition-cases';

export const arithmetic: ConditionCases = {
  BitShift: {
    direction: ['BitShift (uint8[2], uint8[2])', 'BitShift <direction = "LEFT"> (uint8[2], uint8[2])'],
    'direction-value': [
      'BitShift <direction = "UP"> (uint8[2], uint8[2])',
      'BitShift <direction = "RIGHT"> (uint8[2], uint8[2])',
    ],
    left: [
      '?BitShift <direction = "LEFT"> (uint32[2], uint32[2])',
      'BitShift <direction = "RIGHT"> (uint32[2], uint32[2])',
    ],
  },
  IsInf: { 'one-sign': ['IsInf <detect_negative = 0> (float[2])', 'IsInf (float[2])'] },
  Mean: { inputs: ['Mean (float[2])', 'Mean (float[2], float[2])'] },
  Mod: {
    fmod: ['Mod <fmod = 1> (int64[2], int64[2])', 'Mod (int64[2], int64[2])'],
    float: ['?Mod (float[2], float[2])', 'Mod <fmod = 1> (float[2], float[2])'],
  },
};
