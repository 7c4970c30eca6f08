import type { Entries } from '../entry';
import { activations } from './activations';
import { arithmetic } from './arithmetic';
import { casts } from './casts';
import { controlFlow } from './control-flow';
import { convolutions } from './convolutions';
import { images } from './images';
import { indexing } from './indexing';
import { matrixProducts } from './matrix-products';
import { normalizations } from './normalizations';
import { ownOperators } from './own-operators';
import { quantization } from './quantization';
import { random } from './random';
import { recurrent } from './recurrent';
import { reductions } from './reductions';
import { selection } from './selection';
import { shapes } from './shapes';

/** Every condition of tpu-mlir's importer, by operator. */
export const tpuMlirConditions: Entries = {
  ...reductions,
  ...shapes,
  ...indexing,
  ...selection,
  ...images,
  ...controlFlow,
  ...ownOperators,
  ...convolutions,
  ...normalizations,
  ...matrixProducts,
  ...recurrent,
  ...quantization,
  ...activations,
  ...arithmetic,
  ...casts,
  ...random,
};
