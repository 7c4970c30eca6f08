import type { ConditionCases } from '../condition-cases';
import { activations } from './activations';
import { arithmetic } from './arithmetic';
import { casts } from './casts';
import { convolutions } from './convolutions';
import { images } from './images';
import { indexing } from './indexing';
import { matrixProducts } from './matrix-products';
import { normalizations } from './normalizations';
import { pooling } from './pooling';
import { random } from './random';
import { reductions } from './reductions';
import { shapes } from './shapes';

export { shared } from './shared';

export const cases: ConditionCases = {
  ...activations,
  ...arithmetic,
  ...casts,
  ...convolutions,
  ...images,
  ...indexing,
  ...matrixProducts,
  ...normalizations,
  ...pooling,
  ...random,
  ...reductions,
  ...shapes,
};
