import type { ConditionCases } from '../condition-cases';

const boxes = 'float[1,6,4], float[1,2,6]';

export const selection: ConditionCases = {
  NonMaxSuppression: {
    inputs: ['NonMaxSuppression (float[1,6,4])', `NonMaxSuppression (${boxes})`],
    'center-point-box': [
      `NonMaxSuppression <center_point_box = 1> (${boxes})`,
      `NonMaxSuppression <center_point_box = 0> (${boxes})`,
    ],
    host: [`@bm1684 NonMaxSuppression (${boxes})`, `@bm1684x NonMaxSuppression (${boxes})`],
    'dynamic-subnet': [`@bm1684x NonMaxSuppression (${boxes})`, `@bm1684 NonMaxSuppression (${boxes})`],
    'no-dynamic-subnet': [`@cv184x NonMaxSuppression (${boxes})`, `@bm1684x NonMaxSuppression (${boxes})`],
  },
  RoiAlign: {
    'three-inputs': ['RoiAlign (float[1,2,8,8], float[3,4])', 'RoiAlign (float[1,2,8,8], float[3,4], int64[3])'],
  },
  TopK: {
    sorted: ['TopK <sorted = 0> (float[4], int64[1] = {2}) => 2', 'TopK (float[4], int64[1] = {2}) => 2'],
    host: ['@bm1684 TopK (float[4], int64[1] = {2}) => 2', '@bm1690 TopK (float[4], int64[1] = {2}) => 2'],
    'dynamic-subnet': ['@bm1690 TopK (float[4], int64[1] = {2}) => 2', '@cv183x TopK (float[4], int64[1] = {2}) => 2'],
    'no-dynamic-subnet': [
      '@cv184x TopK (float[4], int64[1] = {2}) => 2',
      '@bm1690 TopK (float[4], int64[1] = {2}) => 2',
    ],
  },
};
