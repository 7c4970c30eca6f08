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
import { pooling } from './pooling';
import { random } from './random';
import { recurrent } from './recurrent';
import { reductions } from './reductions';
import { shapes } from './shapes';
import { texts } from './texts';

/** Every condition of ATC's parser and of the documentation, by standard operator. */
export const atcConditions: Entries = {
  ...pooling,
  ...convolutions,
  ...normalizations,
  ...matrixProducts,
  ...images,
  ...activations,
  ...recurrent,
  ...controlFlow,
  ...reductions,
  ...arithmetic,
  ...casts,
  ...random,
  ...indexing,
  ...shapes,
  ...texts,
};
