import type { ConditionCases } from '../condition-cases';
import { activations } from './activations';
import { arithmetic } from './arithmetic';
import { casts } from './casts';
import { controlFlow } from './control-flow';
import { convolutions } from './convolutions';
import { images } from './images';
import { indexing } from './indexing';
import { matrixProducts } from './matrix-products';
import { normalizations } from './normalizations';
import { quantization } from './quantization';
import { random } from './random';
import { recurrent } from './recurrent';
import { reductions } from './reductions';
import { selection } from './selection';
import { shapes } from './shapes';

export { shared } from './shared';

export const cases: ConditionCases = {
  ...activations,
  ...arithmetic,
  ...casts,
  ...controlFlow,
  ...convolutions,
  ...images,
  ...indexing,
  ...matrixProducts,
  ...normalizations,
  ...quantization,
  ...random,
  ...recurrent,
  ...reductions,
  ...selection,
  ...shapes,
};
