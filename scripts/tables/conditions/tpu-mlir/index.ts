import type { Entries } from '../entry';
import { elementwise } from './elementwise';
import { layers } from './layers';
import { tensors } from './tensors';

/** Every condition of tpu-mlir's importer, by operator. */
export const tpuMlirConditions: Entries = { ...elementwise, ...layers, ...tensors };
