import type { CasesById } from '../condition-cases';

/** Conditions that several operators share. */
export const shared: CasesById = {
  'two-inputs': ['$ (float[2], float[2], float[2])', '$ (float[2], float[2])'],
  'one-input': ['$ (float[2], float[2])', '$ (float[2])'],
  'default-alpha': ['$ (float[2])', '$ <alpha = 0.3> (float[2])'],
  noop: [
    'opset 18 $ <noop_with_empty_axes = 1> (float[2,3])',
    'opset 18 $ <noop_with_empty_axes = 1> (float[2,3], int64[1] = {1})',
  ],
  rank: ['?$ <axes = [0]> (float[1,1,1,1,1,1,2])', '$ <axes = [0]> (float[2,3])'],
  'constant-axes': ['opset 18 $ (float[2,3], int64[1])', 'opset 18 $ (float[2,3], int64[1] = {1})'],
  'no-dynamic-subnet': ['@cv184x $ (float[2,3])', '@bm1690 $ (float[2,3])'],
  'dynamic-subnet': ['@bm1690 $ (float[2,3])', '@cv184x $ (float[2,3])'],
};
