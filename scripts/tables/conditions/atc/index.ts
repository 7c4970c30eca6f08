import type { Entries } from '../entry';
import { layers } from './layers';
import { tensors } from './tensors';

/** Every condition of ATC's parser and of the documentation, by standard operator. */
export const atcConditions: Entries = { ...layers, ...tensors };
