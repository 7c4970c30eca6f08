import type { CasesById } from '../condition-cases';

/** Conditions that several operators share. */
export const shared: CasesById = {
  'select-last-index': ['$ <select_last_index = 1> (float[2])', '$ (float[2])'],
  noop: ['$ <noop_with_empty_axes = 1> (float[2,3])', '$ <axes = [0]> (float[2,3])'],
  inputs: ['$ ()', '$ (float[2], float[2])'],
  blocksize: ['$ (float[1,4,4,4])', '$ <blocksize = 2> (float[1,4,4,4])'],
};
